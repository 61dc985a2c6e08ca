"""Checking in and out over HTTP."""

from typing import Any

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, EAST_RC_2, STONE, Callers, told
from services.volunteers.tests.make import HERE, Day, opportunity, sign_up, volunteer, wanting


async def test_in_and_out_with_the_code_of_the_moment(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    day = await Day(app, callers, demo_time).begin()
    entered = await day.check("in", 0, **HERE)
    assert (entered.status_code, entered.json()["state"], entered.json()["place_unknown"]) == (201, "checked_in", False)
    view = (await day.volunteer.send("GET", f"/signups/{day.signup['id']}", headers=day.at(1))).json()
    assert (view["state"], [each["name"] for each in view["actions"]]) == ("attending", ["check-out"])
    left = await day.check("out", 2)
    assert (left.status_code, left.json()["state"], left.json()["place_unknown"]) == (200, "checked_out", True)
    recorded = await told(app, "volunteers.attendance.recorded.v1")
    assert [each.data["checked_out_at"] is None for each in recorded] == [True, False]
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    listed = (await lead.get("/attendances", activity_id=day.activity["activity_id"])).json()["items"]
    assert [each["signup_id"] for each in listed] == [day.signup["id"]]


async def test_refuses_by_name(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    day = await Day(app, callers, demo_time).begin()

    async def problem(way: str, hours: float, **body: Any) -> str:
        kind: str = (await day.check(way, hours, **body)).json()["type"]
        return kind

    assert await problem("in", 0, code="AAAAAAAA") == "wrong-code"
    assert await problem("in", 0, code=await day.code(0.05)) == "wrong-code"
    assert await problem("in", -2, code="AAAAAAAA") == "outside-window"
    assert await problem("out", 1) == "not-checked-in"
    assert await problem("in", 0, latitude=23.03, longitude=113.75) == "too-far"
    assert (await day.check("in", 0, latitude=23.03)).status_code == 422
    assert (await day.check("in", -0.9)).status_code == 201
    assert await problem("in", 0) == "already-checked-in"
    assert (await day.check("out", 2.5)).status_code == 200
    assert await problem("out", 2.6) == "already-checked-out"


async def test_who_waits_does_not_check_in(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    day = await Day(app, callers, demo_time).begin(wanted=wanting(0))
    assert (await day.check("in", 0)).json()["type"] == "not-confirmed"


async def test_nobody_checks_in_for_another(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    day = await Day(app, callers, demo_time).begin()
    other, _ = await volunteer(callers)
    stranger = await other.post(
        f"/signups/{day.signup['id']}/check-in", {"code": await day.code(0)}, seen=day.signup, headers=day.at(0)
    )
    assert stranger.status_code == 404


async def test_the_code_is_the_leads_and_changes(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    day = await Day(app, callers, demo_time).begin()
    _, other = await opportunity(app)
    await sign_up((await volunteer(callers))[0], other)
    assert await day.code(0) != await day.code(0.01)
    path = f"/activities/{day.activity['activity_id']}/attendance-code"
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    early = await lead.send("GET", path, headers=day.at(-3))
    assert early.json()["type"] == "outside-window"
    shown = (await lead.send("GET", path, headers=day.at(0))).json()
    assert shown["qr"].startswith("<svg")
    assert shown["code"] in shown["text"]
    assert (await day.volunteer.get(path)).status_code == 403
    elsewhere = callers.as_(Role.SOCIAL_WORKER, EAST_RC_2)
    assert (await elsewhere.send("GET", path, headers=day.at(0))).status_code == 404
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(path)).status_code == 403
