"""Hours over HTTP: proposed by one, confirmed by another, put right by counter-entries."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from chassis import clock
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, Callers, everywhere, told
from procedures.calendar import working_days_after
from services.volunteers.tests.make import Day, during, hear, hear_oneself, opportunity, sign_up, volunteer
from volunteers.hours.model import Hours


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    return await Day(app, callers, demo_time).begin()


async def test_check_out_proposes_whole_minutes_within_the_plan(app: FastAPI, callers: Callers, day: Day) -> None:
    hours = await day.serve(begins=-0.5, ends=1.51)
    assert (hours["minutes"], hours["state"], hours["source"], hours["place_unknown"]) == (
        90,
        "proposed",
        "attendance",
        False,
    )
    assert [each["name"] for each in hours["actions"]] == ["dispute"]
    assert hours["links"]["activity"] == f"/api/projects/activities/{day.activity['activity_id']}"
    evidence = await day.volunteer.get(hours["links"]["evidence"].removeprefix("/api/volunteers"))
    assert evidence.json()["signup_id"] == day.signup["id"]
    fact = (await told(app, "volunteers.hours.proposed.v1"))[0]
    assert fact.data == {
        "hours_id": hours["id"],
        "activity_id": day.activity["activity_id"],
        "project_id": day.activity["project_id"],
        "volunteer_id": day.me["id"],
        "minutes": 90,
        "source": "attendance",
        "evidence_id": hours["evidence_id"],
        "forgot_check_out": False,
        "second_account_id": None,
    }


async def test_a_second_person_confirms(app: FastAPI, callers: Callers, day: Day) -> None:
    hours = await day.serve()
    officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    waiting = (await officer.get("/hours", state="proposed", area_id=str(EAST.id))).json()["items"]
    assert [each["id"] for each in waiting] == [hours["id"]]
    assert [each["name"] for each in waiting[0]["actions"]] == ["confirmation", "return"]
    confirmed = await officer.post(f"/hours/{hours['id']}/confirmation", seen=hours)
    assert (confirmed.status_code, confirmed.json()["state"]) == (200, "confirmed"), confirmed.text
    assert confirmed.json()["second_account_id"] == str(officer.account_id)
    again = await officer.post(f"/hours/{hours['id']}/confirmation", seen=confirmed.json())
    assert again.json()["type"] == "not-waiting"
    total = (await day.volunteer.get("/hours/total", volunteer_id=day.me["id"])).json()
    assert (total["confirmed_minutes"], total["waiting_minutes"]) == (90, 0)
    assert (await told(app, "volunteers.hours.confirmed.v1"))[0].data["second_account_id"] == str(officer.account_id)


async def test_not_by_oneself_nor_by_the_proposer_nor_from_elsewhere(app: FastAPI, callers: Callers, day: Day) -> None:
    hours = await day.serve()
    path = f"/hours/{hours['id']}/confirmation"
    assert (await day.volunteer.post(path, seen=hours)).status_code == 403
    same_account = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC, account_id=day.volunteer.account_id)
    assert (await same_account.post(path, seen=hours)).json()["type"] == "own-hours"
    async with everywhere(app) as tx:
        person = (await tx.get_one(Hours, UUID(hours["id"]))).person_id
    same_person = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC, person_id=person)
    assert (await same_person.post(path, seen=hours)).json()["type"] == "own-hours"
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).post(path, seen=hours)).status_code == 404
    assert (await callers.as_(Role.LEADER, CITY).post(path, seen=hours)).status_code == 403


async def test_who_proposed_does_not_confirm_by_another_account(callers: Callers, day: Day) -> None:
    worker = callers.as_(Role.SOCIAL_WORKER, EAST_RC, person_id=(person := uuid4()))
    made = (await worker.post("/hours", manual(day, 0, 1), headers=day.at(5))).json()
    path = f"/hours/{made['id']}/confirmation"
    other_account = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC, person_id=person)
    assert (await other_account.post(path, seen=made)).json()["type"] == "second-person-needed"
    shown = (await other_account.get(f"/hours/{made['id']}")).json()
    assert "confirmation" not in [each["name"] for each in shown["actions"]]
    other_person = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC, person_id=uuid4())
    assert (await other_person.post(path, seen=made)).status_code == 200


async def test_many_are_confirmed_at_once_each_with_its_result(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    made = [await (await Day(app, callers, demo_time).begin()).serve() for _ in range(2)]
    officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    asked = [{"id": each["id"], "version": each["version"]} for each in made]
    asked += [{"id": str(uuid4()), "version": 1}, {"id": made[0]["id"], "version": 9}]
    answer = await officer.post("/hours/confirmations", {"items": asked})
    results = [(each["confirmed"], each["problem"]) for each in answer.json()["items"]]
    assert results == [(True, None), (True, None), (False, "not-found"), (False, "version-stale")]
    assert len(await told(app, "volunteers.hours.confirmed.v1")) == 2


async def test_nothing_is_proposed_for_a_minute_outside_the_plan(app: FastAPI, day: Day) -> None:
    await day.check("in", -0.9)
    await day.check("out", -0.5)
    await hear_oneself(app)
    assert (await day.volunteer.get("/hours")).json()["items"] == []


async def test_the_volunteer_disputes_and_the_entry_is_returned(app: FastAPI, callers: Callers, day: Day) -> None:
    hours = await day.serve()
    disputed = await day.volunteer.post(f"/hours/{hours['id']}/dispute", {"reason": "我待到了最后"}, seen=hours)
    assert (disputed.json()["state"], disputed.json()["objection"]) == ("disputed", "我待到了最后"), disputed.text
    officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    returned = await officer.post(f"/hours/{hours['id']}/return", {"reason": "请补录"}, seen=disputed.json())
    assert returned.json()["state"] == "returned", returned.text
    body = manual(day, 0, 2)
    worker = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    made = await worker.post("/hours", body, headers=day.at(3))
    assert (made.status_code, made.json()["minutes"]) == (201, 120), made.text
    assert "提出" in (await worker.post(f"/hours/{made.json()['id']}/confirmation", seen=made.json())).json()["title"]
    assert (await officer.post(f"/hours/{made.json()['id']}/confirmation", seen=made.json())).status_code == 200


async def test_a_dispute_is_granted_by_returning_the_entry_for_another_that_waits_for_a_second_person(
    callers: Callers, day: Day
) -> None:
    hours = await day.serve()
    seen = (await day.volunteer.post(f"/hours/{hours['id']}/dispute", {"reason": "我待到了最后"}, seen=hours)).json()
    officer, worker = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.SOCIAL_WORKER, EAST_RC)

    async def returned(begins: float, ends: float) -> httpx.Response:
        instead = {"starts_at": during(begins).isoformat(), "ends_at": during(ends).isoformat()}
        body = {"reason": "签到表上到结束", "instead": instead}
        return await officer.post(f"/hours/{hours['id']}/return", body, seen=seen, headers=day.at(3))

    refused = [(await returned(*span)).json()["type"] for span in ((1, 0), (0, 2.5))]
    assert refused == ["nothing-served", "beyond-planned-span"]
    granted = await returned(0, 2)
    assert (granted.status_code, granted.json()["state"]) == (200, "returned"), granted.text
    [made] = (await worker.get("/hours", state="proposed", signup_id=day.signup["id"])).json()["items"]
    assert (made["minutes"], made["source"], made["evidence_id"]) == (120, "manual", hours["id"])
    path = f"/hours/{made['id']}/confirmation"
    assert (await officer.post(path, seen=made)).json()["type"] == "second-person-needed"
    assert (await worker.post(path, seen=made)).status_code == 200
    total = (await day.volunteer.get("/hours/total", volunteer_id=day.me["id"])).json()
    assert (total["confirmed_minutes"], total["waiting_minutes"]) == (120, 0)


def manual(day: Day, begins: float, ends: float, **changes: Any) -> dict[str, Any]:
    times = {"starts_at": during(begins).isoformat(), "ends_at": during(ends).isoformat()}
    return {"signup_id": day.signup["id"], **times, "reason": "手机没电", **changes}


async def test_entries_by_hand_are_refused_by_name(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    ends = (during(0) + timedelta(hours=9)).isoformat()
    day = await Day(app, callers, demo_time).begin(ends_at=ends)
    worker = callers.as_(Role.SOCIAL_WORKER, EAST_RC)

    async def answered(begins: float, ends: float, now: float = 20) -> str:
        answer = await worker.post("/hours", manual(day, begins, ends), headers=day.at(now))
        return str(answer.json().get("type") or answer.json()["state"])

    assert await answered(0, 2, now=1) == "in-the-future"
    assert await answered(-1, 1) == "beyond-planned-span"
    assert await answered(8, 9.5) == "beyond-planned-span"
    assert await answered(1, 1) == "nothing-served"
    assert await answered(2, 1) == "nothing-served"
    assert await answered(0, 4.1) == "manual-cap-reached"
    assert await answered(0, 4) == "proposed"
    assert await answered(3.5, 5) == "hours-overlap"
    assert await answered(4, 8) == "proposed"
    assert await answered(8, 8.5) == "manual-cap-reached"
    other, _ = await volunteer(callers)
    assert (await other.post("/hours", manual(day, 0, 1))).status_code == 403
    bare = await worker.post("/hours", {**manual(day, 0, 1), "reason": ""})
    assert bare.json()["errors"][0]["pointer"] == "/reason"


async def test_overlaps_are_seen_beyond_the_proposers_scope(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    day = await Day(app, callers, demo_time).begin()
    await day.volunteer.post(f"/signups/{day.signup['id']}/cancellation", seen=day.signup)
    await Day(app, callers, demo_time).begin()
    heard, elsewhere = await opportunity(app, place=STONE)
    there = await sign_up(day.volunteer, elsewhere)
    stone = callers.as_(Role.COMMUNITY_OFFICER, STONE)
    made = await stone.post("/hours", manual(day, 0, 1, signup_id=there["id"]), headers=day.at(5))
    assert made.status_code == 201, made.text
    await hear(app, "published", {**heard, "starts_at": during(30).isoformat(), "ends_at": during(32).isoformat()})
    again = await sign_up(day.volunteer, day.opportunity)
    here = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    clash = await here.post("/hours", manual(day, 0.5, 1.5, signup_id=again["id"]), headers=day.at(5))
    assert clash.json()["type"] == "hours-overlap"


async def test_a_correction_is_a_counter_entry(app: FastAPI, callers: Callers, day: Day) -> None:
    hours = await day.serve()
    officer, town = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.TOWN_OFFICER, EAST)
    confirmed = (await officer.post(f"/hours/{hours['id']}/confirmation", seen=hours)).json()
    body = {"reason": "提前离开", "minutes": 30}
    answer = await town.post(f"/hours/{hours['id']}/counter-entry", body, seen=confirmed, headers=day.at(9))
    assert answer.status_code == 201, answer.text
    old, counter, new = answer.json()
    assert [(each["state"], each["minutes"]) for each in (old, counter, new)] == [
        ("countered", 90),
        ("confirmed", -90),
        ("proposed", 30),
    ]
    total = (await day.volunteer.get("/hours/total", volunteer_id=day.me["id"])).json()
    assert (total["confirmed_minutes"], total["waiting_minutes"]) == (0, 30)
    fact = (await told(app, "volunteers.hours.countered.v1"))[0].data
    assert (fact["hours_id"], fact["minutes"], fact["evidence_id"]) == (hours["id"], -90, counter["id"])
    own = await town.post(f"/hours/{new['id']}/confirmation", seen=new)
    assert own.json()["type"] == "second-person-needed"
    assert (await officer.post(f"/hours/{new['id']}/confirmation", seen=new)).status_code == 200
    twice = await town.post(f"/hours/{hours['id']}/counter-entry", {"reason": "再来一次"}, seen=old)
    assert twice.json()["type"] == "not-counterable"
    again = await town.post(f"/hours/{counter['id']}/counter-entry", {"reason": "再来一次"}, seen=counter)
    assert again.json()["type"] == "not-counterable"


async def test_a_correction_upwards_is_capped_like_an_entry_by_hand(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    day = await Day(app, callers, demo_time).begin(ends_at=during(9).isoformat())
    hours = await day.serve(0, 6)
    officer, town = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.TOWN_OFFICER, EAST)
    seen = (await officer.post(f"/hours/{hours['id']}/confirmation", seen=hours)).json()
    path, when = f"/hours/{hours['id']}/counter-entry", day.at(20)
    more = await town.post(path, {"reason": "待到了最后", "minutes": 500}, seen=seen, headers=when)
    assert (more.status_code, more.json()["type"]) == (409, "manual-cap-reached"), more.text
    # What attendance vouches for may stay longer than an entry by hand.
    less = await town.post(path, {"reason": "午休不计", "minutes": 300}, seen=seen, headers=when)
    assert (less.status_code, less.json()[-1]["minutes"]) == (201, 300), less.text


async def test_what_waits_for_a_second_person_is_a_to_do(app: FastAPI, callers: Callers, day: Day) -> None:
    async def waiting() -> list[tuple[str, str]]:
        opened = {each.data["task_id"]: each for each in await told(app, "volunteers.task.opened.v1")}
        for each in await told(app, "volunteers.task.closed.v1"):
            assert opened.pop(each.data["task_id"]).data == each.data
        return [(each.data["title_code"], each.data["role"]) for each in opened.values()]

    hours = await day.serve()
    assert await waiting() == [("hours-confirmation", "community_officer")]
    disputed = await day.volunteer.post(f"/hours/{hours['id']}/dispute", {"reason": "我待到了最后"}, seen=hours)
    assert await waiting() == [("hours-objection", "community_officer")]
    officer, town = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.TOWN_OFFICER, EAST)
    confirmed = await officer.post(f"/hours/{hours['id']}/confirmation", seen=disputed.json())
    assert await waiting() == []
    body = {"reason": "提前离开", "minutes": 30}
    path = f"/hours/{hours['id']}/counter-entry"
    made = (await town.post(path, body, seen=confirmed.json(), headers=day.at(9))).json()
    assert await waiting() == [("hours-confirmation", "community_officer")]
    last = (await told(app, "volunteers.task.opened.v1"))[-1].data
    assert (last["barred_account_id"], last["stand_in_role"]) == (str(town.account_id), "town_officer")
    await officer.post(f"/hours/{made[-1]['id']}/return", {"reason": "请再核对"}, seen=made[-1])
    assert await waiting() == []


async def test_the_database_refuses_to_rewrite_or_delete(app: FastAPI, day: Day) -> None:
    hours = await day.serve()
    for statement in (update(Hours).values(minutes=600), update(Hours).values(volunteer_id=uuid4()), delete(Hours)):
        with pytest.raises(DBAPIError, match="append-only"):
            async with everywhere(app) as tx:
                await tx.execute(statement.where(Hours.id == UUID(hours["id"])))


async def test_the_paid_lead_has_no_volunteer_hours(app: FastAPI, callers: Callers, day: Day) -> None:
    await day.check("in", 0)
    async with everywhere(app) as tx:
        from volunteers.signup.model import Signup  # noqa: PLC0415

        person = (await tx.get_one(Signup, UUID(day.signup["id"]))).person_id
    await hear(app, "published", {**day.activity, "lead_person_id": str(person)})
    await day.check("out", 1)
    await hear_oneself(app)
    assert (await day.volunteer.get("/hours")).json()["items"] == []
    worker = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    refused = await worker.post("/hours", manual(day, 0, 1), headers=day.at(5))
    assert refused.json()["type"] == "leads-the-activity"


async def test_officers_filter_and_volunteers_see_their_own(app: FastAPI, callers: Callers, day: Day) -> None:
    hours = await day.serve()
    other, _ = await volunteer(callers)
    assert (await other.get("/hours")).json()["items"] == []
    assert (await other.get(f"/hours/{hours['id']}")).status_code == 404
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    for query in ({"activity_id": hours["activity_id"]}, {"source": "attendance"}, {"volunteer_id": day.me["id"]}):
        assert len((await officer.get("/hours", **query)).json()["items"]) == 1
    assert (await officer.get("/hours", source="manual")).json()["items"] == []
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get("/hours")).json()["items"] == []


@pytest.mark.parametrize("starts_at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
async def test_an_instant_beyond_the_calendar_is_named(callers: Callers, day: Day, starts_at: str) -> None:
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    ends_at, reason = during(1).isoformat(), "手机没电,未能签到"
    body = {"signup_id": day.signup["id"], "starts_at": starts_at, "ends_at": ends_at, "reason": reason}
    answer = await lead.post("/hours", body)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/starts_at")
    assert (await lead.post("/hours", {**body, "starts_at": "1950-01-01T00:00:00Z"})).status_code == 409


async def test_a_reason_with_a_character_that_cannot_be_kept_is_named(day: Day) -> None:
    hours = await day.serve()
    answer = await day.volunteer.post(f"/hours/{hours['id']}/dispute", {"reason": "不对\x00不对"}, seen=hours)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/reason")


async def test_a_dispute_is_decided_by_somebody_else_and_in_time(app: FastAPI, callers: Callers, day: Day) -> None:
    worker = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    made = (await worker.post("/hours", manual(day, 0, 1), headers=day.at(5))).json()
    path = f"/hours/{made['id']}"
    answer = await day.volunteer.post(f"{path}/dispute", {"reason": "不止一小时"}, seen=made, headers=day.at(6))
    due = working_days_after(clock.day(during(6)), 5)
    assert (answer.json()["state"], answer.json()["decide_by"]) == ("disputed", due.isoformat()), answer.text
    [task] = [each for each in await told(app, "volunteers.task.opened.v1") if "objection" in each.data["title_code"]]
    assert task.data["due_on"] == due.isoformat()
    for verb, body in (("confirmation", None), ("return", {"reason": "我自己退回"})):
        own = await worker.post(f"{path}/{verb}", body, seen=answer.json())
        assert (own.status_code, own.json()["type"]) == (403, "second-person-needed")
    assert (await worker.get(path)).json()["actions"] == []
    other = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    decided = await other.post(f"{path}/return", {"reason": "另按签到表补录"}, seen=answer.json())
    assert decided.json()["state"] == "returned", decided.text
    closed = [each.data for each in await told(app, "volunteers.task.closed.v1")]
    assert task.data in closed
