"""No-shows: found by the clock, shown, excused with a reason, and gone when hours are confirmed after all."""

from typing import Any

import pytest
from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, STONE, Caller, Callers, told
from services.volunteers.tests.make import Day, during, hear, hear_oneself
from volunteers.schedule import absent

CLOSES = 2 + 2  # hours after the start: two of the activity, and two in which one may still check out
WHY = {"reason": "当天临时住院，已说明"}


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    return await Day(app, callers, demo_time).begin()


async def state_of(day: Day) -> dict[str, Any]:
    view: dict[str, Any] = (await day.volunteer.get(f"/signups/{day.signup['id']}")).json()
    return view


async def test_who_never_came_is_marked_when_the_time_to_check_in_is_over(app: FastAPI, day: Day) -> None:
    assert await absent(app.state.sessions, during(99)) == 0, "an activity not marked as held may have been moved"
    await hear(app, "held", day.activity, at=during(2))
    assert await absent(app.state.sessions, during(CLOSES)) == 0
    assert await absent(app.state.sessions, during(CLOSES + 0.1)) == 1
    assert await absent(app.state.sessions, during(CLOSES + 0.1)) == 0
    assert (await state_of(day))["state"] == "no_show"
    [fact] = await told(app, "volunteers.signup.missed.v1")
    assert (fact.actor, fact.time) == ("volunteers", during(CLOSES))


async def test_the_lead_excuses_with_a_reason_that_the_volunteer_reads(
    app: FastAPI, callers: Callers, day: Day
) -> None:
    lead, path = callers.as_(Role.SOCIAL_WORKER, EAST_RC), f"/signups/{day.signup['id']}/excuse"
    early = await lead.post(path, WHY, seen=await state_of(day))
    assert early.json()["type"] == "not-absent"
    await hear(app, "held", day.activity, at=during(2))
    await absent(app.state.sessions, during(9))
    seen = (await lead.send("GET", f"/signups/{day.signup['id']}", headers=day.at(9))).json()
    assert [each["name"] for each in seen["actions"]] == ["excuse", "hours"]
    assert (await day.volunteer.post(path, WHY, seen=seen)).status_code == 403
    assert (await callers.as_(Role.COMMUNITY_OFFICER, STONE).post(path, WHY, seen=seen)).status_code == 404
    own = callers.as_(Role.SOCIAL_WORKER, EAST_RC, account_id=day.volunteer.account_id)
    assert (await own.post(path, WHY, seen=seen)).json()["type"] == "excuses-oneself"
    assert (await lead.post(path, {"reason": ""}, seen=seen)).status_code == 422
    excused = await lead.post(path, WHY, seen=seen)
    assert (excused.status_code, excused.json()["state"]) == (200, "excused"), excused.text
    assert (await state_of(day))["excused_because"] == WHY["reason"]
    assert len(await told(app, "volunteers.signup.excused.v1")) == 1


async def test_hours_confirmed_after_all_show_that_somebody_came(app: FastAPI, callers: Callers, day: Day) -> None:
    await hear(app, "held", day.activity, at=during(2))
    await absent(app.state.sessions, during(9))
    lead, second = callers.as_(Role.SOCIAL_WORKER, EAST_RC), callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    span = {"starts_at": during(0).isoformat(), "ends_at": during(1).isoformat()}
    body = {"signup_id": day.signup["id"], **span, "reason": "签到表有本人签名"}
    made = (await lead.post("/hours", body, headers=day.at(9))).json()
    assert (await state_of(day))["state"] == "no_show"
    assert (await second.post(f"/hours/{made['id']}/confirmation", seen=made)).status_code == 200
    await hear_oneself(app)
    assert (await state_of(day))["state"] == "attended"
    assert [each.subject for each in await told(app, "volunteers.signup.attended.v1")] == [day.signup["id"]]


async def test_who_leads_is_offered_to_enter_the_hours_of_who_had_a_place_once_it_has_begun(
    app: FastAPI, callers: Callers, day: Day
) -> None:
    path, lead = f"/signups/{day.signup['id']}", callers.as_(Role.SOCIAL_WORKER, EAST_RC)

    async def offered(caller: Caller, at: float) -> list[str]:
        shown = (await caller.send("GET", path, headers=day.at(at))).json()
        return [each["href"] for each in shown["actions"] if each["name"] == "hours"]

    assert await offered(lead, -1) == []
    for office in (lead, callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)):
        assert await offered(office, 1) == ["/api/volunteers/hours"]
    assert await offered(callers.as_(Role.TOWN_OFFICER, EAST), 1) == []
    assert await offered(day.volunteer, 1) == []
    own = callers.as_(Role.SOCIAL_WORKER, EAST_RC, account_id=day.volunteer.account_id)
    assert await offered(own, 1) == []
    await hear(app, "cancelled", day.activity, at=during(1))
    assert await offered(lead, 1.5) == []


async def test_who_has_hours_that_wait_is_not_taken_for_absent(app: FastAPI, callers: Callers, day: Day) -> None:
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    span = {"starts_at": during(0).isoformat(), "ends_at": during(1).isoformat()}
    await lead.post("/hours", {"signup_id": day.signup["id"], **span, "reason": "手机没电"}, headers=day.at(3))
    await hear(app, "held", day.activity, at=during(2))
    assert await absent(app.state.sessions, during(9)) == 0
