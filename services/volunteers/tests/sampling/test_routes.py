"""Entries by hand: drawn when a month is over, checked by somebody from elsewhere, and what a wrong one leads to."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI

from chassis import clock
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, Caller, Callers, everywhere, told
from services.volunteers.tests.make import Day, during, hear_oneself
from volunteers.hours.model import Hours
from volunteers.sampling.drawing import draw_samples, months_before
from volunteers.sampling.rules import drawn_from
from volunteers.schedule import SCHEDULE

WRONG = {"right": False, "finding": "签到表上没有此人"}
RIGHT = {"right": True, "finding": "签到表第3行有本人签名"}


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    return await Day(app, callers, demo_time).begin()


def _month_after() -> datetime:
    """Some days into the month after the one of the activity."""
    first = months_before(clock.day(during(9)), -1)
    return during(0).replace(year=first.year, month=first.month, day=5)


async def by_hand(day: Day, lead: Caller, begins: float = 0, ends: float = 1) -> dict[str, Any]:
    span = {"starts_at": during(begins).isoformat(), "ends_at": during(ends).isoformat()}
    body = {"signup_id": day.signup["id"], **span, "reason": "手机没电,签到表有签名"}
    answer = await lead.post("/hours", body, headers=day.at(9))
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def confirmed(day: Day, lead: Caller, **when: float) -> dict[str, Any]:
    second, made = day.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), await by_hand(day, lead, **when)
    answer = await second.post(f"/hours/{made['id']}/confirmation", seen=made, headers=day.at(9))
    assert answer.status_code == 200, answer.text
    entry: dict[str, Any] = answer.json()
    return entry


async def drawn(day: Day) -> tuple[Caller, dict[str, Any]]:
    """The officer elsewhere, and the check that waits there."""
    assert await draw_samples(day.app.state.sessions, _month_after()) == 1
    officer = day.callers.as_(Role.TOWN_OFFICER, STONE)
    [check] = (await officer.get("/hours-checks", state="waiting")).json()["items"]
    return officer, check


async def test_a_month_is_drawn_once_with_a_seed_that_anybody_can_repeat(
    app: FastAPI, callers: Callers, day: Day
) -> None:
    entry = await confirmed(day, callers.as_(Role.SOCIAL_WORKER, EAST_RC))
    assert await draw_samples(app.state.sessions, during(9)) == 0, "not before the month is over"
    _, check = await drawn(day)
    assert await draw_samples(app.state.sessions, _month_after()) == 0
    assert (check["hours_id"], check["volunteer_number"]) == (entry["id"], day.me["number"])
    own = callers.as_(Role.TOWN_OFFICER, EAST)
    [draw] = (await own.get("/hours-draws", area_id=str(EAST.id))).json()["items"]
    again = drawn_from([UUID(each) for each in draw["pool"]], draw["seed"], draw["share_percent"])
    assert [str(each) for each in again] == draw["drawn"] == [entry["id"]]
    [fact] = await told(app, "volunteers.hours_sample.drawn.v1")
    assert (fact.data["seed"], fact.data["pool"], fact.data["drawn"]) == (draw["seed"], 1, 1)
    assert (await own.get("/hours-checks")).json()["items"] == [], "it lies elsewhere"
    assert draw_samples in [turn.look for turn in SCHEDULE]


async def test_an_unchecked_sample_is_a_to_do_in_another_town(app: FastAPI, callers: Callers, day: Day) -> None:
    await confirmed(day, callers.as_(Role.SOCIAL_WORKER, EAST_RC))
    officer, check = await drawn(day)
    [task] = [each for each in await told(app, "volunteers.task.opened.v1") if each.data["title_code"] == "hours-check"]
    assert (task.data["role"], task.area_id, task.data["due_on"]) == ("town_officer", STONE.id, check["due_on"])
    right = await officer.post(f"/hours-checks/{check['id']}/result", RIGHT, seen=check)
    assert (right.status_code, right.json()["state"]) == (200, "right"), right.text
    closed = [each.data for each in await told(app, "volunteers.task.closed.v1")]
    assert task.data in closed
    again = await officer.post(f"/hours-checks/{check['id']}/result", RIGHT, seen=right.json())
    assert again.json()["type"] == "not-to-check"


async def test_nobody_near_checks(app: FastAPI, callers: Callers, day: Day) -> None:
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC, person_id=(person := uuid4()))
    await confirmed(day, lead)
    _, check = await drawn(day)
    path = f"/hours-checks/{check['id']}/result"
    assert (await callers.as_(Role.TOWN_OFFICER, EAST).post(path, RIGHT, seen=check)).status_code == 404
    assert (await callers.as_(Role.SOCIAL_WORKER, STONE).get("/hours-checks")).status_code == 403
    proposer = callers.as_(Role.TOWN_OFFICER, STONE, person_id=person)
    refused = await proposer.post(path, RIGHT, seen=check)
    assert (refused.status_code, refused.json()["type"]) == (403, "same-house")
    bureau = callers.as_(Role.BUREAU_OFFICER, CITY)
    assert (await bureau.post(path, RIGHT, seen=check)).status_code == 200


async def test_a_wrong_entry_is_countered_and_its_proposer_is_checked_fully_for_a_while(
    app: FastAPI, callers: Callers, demo_time: Any, day: Day
) -> None:
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    entry = await confirmed(day, lead)
    officer, check = await drawn(day)
    bare = await officer.post(f"/hours-checks/{check['id']}/result", {**WRONG, "finding": ""}, seen=check)
    assert bare.json()["errors"][0]["pointer"] == "/finding"
    wrong = await officer.post(f"/hours-checks/{check['id']}/result", WRONG, seen=check, headers=day.at(20))
    assert (wrong.status_code, wrong.json()["state"]) == (200, "wrong"), wrong.text
    total = (await day.volunteer.get("/hours/total", volunteer_id=day.me["id"])).json()
    assert total["confirmed_minutes"] == 0
    [counter] = await told(app, "volunteers.hours.countered.v1")
    assert (counter.data["hours_id"], counter.actor) == (entry["id"], str(officer.account_id))
    [fact] = await told(app, "volunteers.hours.checked.v1")
    assert fact.data["full_check_until"] == (clock.day(during(20)) + timedelta(days=90)).isoformat()
    other = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await by_hand(day, other, 1, 1.5))["full_check"] is False, "who is not concerned goes on as before"
    watched = await by_hand(day, lead, 1.5, 2)
    assert watched["full_check"] is True
    await hear_oneself(app)
    path, second = f"/hours/{watched['id']}", callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert [each["name"] for each in (await second.get(path)).json()["actions"]] == ["return"]
    assert (await second.post(f"{path}/confirmation", seen=watched)).json()["type"] == "check-needed"
    [due] = (await officer.get("/hours-checks", state="waiting")).json()["items"]
    assert (due["kind"], due["hours_id"]) == ("full", watched["id"])
    assert (await officer.post(f"/hours-checks/{due['id']}/result", RIGHT, seen=due)).status_code == 200
    seen = (await second.get(path)).json()
    assert (await second.post(f"{path}/confirmation", seen=seen)).status_code == 200


async def test_a_watched_entry_found_wrong_ends_and_a_returned_one_is_checked_no_more(
    app: FastAPI, callers: Callers, day: Day
) -> None:
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    await confirmed(day, lead)
    officer, check = await drawn(day)
    await officer.post(f"/hours-checks/{check['id']}/result", WRONG, seen=check, headers=day.at(20))
    entries = [await by_hand(day, lead, 0, 0.5), await by_hand(day, lead, 0.5, 1)]
    await hear_oneself(app)
    due = {each["hours_id"]: each for each in (await officer.get("/hours-checks", state="waiting")).json()["items"]}
    first = due[entries[0]["id"]]
    await officer.post(f"/hours-checks/{first['id']}/result", WRONG, seen=first, headers=day.at(21))
    assert (await lead.get(f"/hours/{entries[0]['id']}")).json()["state"] == "returned"
    second = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    await second.post(f"/hours/{entries[1]['id']}/return", {"reason": "重新核对"}, seen=entries[1])
    await hear_oneself(app)
    states = [each["state"] for each in (await officer.get("/hours-checks")).json()["items"]]
    assert sorted(states) == ["dropped", "wrong", "wrong"]
    async with everywhere(app) as tx:
        assert (await tx.get_one(Hours, UUID(entries[1]["id"]))).checked_at is None
