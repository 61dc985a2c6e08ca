"""A check-in written without a network: sent once, counted from when the code was read, vouched for by the lead."""

from typing import Any

import pytest
from fastapi import FastAPI

from chassis.testing import Callers, told
from services.volunteers.tests.make import HERE, Day, during


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    return await Day(app, callers, demo_time).begin()


async def sent(day: Day, read: float, now: float, way: str = "in", **changes: Any) -> Any:
    """Read at one hour, sent at another."""
    body = {"code": await day.code(read), "read_at": during(read).isoformat(), **HERE, **changes}
    seen = (await day.volunteer.get(f"/signups/{day.signup['id']}")).json() if way == "out" else day.signup
    path, headers = f"/signups/{seen['id']}/check-{way}", {**day.at(now), "Idempotency-Key": f"kept-to-check-{way}"}
    return await day.volunteer.post(path, body, seen=seen, headers=headers)


async def test_a_check_in_kept_on_the_phone_counts_from_when_the_code_was_read(app: FastAPI, day: Day) -> None:
    answer = await sent(day, 0, now=1)
    assert (answer.status_code, answer.json()["place_unknown"]) == (201, True), answer.text
    assert answer.json()["checked_in_at"] == during(0).isoformat().replace("+00:00", "Z")
    again = await sent(day, 0, now=1.1)
    assert (again.content, again.headers["idempotent-replayed"]) == (answer.content, "true")
    assert len(await told(app, "volunteers.attendance.recorded.v1")) == 1


async def test_at_once_is_not_late(day: Day) -> None:
    answer = await sent(day, 0, now=0.005)
    assert (answer.status_code, answer.json()["place_unknown"]) == (201, False), answer.text


async def test_the_phones_clock_is_not_believed_for_long_nor_for_another_code(day: Day) -> None:
    assert (await sent(day, -0.9, now=1.5)).json()["type"] == "read-too-long-ago"
    assert (await sent(day, 0, now=1, read_at=during(0.5).isoformat())).json()["type"] == "wrong-code"
    assert (await sent(day, 0, now=1, read_at=during(5).isoformat())).json()["type"] == "wrong-code"
    assert (await sent(day, 0, now=1, latitude=23.03)).json()["type"] == "too-far"


async def test_nobody_leaves_before_they_came(app: FastAPI, day: Day) -> None:
    assert (await day.check("in", 0.5, **HERE)).status_code == 201
    refused = await sent(day, 0.25, now=1, way="out")
    assert (refused.status_code, refused.json()["type"]) == (422, "left-outside-presence")
    assert refused.json()["errors"][0]["pointer"] == "/read_at"
    assert (await day.check("out", 1.75, **HERE)).status_code == 200
    assert len(await told(app, "volunteers.attendance.recorded.v1")) == 2
