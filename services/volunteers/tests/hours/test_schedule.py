"""Who forgot to check out: found when the time to do so is over, not when somebody marks the activity as held."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, Callers, told
from services.volunteers.tests.make import HERE, Day, during, hear, hear_oneself
from volunteers.schedule import forgotten

CLOSES = 2 + 2  # hours after the start: two of the activity, and two to check out


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    return await Day(app, callers, demo_time).begin()


async def look(app: FastAPI, hours: float) -> int:
    return await forgotten(app.state.sessions, during(hours))


async def test_the_planned_end_counts_and_anybody_else_confirms(app: FastAPI, callers: Callers, day: Day) -> None:
    await day.check("in", 0.5, **HERE)
    await hear(app, "held", day.activity, at=during(2))
    assert await look(app, CLOSES) == 0
    assert await look(app, CLOSES + 0.01) == 1
    assert await look(app, CLOSES + 0.02) == 0
    hours = (await day.volunteer.get("/hours")).json()["items"][0]
    assert (hours["minutes"], hours["forgot_check_out"], hours["state"]) == (90, True, "proposed")
    assert (await day.volunteer.get(f"/signups/{day.signup['id']}")).json()["state"] == "attended"
    [fact] = await told(app, "volunteers.hours.proposed.v1")
    assert (fact.actor, fact.time) == ("volunteers", during(CLOSES))
    officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await officer.post(f"/hours/{hours['id']}/confirmation", seen=hours)).status_code == 200


async def test_marking_the_activity_as_held_cuts_nobody_off(app: FastAPI, callers: Callers, day: Day) -> None:
    await day.check("in", 0)
    await hear(app, "held", day.activity, at=during(0.5))
    assert (await callers.signed_out().get(f"/opportunities/{day.opportunity}")).json()["state"] == "held"
    assert (await day.volunteer.get("/hours")).json()["items"] == []
    assert (await day.check("out", 1.75)).status_code == 200
    await hear_oneself(app)
    assert [each["minutes"] for each in (await day.volunteer.get("/hours")).json()["items"]] == [105]
    assert await look(app, 99) == 0


async def test_who_comes_after_that_and_forgets_is_found_too(app: FastAPI, day: Day) -> None:
    await hear(app, "held", day.activity, at=during(0.25))
    await day.check("in", 0.5)
    await look(app, 99)
    assert (await day.volunteer.get("/hours")).json()["items"][0]["minutes"] == 90


async def test_an_activity_not_marked_as_held_waits(app: FastAPI, day: Day) -> None:
    await day.check("in", 0)
    assert await forgotten(app.state.sessions, during(0) + timedelta(days=9)) == 0
    await hear(app, "held", day.activity, at=during(99))
    assert await look(app, 99) == 1


async def test_what_cannot_be_counted_is_looked_at_once(app: FastAPI, day: Day) -> None:
    await day.check("in", 3)
    await hear(app, "held", day.activity, at=during(5))
    assert await look(app, 9) == 1
    assert await look(app, 9) == 0
    assert (await day.volunteer.get("/hours")).json()["items"] == []
    [fact] = await told(app, "volunteers.attendance.forgotten.v1")
    assert (fact.data["activity_id"], fact.time) == (day.activity["activity_id"], during(CLOSES))
