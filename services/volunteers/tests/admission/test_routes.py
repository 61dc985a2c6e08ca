"""Taking in: in spite of a clash with a reason, without a phone, and on the spot within the margin."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, EAST_RC_2, STONE_VC, Caller, Callers, everywhere, told
from services.volunteers.tests.make import (
    GUARDIAN,
    HERE,
    during,
    hear,
    opportunity,
    person_number,
    sign_up,
    volunteer,
    wanting,
)
from volunteers.volunteer.model import Volunteer

AWAY = {"latitude": 23.03, "longitude": 113.75}


def by_lead(me: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"volunteer_number": me["number"], "reason": "两处相邻，中途换班，已与本人说定", **changes}


async def code(callers: Callers, activity: dict[str, Any], when: dict[str, str]) -> str:
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    answer = await lead.send("GET", f"/activities/{activity['activity_id']}/attendance-code", headers=when)
    shown: str = answer.json()["code"]
    return shown


async def test_b11_a_clash_is_passed_over_only_by_the_lead_and_only_with_a_reason(
    app: FastAPI, callers: Callers
) -> None:
    _, first = await opportunity(app, title="先报的活动")
    _, second = await opportunity(app, starts_at=during(1).isoformat(), ends_at=during(3).isoformat())
    caller, me = await volunteer(callers, STONE_VC)
    made = await sign_up(caller, first)
    assert (await caller.post(f"/opportunities/{second}/signups")).json()["type"] == "time-clash"
    lead, path = callers.as_(Role.SOCIAL_WORKER, EAST_RC), f"/opportunities/{second}/admissions"
    assert (await lead.post(path, by_lead(me))).json()["type"] == "time-clash"
    assert (await lead.post(path, by_lead(me, despite_clash=True, reason=""))).status_code == 422
    assert (await caller.post(path, by_lead(me, despite_clash=True))).status_code == 403
    assert (await callers.as_(Role.SOCIAL_WORKER, EAST_RC_2).post(path, by_lead(me))).status_code == 404
    answer = await lead.post(path, by_lead(me, despite_clash=True))
    assert answer.status_code == 201, answer.text
    view = answer.json()
    assert (view["state"], view["walk_in"], view["clash_signup_id"]) == ("confirmed", False, made["id"])
    mine = (await caller.get(f"/signups/{view['id']}")).json()
    assert mine["admitted_because"] == by_lead(me)["reason"], "the volunteer reads why"
    [fact] = await told(app, "volunteers.signup.admitted.v1")
    assert (fact.data["clash_signup_id"], fact.data["by_lead"], fact.actor) == (made["id"], True, str(lead.account_id))
    assert len(await told(app, "volunteers.signup.confirmed.v1")) == 2
    again = await lead.post(path, by_lead(me, despite_clash=True))
    assert again.json()["type"] == "already-signed-up"


async def test_who_is_taken_in_fits_as_at_sign_up(app: FastAPI, callers: Callers) -> None:
    lead = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    born = (datetime.now(UTC) - timedelta(days=15.5 * 365)).strftime("%Y%m%d")
    _, child = await volunteer(callers, id_number=person_number(born))
    _, grown = await opportunity(app, wanted=wanting(2, minimum_age=16))
    _, any_age = await opportunity(app)
    assert (await lead.post(f"/opportunities/{grown}/admissions", by_lead(child))).json()["type"] == "too-young"
    path = f"/opportunities/{any_age}/admissions"
    assert (await lead.post(path, by_lead(child))).json()["type"] == "guardian-consent-missing"
    assert (await lead.post(path, by_lead(child, guardian=GUARDIAN))).status_code == 201
    unknown = await lead.post(path, by_lead({"number": "4419000000000000"}))
    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (404, "/volunteer_number")


async def test_nobody_takes_themselves_in(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app)
    caller, me = await volunteer(callers)
    async with everywhere(app) as tx:
        person = (await tx.get_one(Volunteer, UUID(me["id"]))).person_id
    for oneself in (
        callers.as_(Role.SOCIAL_WORKER, EAST_RC, account_id=caller.account_id),
        callers.as_(Role.SOCIAL_WORKER, EAST_RC, person_id=person),
    ):
        refused = await oneself.post(f"/opportunities/{id_}/admissions", by_lead(me))
        assert (refused.status_code, refused.json()["type"]) == (403, "admits-oneself")


async def test_the_lead_takes_in_before_the_day_as_a_sign_up_and_who_finds_no_place_waits(
    app: FastAPI, callers: Callers
) -> None:
    _, id_ = await opportunity(app, wanted=wanting(1))
    lead = callers.as_(Role.ORGANISATION_MANAGER, EAST_RC)
    assert (await lead.post(f"/opportunities/{id_}/admissions", by_lead({"number": "44190000"}))).status_code == 404
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    states = []
    for _ in range(2):
        _, me = await volunteer(callers)
        states.append((await lead.post(f"/opportunities/{id_}/admissions", by_lead(me))).json()["state"])
    assert states == ["confirmed", "waiting"]


async def test_b12_somebody_without_a_sign_up_walks_in_by_the_code_within_the_margin(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    activity, id_ = await opportunity(app, wanted=wanting(1))
    when = demo_time(during(0).isoformat())
    path, shown = f"/opportunities/{id_}/walk-ins", await code(callers, activity, when)
    people = [(await volunteer(callers))[0] for _ in range(5)]

    async def walks_in(who: Caller, **changes: Any) -> Any:
        return await who.post(path, {"code": shown, **HERE, **changes}, headers=when)

    early = await people[0].post(path, {"code": shown}, headers=demo_time(during(-2).isoformat()))
    assert early.json()["type"] == "opportunity-closed"
    assert (await walks_in(people[0], code="AAAAAAAA")).json()["type"] == "wrong-code"
    assert (await walks_in(people[0], **AWAY)).json()["type"] == "too-far"
    offered = (await people[0].send("GET", f"/opportunities/{id_}", headers=when)).json()["actions"]
    assert [each["name"] for each in offered] == ["walk-ins"]
    answers = [await walks_in(each) for each in people]
    assert [each.status_code for each in answers] == [201, 201, 201, 409, 409], answers[0].text
    assert answers[3].json()["type"] == "no-place-left"
    entered = answers[0].json()
    assert (entered["state"], entered["walk_in"], entered["admitted_because"]) == ("attending", True, None)
    assert [each["name"] for each in entered["actions"]] == ["check-out"]
    admitted = await told(app, "volunteers.signup.admitted.v1")
    assert [each.data["beyond_plan"] for each in admitted] == [False, True, True]
    assert len(await told(app, "volunteers.attendance.recorded.v1")) == 3
    assert (await walks_in(people[0])).json()["type"] == "already-signed-up"
    assert (await callers.as_(Role.VOLUNTEER).post(path, {"code": shown}, headers=when)).json()[
        "type"
    ] == "not-a-volunteer"


async def test_a_clash_bars_walking_in_and_the_lead_may_pass_over_it(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    _, elsewhere = await opportunity(app)
    activity, id_ = await opportunity(app)
    caller, me = await volunteer(callers)
    await sign_up(caller, elsewhere)
    when = demo_time(during(0.5).isoformat())
    shown = {"code": await code(callers, activity, when), **HERE}
    assert (await caller.post(f"/opportunities/{id_}/walk-ins", shown, headers=when)).json()["type"] == "time-clash"
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    path = f"/opportunities/{id_}/admissions"
    taken = await lead.post(path, by_lead(me, despite_clash=True), headers=when)
    assert (taken.status_code, taken.json()["state"], taken.json()["walk_in"]) == (201, "attending", True), taken.text
    [attendance] = (await lead.get("/attendances", activity_id=activity["activity_id"])).json()["items"]
    assert (attendance["means"], attendance["place_unknown"]) == ("lead", False)
    late = await lead.post(path, by_lead(me), headers=demo_time(during(2.5).isoformat()))
    assert late.json()["type"] == "opportunity-closed"


async def test_who_waits_and_shows_up_is_taken_in(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    activity, id_ = await opportunity(app, wanted=wanting(0))
    caller, _ = await volunteer(callers)
    waits = await sign_up(caller, id_)
    when = demo_time(during(0).isoformat())
    shown = {"code": await code(callers, activity, when), **HERE}
    taken = await caller.post(f"/opportunities/{id_}/walk-ins", shown, headers=when)
    assert (taken.status_code, taken.json()["id"], taken.json()["state"]) == (201, waits["id"], "attending"), taken.text
    await hear(app, "held", activity, at=during(1.9))
    over = await (await volunteer(callers))[0].post(f"/opportunities/{id_}/walk-ins", shown, headers=when)
    assert over.json()["type"] == "opportunity-closed"
