"""Who had checked in when the activity is called off, or moved, is not kept in what does not take place then."""

from datetime import datetime
from typing import Any

import pytest
from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, Callers, told
from services.volunteers.tests.make import HERE, Day, during, hear, hear_oneself, opportunity, sign_up

WEEK = 7 * 24


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    return await Day(app, callers, demo_time).begin()


async def signup_of(day: Day) -> dict[str, Any]:
    found: dict[str, Any] = (await day.volunteer.get(f"/signups/{day.signup['id']}")).json()
    return found


async def presences(day: Day) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await day.volunteer.get("/attendances")).json()["items"]
    return found


async def hours_of(day: Day) -> list[tuple[int, str]]:
    return [(each["minutes"], each["state"]) for each in (await day.volunteer.get("/hours")).json()["items"]]


async def moved(day: Day, hours: float, *, at: datetime) -> None:
    """The same activity so many hours later."""
    when = {"starts_at": during(hours).isoformat(), "ends_at": during(hours + 2).isoformat()}
    await hear(day.app, "published", {**day.activity, **when}, at=at)


async def test_rain_a_quarter_before_the_start_ends_who_is_in_too(app: FastAPI, day: Day) -> None:
    await day.check("in", -0.5)
    [entered] = await presences(day)
    await hear(app, "cancelled", day.activity, at=during(-0.25))
    signup, [attendance] = await signup_of(day), await presences(day)
    assert (signup["state"], signup["cancelled_because"]) == ("cancelled", "activity_cancelled")
    assert (attendance["state"], attendance["actions"]) == ("undone", [])
    assert [each.subject for each in await told(app, "volunteers.attendance.undone.v1")] == [entered["id"]]
    assert len(await told(app, "volunteers.signup.cancelled.v1")) == 1
    assert (await day.check("out", 1)).json()["type"] == "not-checked-in"
    await hear_oneself(app)
    assert await hours_of(day) == []
    _, elsewhere = await opportunity(app)
    assert (await sign_up(day.volunteer, elsewhere))["state"] == "confirmed", "the time is free again"


async def test_who_had_checked_in_for_today_comes_again_next_week(app: FastAPI, day: Day) -> None:
    await day.check("in", -0.5, **HERE)
    await moved(day, WEEK, at=during(-0.25))
    assert (await signup_of(day))["state"] == "confirmed"
    [undone] = await presences(day)
    assert undone["state"] == "undone"
    assert len(await told(app, "volunteers.attendance.undone.v1")) == 1
    assert (await day.check("in", WEEK, **HERE)).status_code == 201
    assert (await day.check("out", WEEK + 1.5, **HERE)).status_code == 200
    await hear_oneself(app)
    assert await hours_of(day) == [(90, "proposed")]
    assert [each["state"] for each in await presences(day)] == ["checked_out"]


async def test_who_left_again_before_it_was_moved_comes_again_too(app: FastAPI, day: Day) -> None:
    await day.check("in", -0.75)
    await day.check("out", -0.5)
    await moved(day, WEEK, at=during(-0.25))
    await hear_oneself(app)
    assert ((await signup_of(day))["state"], await hours_of(day)) == ("confirmed", [])


async def test_who_is_in_within_the_new_times_stays_in(app: FastAPI, day: Day) -> None:
    await day.check("in", -0.25)
    await moved(day, 0.5, at=during(-0.1))
    assert (await signup_of(day))["state"] == "attending"
    assert await told(app, "volunteers.attendance.undone.v1") == []


@pytest.mark.parametrize("heard_first", [True, False])
async def test_heard_late_what_was_proposed_meanwhile_goes_too(app: FastAPI, day: Day, *, heard_first: bool) -> None:
    await day.check("in", 0)
    await day.check("out", 1)
    if not heard_first:
        await hear_oneself(app)
    await hear(app, "cancelled", day.activity, at=during(-0.25))
    await hear_oneself(app)
    assert await hours_of(day) == ([] if heard_first else [(60, "returned")])
    assert (await signup_of(day))["state"] == "cancelled"


async def test_who_served_at_what_nobody_else_came_to_keeps_the_hours(app: FastAPI, callers: Callers, day: Day) -> None:
    hours = await day.serve()
    await hear(app, "cancelled", day.activity, at=during(3))
    second = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await second.post(f"/hours/{hours['id']}/confirmation", seen=hours)).status_code == 200
    assert (await signup_of(day))["state"] == "attended"
