"""Moving up from the waiting list: out of order by hand, and close to the start only with an answer."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, EAST_RC_2, Callers, everywhere, told
from services.volunteers.tests.make import during, hear, opportunity, sign_up, volunteer, wanting
from volunteers.schedule import lapsed
from volunteers.signup.dated import MarginRule, PromotionRule
from volunteers.signup.model import Signup

REASON = {"reason": "会手语，本场需要"}


def test_an_answer_is_asked_only_close_to_the_start() -> None:
    start = during(0)
    rule = PromotionRule.on(start.date())
    assert rule.answer_by(start - timedelta(hours=25), start) is None
    assert rule.answer_by(start - timedelta(hours=10), start) == start - timedelta(hours=8)
    assert rule.answer_by(start - timedelta(minutes=30), start) == start


def test_the_margin_is_a_share_and_at_least_two() -> None:
    margin = MarginRule.on(during(0).date())
    assert [margin.most(wanted) for wanted in (0, 5, 20, 100)] == [2, 7, 22, 110]


async def test_the_lead_moves_somebody_up_out_of_order_and_those_passed_over_see_it(
    app: FastAPI, callers: Callers
) -> None:
    _, id_ = await opportunity(app, wanted=wanting(1))
    people = [(await volunteer(callers))[0] for _ in range(4)]
    made = [await sign_up(each, id_) for each in people]
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    seen = (await lead.get(f"/signups/{made[2]['id']}")).json()
    assert [each["name"] for each in seen["actions"]] == ["promotion"]
    assert (await people[2].post(f"/signups/{made[2]['id']}/promotion", REASON, seen=seen)).status_code == 403
    bare = await lead.post(f"/signups/{made[2]['id']}/promotion", {"reason": ""}, seen=seen)
    assert bare.json()["errors"][0]["pointer"] == "/reason"
    moved = await lead.post(f"/signups/{made[2]['id']}/promotion", REASON, seen=seen)
    assert (moved.status_code, moved.json()["state"]) == (200, "confirmed"), moved.text
    assert moved.json()["promoted_because"] == REASON["reason"]
    [fact] = await told(app, "volunteers.signup.promoted.v1")
    assert (fact.data["passed_over"], fact.data["waiting_number"], fact.actor) == (1, 2, str(lead.account_id))
    lines = [(await people[n].get(f"/signups/{made[n]['id']}/line")).json() for n in (1, 3)]
    assert lines == [{"waiting": True, "ahead": 0, "passed_by": 1}, {"waiting": True, "ahead": 1, "passed_by": 0}]
    view = (await lead.get(f"/opportunities/{id_}")).json()
    assert (view["taken"], view["capacity"], view["overfull"]) == (2, 2, True)
    left = await people[2].post(f"/signups/{made[2]['id']}/cancellation", seen=moved.json())
    assert left.json()["state"] == "cancelled", "the place beyond the plan goes with who had it"
    assert (await people[1].get(f"/signups/{made[1]['id']}")).json()["state"] == "waiting"


async def test_the_margin_ends_and_others_scope_is_closed(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app, wanted=wanting(0))
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    answers = []
    for _ in range(3):
        made = await sign_up((await volunteer(callers))[0], id_)
        stranger = callers.as_(Role.SOCIAL_WORKER, EAST_RC_2)
        assert (await stranger.post(f"/signups/{made['id']}/promotion", REASON, seen=made)).status_code == 404
        answers.append(await lead.post(f"/signups/{made['id']}/promotion", REASON, seen=made))
    assert [each.status_code for each in answers] == [200, 200, 409]
    assert (answers[2].json()["type"], answers[2].json()["most"]) == ("no-place-left", 2)
    again = await lead.post(f"/signups/{answers[0].json()['id']}/promotion", REASON, seen=answers[0].json())
    assert again.json()["type"] == "not-in-line"


async def test_who_never_waited_is_not_in_line(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app, wanted=wanting(1))
    made = await sign_up((await volunteer(callers))[0], id_)
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    assert (await lead.post(f"/signups/{made['id']}/promotion", REASON, seen=made)).json()["type"] == "not-in-line"


async def test_nobody_moves_themselves_up_by_whichever_account(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app, wanted=wanting(0))
    waits, _ = await volunteer(callers)
    made = await sign_up(waits, id_)
    async with everywhere(app) as tx:
        person = (await tx.get_one(Signup, UUID(made["id"]))).person_id
    for own in ({"account_id": waits.account_id}, {"person_id": person}):
        lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC, **own)
        refused = await lead.post(f"/signups/{made['id']}/promotion", REASON, seen=made)
        assert (refused.status_code, refused.json()["type"]) == (403, "promotes-oneself")


async def test_a_late_promotion_lapses_without_an_answer_and_the_next_moves_up(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    _, id_ = await opportunity(app, wanted=wanting(1))
    people = [(await volunteer(callers))[0] for _ in range(3)]
    made = [await sign_up(each, id_) for each in people]
    late = demo_time(during(-10).isoformat())
    await people[0].post(f"/signups/{made[0]['id']}/cancellation", seen=made[0], headers=late)
    moved = (await people[1].send("GET", f"/signups/{made[1]['id']}", headers=late)).json()
    assert moved["answer_by"] == during(-8).isoformat().replace("+00:00", "Z")
    assert [each["name"] for each in moved["actions"]] == ["acceptance", "cancellation"]
    assert await lapsed(app.state.sessions, during(-8.1)) == 0
    assert await lapsed(app.state.sessions, during(-8)) == 1
    assert await lapsed(app.state.sessions, during(-8)) == 0
    gone = (await people[1].get(f"/signups/{made[1]['id']}")).json()
    assert (gone["state"], gone["cancelled_because"]) == ("cancelled", "unanswered")
    third = (await people[2].get(f"/signups/{made[2]['id']}")).json()
    assert third["answer_by"] == during(-6).isoformat().replace("+00:00", "Z")
    path, soon = f"/signups/{made[2]['id']}/acceptance", demo_time(during(-7).isoformat())
    accepted = await people[2].post(path, seen=third, headers=soon)
    assert (accepted.status_code, accepted.json()["answer_by"]) == (200, None), accepted.text
    assert len(await told(app, "volunteers.signup.accepted.v1")) == 1
    assert await lapsed(app.state.sessions, during(-1)) == 0
    twice = await people[2].post(path, seen=accepted.json(), headers=soon)
    assert twice.json()["type"] == "nothing-to-answer"


async def test_after_a_standstill_whoever_moves_up_has_from_then_on_to_answer(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    _, id_ = await opportunity(app, wanted=wanting(1))
    people = [(await volunteer(callers))[0] for _ in range(3)]
    made = [await sign_up(each, id_) for each in people]
    late = demo_time(during(-10).isoformat())
    await people[0].post(f"/signups/{made[0]['id']}/cancellation", seen=made[0], headers=late)
    # Until 8 hours before the start the second could answer; the clock looks again 3 hours before it.
    assert await lapsed(app.state.sessions, during(-3)) == 1
    assert await lapsed(app.state.sessions, during(-3)) == 0, "the third was not asked yet, and loses nothing"
    third = (await people[2].get(f"/signups/{made[2]['id']}")).json()
    assert (third["state"], third["answer_by"]) == ("confirmed", during(-1).isoformat().replace("+00:00", "Z"))


async def test_what_is_heard_late_asks_for_an_answer_from_then_on(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app, wanted=wanting(1))
    people = [(await volunteer(callers))[0] for _ in range(2)]
    made = [await sign_up(each, id_) for each in people]
    told_at = datetime.now(UTC) - timedelta(hours=3)
    fact_id = UUID(int=int(told_at.timestamp() * 1000) << 80 | 7 << 76 | 2 << 62)
    await hear(app, "published", {**heard, "wanted": wanting(2)}, at=during(-10), fact_id=fact_id)
    moved = (await people[1].get(f"/signups/{made[1]['id']}")).json()
    asked_until = datetime.fromisoformat(moved["answer_by"])
    assert timedelta() <= asked_until - during(-10 + 3 + 2) < timedelta(minutes=1)


async def test_nobody_moves_up_once_it_has_begun(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    _, id_ = await opportunity(app, wanted=wanting(1))
    people = [(await volunteer(callers))[0] for _ in range(3)]
    made = [await sign_up(each, id_) for each in people]
    early = demo_time(during(-1).isoformat())
    await people[0].post(f"/signups/{made[0]['id']}/cancellation", seen=made[0], headers=early)
    assert await lapsed(app.state.sessions, during(0.01)) == 1
    assert (await people[2].get(f"/signups/{made[2]['id']}")).json()["state"] == "waiting"
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    begun = demo_time(during(0.1).isoformat())
    refused = await lead.post(f"/signups/{made[2]['id']}/promotion", REASON, seen=made[2], headers=begun)
    assert refused.json()["type"] == "opportunity-closed"
