"""Signing up over HTTP: places, waiting list, clashes, ages, repeats."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI
from sqlalchemy import select

from chassis.principal import Role
from chassis.tables import FactRow, Unsequenced
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC, Caller, Callers, everywhere, told
from services.volunteers.tests.make import (
    GUARDIAN,
    SOON,
    hear,
    hear_oneself,
    opportunity,
    person_number,
    registration,
    sign_up,
    volunteer,
    wanting,
)
from volunteers.opportunity.model import Places
from volunteers.signup.model import Signup
from volunteers.volunteer.model import Volunteer


def later(hours: float) -> str:
    return (SOON + timedelta(hours=hours)).isoformat()


async def test_takes_a_place_then_waits_and_moves_up(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app, wanted=wanting(1))
    people = [(await volunteer(callers))[0] for _ in range(3)]
    made = [await sign_up(each, id_) for each in people]
    assert [(each["state"], each["waiting_number"]) for each in made] == [
        ("confirmed", None),
        ("waiting", 1),
        ("waiting", 2),
    ]
    assert made[0]["title"] == "敬老探访"
    left = await people[0].post(f"/signups/{made[0]['id']}/cancellation", seen=made[0])
    assert (left.status_code, left.json()["state"]) == (200, "cancelled"), left.text
    moved = (await people[1].get(f"/signups/{made[1]['id']}")).json()
    assert (moved["state"], moved["waiting_number"], moved["version"]) == ("confirmed", 1, 2)
    promoted = await told(app, "volunteers.signup.promoted.v1")
    assert [each.data["signup_id"] for each in promoted] == [made[1]["id"]]
    assert {each.data["project_id"] for each in promoted} == {heard["project_id"]}
    stale = await people[1].post(f"/signups/{made[1]['id']}/cancellation", seen=made[1])
    assert stale.json()["type"] == "version-stale"


async def test_facts_of_the_desk_are_sequenced_like_any_other(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app, wanted=wanting(1))
    caller, _ = await volunteer(callers)
    await sign_up(caller, id_)
    async with everywhere(app) as tx:
        waiting = set(await tx.scalars(select(Unsequenced.pos)))
        fact = (await tx.scalars(select(FactRow).where(FactRow.type == "volunteers.signup.confirmed.v1"))).one()
    assert fact.pos in waiting
    assert (fact.actor, fact.area_id, fact.scope_key) == (str(caller.account_id), EAST_RC.id, EAST_RC.scope_key)
    assert fact.request_id


async def test_the_same_key_has_one_effect_and_one_answer(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app)
    _, other = await opportunity(app, starts_at=later(5), ends_at=later(6))
    caller, _ = await volunteer(callers)
    headers = {"Idempotency-Key": "key-of-this-sign-up"}
    together = await asyncio.gather(*(caller.post(f"/opportunities/{id_}/signups", headers=headers) for _ in range(3)))
    assert {each.status_code for each in together} == {201}
    assert len({each.content for each in together}) == 1
    assert sorted("idempotent-replayed" in each.headers for each in together) == [False, True, True]
    again = await caller.post(f"/opportunities/{id_}/signups", headers=headers)
    assert (again.content, again.headers["idempotent-replayed"]) == (together[0].content, "true")
    reused = await caller.post(f"/opportunities/{other}/signups", headers=headers)
    assert (reused.status_code, reused.json()["type"]) == (422, "key-reused")
    assert len(await told(app, "volunteers.signup.confirmed.v1")) == 1


async def test_a_missing_key_is_told(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app)
    caller, _ = await volunteer(callers)
    bare = await caller.send("POST", f"/opportunities/{id_}/signups", headers={"Idempotency-Key": ""})
    assert bare.status_code in {400, 422}


async def test_refuses_by_name(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app)
    caller, _ = await volunteer(callers)
    unregistered = await callers.as_(Role.VOLUNTEER).post(f"/opportunities/{id_}/signups")
    assert unregistered.json()["type"] == "not-a-volunteer"
    assert (await callers.signed_out().post(f"/opportunities/{id_}/signups")).status_code == 401
    assert (await callers.as_(Role.TOWN_OFFICER, EAST).post(f"/opportunities/{id_}/signups")).status_code == 403
    assert (await caller.post(f"/opportunities/{uuid4()}/signups")).status_code == 404
    made = await sign_up(caller, id_)
    twice = await caller.post(f"/opportunities/{id_}/signups")
    assert (twice.json()["type"], twice.json()["signup_id"]) == ("already-signed-up", made["id"])


async def test_a_clash_names_the_other_activity(app: FastAPI, callers: Callers) -> None:
    _, first = await opportunity(app, title="先报的活动")
    _, touching = await opportunity(app, starts_at=later(2), ends_at=later(3))
    _, overlapping = await opportunity(app, starts_at=later(1), ends_at=later(3))
    caller, _ = await volunteer(callers)
    made = await sign_up(caller, first)
    clash = await caller.post(f"/opportunities/{overlapping}/signups")
    assert (clash.status_code, clash.json()["type"]) == (409, "time-clash")
    assert "先报的活动" in clash.json()["detail"]
    assert clash.json()["signup_id"] == made["id"]
    await sign_up(caller, touching)
    await caller.post(f"/signups/{made['id']}/cancellation", seen=made)
    assert (await caller.post(f"/opportunities/{overlapping}/signups")).json()["type"] == "time-clash"


async def test_two_clashing_requests_at_once_are_told_apart(app: FastAPI, callers: Callers) -> None:
    ids = [(await opportunity(app))[1] for _ in range(4)]
    caller, _ = await volunteer(callers)
    answers = await asyncio.gather(*(caller.post(f"/opportunities/{id_}/signups") for id_ in ids))
    assert sorted(each.status_code for each in answers) == [201, 409, 409, 409]


async def test_who_cancelled_may_sign_up_again(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app)
    caller, _ = await volunteer(callers)
    made = await sign_up(caller, id_)
    await caller.post(f"/signups/{made['id']}/cancellation", seen=made)
    again = await sign_up(caller, id_)
    assert again["id"] != made["id"]
    assert len((await caller.get("/signups")).json()["items"]) == 2


async def test_ages_and_guardians(app: FastAPI, callers: Callers) -> None:
    _, grown = await opportunity(app, wanted=wanting(2, minimum_age=16))
    _, open_to_all = await opportunity(app, starts_at=later(4), ends_at=later(5))
    born = (datetime.now(UTC) - timedelta(days=15.5 * 365)).strftime("%Y%m%d")
    caller, _ = await volunteer(callers, id_number=person_number(born))
    young = await caller.post(f"/opportunities/{grown}/signups")
    assert (young.json()["type"], young.json()["minimum_age"]) == ("too-young", 16)
    alone = await caller.post(f"/opportunities/{open_to_all}/signups")
    assert (alone.status_code, alone.json()["type"]) == (422, "guardian-consent-missing")
    assert (await sign_up(caller, open_to_all, guardian=GUARDIAN))["state"] == "confirmed"


async def test_the_paid_lead_is_no_volunteer_there(app: FastAPI, callers: Callers) -> None:
    caller, made = await volunteer(callers)
    async with everywhere(app) as tx:
        person = (await tx.get_one(Volunteer, UUID(made["id"]))).person_id
    _, id_ = await opportunity(app, lead_person_id=str(person))
    assert (await caller.post(f"/opportunities/{id_}/signups")).json()["type"] == "leads-the-activity"


async def test_a_cancelled_activity_cancels_all(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app, wanted=wanting(1))
    people = [(await volunteer(callers))[0] for _ in range(3)]
    for each in people:
        await sign_up(each, id_)
    await hear(app, "cancelled", heard)
    states = [(await each.get("/signups")).json()["items"][0] for each in people]
    assert {(each["state"], each["cancelled_because"]) for each in states} == {("cancelled", "activity_cancelled")}
    assert await told(app, "volunteers.signup.promoted.v1") == []
    assert len(await told(app, "volunteers.signup.cancelled.v1")) == 3
    late, _ = await volunteer(callers)
    assert (await late.post(f"/opportunities/{id_}/signups")).json()["type"] == "opportunity-closed"


async def test_no_cancelling_and_no_signing_up_after_the_start(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    _, id_ = await opportunity(app)
    caller, _ = await volunteer(callers)
    made = await sign_up(caller, id_)
    assert [each["name"] for each in made["actions"]] == ["cancellation"]
    after = demo_time(later(0.5))
    caller.headers.update(after)
    assert (await caller.post(f"/signups/{made['id']}/cancellation", seen=made)).json()["type"] == "activity-started"
    other, _ = await volunteer(callers)
    late = await other.post(f"/opportunities/{id_}/signups", headers=after)
    assert late.json()["type"] == "opportunity-closed"


async def test_more_places_move_the_waiting_up_in_their_order(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app, wanted=wanting(0))
    made = [await sign_up((await volunteer(callers))[0], id_) for _ in range(3)]
    await hear(app, "published", {**heard, "title": "新标题", "wanted": wanting(2)})
    promoted = [each.data["signup_id"] for each in await told(app, "volunteers.signup.promoted.v1")]
    assert promoted == [made[0]["id"], made[1]["id"]]
    officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    listed = (await officer.get("/signups", opportunity_id=str(id_), state="waiting")).json()["items"]
    assert [(each["id"], each["title"]) for each in listed] == [(made[2]["id"], "新标题")]


async def test_who_withdraws_gives_the_places_back(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app, wanted=wanting(1))
    caller, me = await volunteer(callers)
    await sign_up(caller, id_)
    second = await sign_up((await volunteer(callers))[0], id_)
    await caller.post(f"/volunteers/{me['id']}/withdrawal", seen=me)
    await hear_oneself(app)
    assert (await caller.get("/signups")).json()["items"][0]["cancelled_because"] == "withdrawn"
    assert (await told(app, "volunteers.signup.promoted.v1"))[0].data["signup_id"] == second["id"]


async def test_what_has_begun_stays_as_it_was_when_somebody_withdraws(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app, wanted=wanting(1))
    caller, me = await volunteer(callers)
    missed = await sign_up(caller, id_)
    second, _ = await volunteer(callers)
    waits = await sign_up(second, id_)
    over = {"starts_at": (SOON - timedelta(days=9)).isoformat(), "ends_at": (SOON - timedelta(days=8)).isoformat()}
    await hear(app, "published", {**heard, **over})
    await caller.post(f"/volunteers/{me['id']}/withdrawal", seen=me)
    await hear_oneself(app)
    assert (await caller.get(f"/signups/{missed['id']}")).json()["state"] == "confirmed"
    assert (await second.get(f"/signups/{waits['id']}")).json()["state"] == "waiting"
    assert await told(app, "volunteers.signup.promoted.v1") == []


async def test_nobody_moves_up_once_the_activity_is_held(app: FastAPI, callers: Callers) -> None:
    heard, id_ = await opportunity(app, wanted=wanting(1))
    caller, me = await volunteer(callers)
    await sign_up(caller, id_)
    second, _ = await volunteer(callers)
    waits = await sign_up(second, id_)
    await hear(app, "held", heard)
    ended = (await second.get(f"/signups/{waits['id']}")).json()
    assert (ended["state"], ended["cancelled_because"]) == ("cancelled", "activity_held")
    await caller.post(f"/volunteers/{me['id']}/withdrawal", seen=me)
    await hear_oneself(app)
    assert await told(app, "volunteers.signup.promoted.v1") == []


async def test_the_lead_sees_names_of_those_from_elsewhere(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app)
    caller, me = await volunteer(callers, STONE_VC)
    made = await sign_up(caller, id_)
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    assert (await lead.get(f"/volunteers/{me['id']}")).status_code == 404
    assert (await lead.post("/names", {"ids": [me["id"]]})).json()["items"][0]["name"] == "演*"
    assert (await lead.get(f"/signups/{made['id']}")).status_code == 200
    assert (await callers.as_(Role.LEADER, CITY).get(f"/signups/{made['id']}")).status_code == 200
    for stranger in (callers.as_(Role.SOCIAL_WORKER, EAST_RC_2), callers.as_(Role.TOWN_OFFICER, STONE)):
        assert (await stranger.get(f"/signups/{made['id']}")).status_code == 404
    assert (await (await volunteer(callers))[0].get(f"/signups/{made['id']}")).status_code == 404


async def test_an_accident_of_one_refuses_nobody_else(app: FastAPI, callers: Callers, monkeypatch: Any) -> None:
    from volunteers.signup import sitting  # noqa: PLC0415 - patched here

    _, id_ = await opportunity(app, wanted=wanting(sitting.PART + 1))
    unlucky = callers.as_(Role.VOLUNTEER)
    await unlucky.post("/volunteers", registration())
    lucky = [(await volunteer(callers))[0] for _ in range(sitting.PART)]
    opened = sitting.born_on

    def broken(volunteer: Volunteer, keys: Any) -> Any:
        if volunteer.account_id == unlucky.account_id:
            raise RuntimeError
        return opened(volunteer, keys)

    monkeypatch.setattr(sitting, "born_on", broken)
    # The last of them, when the database is at work on those before.
    answers = await asyncio.gather(*(each.post(f"/opportunities/{id_}/signups") for each in (*lucky, unlucky)))
    assert [each.status_code for each in answers] == [201] * sitting.PART + [500]
    async with everywhere(app) as tx:
        assert await tx.scalar(select(Places.taken).where(Places.opportunity_id == id_)) == sitting.PART
        assert len((await tx.scalars(select(Signup).where(Signup.opportunity_id == id_))).all()) == sitting.PART


async def test_the_short_way_and_the_usual_one_judge_alike(app: FastAPI, callers: Callers) -> None:
    _, id_ = await opportunity(app, wanted=wanting(1))
    plain, usual = f"/opportunities/{id_}/signups", f"/opportunities/{str(id_).upper()}/signups"
    given = [await (await volunteer(callers))[0].post(path, body) for path, body in ((plain, None), (usual, None))]
    given.append(await (await volunteer(callers))[0].post(plain, {}))
    assert [(each.status_code, each.json()["waiting_number"]) for each in given] == [(201, None), (201, 1), (201, 2)]
    assert len({tuple(sorted(each.json())) for each in given}) == 1
    assert {each.headers["etag"] for each in given} == {'"1"'}
    twice, _ = await volunteer(callers)
    assert (await twice.post(plain)).status_code == 201
    officer = callers.as_(Role.TOWN_OFFICER, CITY)
    for path, body in ((plain, None), (usual, None), (plain, {})):
        assert (await twice.post(path, body)).json()["type"] == "already-signed-up"
        assert (await officer.post(path, body)).json()["type"] == "forbidden"
        assert (await Caller(app, None).post(path, body)).status_code == 401
        assert (await twice.post(path, body, headers={"Idempotency-Key": "short"})).status_code == 422
    assert (await twice.post("/opportunities/x/signups")).status_code == 422
    assert (await twice.post(f"{plain}?x=%00")).json()["type"] == "invalid"
