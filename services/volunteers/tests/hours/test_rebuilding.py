"""While the copies of activities are made anew nothing is decided without them: it waits, and is done afterwards."""

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import delete

from chassis.principal import Role
from chassis.problems import Unavailable
from chassis.testing import EAST_RC, Callers, everywhere
from services.volunteers.tests.make import Day, during, hear, hear_oneself
from volunteers.opportunity.model import Activity
from volunteers.schedule import forgotten


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    return await Day(app, callers, demo_time).begin()


async def wind_back(app: FastAPI) -> None:
    """As a rebuild begins."""
    async with everywhere(app) as session:
        await session.execute(delete(Activity))


async def test_who_checks_in_then_tries_again(app: FastAPI, day: Day) -> None:
    code = await day.code(0)
    await wind_back(app)
    answer = await day.check("in", 0, code=code)
    assert (answer.status_code, answer.json()["type"]) == (503, "unavailable")
    await hear(app, "published", day.activity)
    assert (await day.check("in", 0, code=code)).status_code == 201


async def test_nobodys_hours_are_proposed_or_entered_before_it_is_known_who_the_lead_is(
    app: FastAPI, callers: Callers, day: Day
) -> None:
    await day.check("in", 0)
    await day.check("out", 1)
    await wind_back(app)
    with pytest.raises(Unavailable):
        await hear_oneself(app)
    lead, rest = callers.as_(Role.SOCIAL_WORKER, EAST_RC), {"starts_at": during(1), "ends_at": during(2)}
    body = {"signup_id": day.signup["id"], "reason": "签退太早", **{name: at.isoformat() for name, at in rest.items()}}
    assert (await lead.post("/hours", body, headers=day.at(3))).status_code == 503
    assert (await day.volunteer.get("/hours")).json()["items"] == []
    await hear(app, "published", {**day.activity, "lead_person_id": None})
    await hear_oneself(app)
    assert [each["minutes"] for each in (await day.volunteer.get("/hours")).json()["items"]] == [60]


async def test_who_forgot_to_check_out_is_looked_at_again(app: FastAPI, day: Day) -> None:
    await day.check("in", 0)
    await hear(app, "held", day.activity, at=during(2))
    await wind_back(app)
    with pytest.raises(Unavailable):
        await forgotten(app.state.sessions, during(9))
    await hear(app, "published", day.activity)
    assert await forgotten(app.state.sessions, during(9)) == 1
    assert [each["minutes"] for each in (await day.volunteer.get("/hours")).json()["items"]] == [120]
