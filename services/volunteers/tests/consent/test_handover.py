"""A guardian takes the consent back while the child is at the activity: the lead is told, and hands the child over."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, STONE, Caller, Callers, told
from services.volunteers.tests.make import GUARDIAN, HERE, Day, during, hear, hear_oneself, person_number
from volunteers.schedule import forgotten


def twelve() -> dict[str, Any]:
    born = datetime.now(UTC) - timedelta(days=12.5 * 365.25)
    return {"id_number": person_number(born.strftime("%Y%m%d")), "guardian": GUARDIAN}


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    """A child who has checked in."""
    begun = await Day(app, callers, demo_time).begin(twelve())
    assert (await begun.check("in", 0, **HERE)).status_code == 201
    return begun


async def taken_back(day: Day, hours: float) -> None:
    consents = f"/volunteers/{day.me['id']}/consents"
    (consent,) = (await day.volunteer.get(consents)).json()["items"]
    seen = (await day.volunteer.get(f"/volunteers/{day.me['id']}")).json()
    answer = await day.volunteer.post(f"{consents}/{consent['id']}/withdrawal", seen=seen, headers=day.at(hours))
    assert answer.status_code == 200, answer.text


async def presence(day: Day, by: Caller) -> dict[str, Any]:
    found: dict[str, Any] = (await by.get("/attendances", signup_id=day.signup["id"])).json()["items"][0]
    return found


async def to_do(app: FastAPI) -> list[tuple[str, str]]:
    """The titles and roles of what still is to be done, hours left out."""
    opened = {each.data["task_id"]: each.data for each in await told(app, "volunteers.task.opened.v1")}
    for each in await told(app, "volunteers.task.closed.v1"):
        opened.pop(each.data["task_id"])
    return [(each["title_code"], each["role"]) for each in opened.values() if "hours" not in each["title_code"]]


async def test_the_lead_is_told_at_once_and_hands_the_child_over(app: FastAPI, callers: Callers, day: Day) -> None:
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    path = f"/attendances/{(await presence(day, lead))['id']}/handover"
    early = await lead.post(path, seen=await presence(day, lead), headers=day.at(0.2))
    assert (early.status_code, early.json()["type"]) == (409, "nobody-withdrew")
    await taken_back(day, 0.5)
    assert await to_do(app) == [("child-handover", "community_officer")]
    seen = await presence(day, lead)
    assert (seen["state"], [each["name"] for each in seen["actions"]]) == ("checked_in", ["handover"])
    assert (await day.volunteer.post(path, seen=seen)).status_code == 403
    assert (await callers.as_(Role.COMMUNITY_OFFICER, STONE).post(path, seen=seen)).status_code == 404
    done = await lead.post(path, seen=seen, headers=day.at(1))
    assert done.status_code == 200, done.text
    assert done.json()["checked_out_at"] == done.json()["vouched_at"]
    assert (done.json()["state"], await to_do(app)) == ("checked_out", [])
    await hear_oneself(app)
    (hours,) = (await day.volunteer.get("/hours")).json()["items"]
    assert (hours["minutes"], hours["state"]) == (60, "proposed")
    again = await lead.post(path, seen=done.json(), headers=day.at(1.1))
    assert again.json()["type"] == "not-still-in"


async def test_a_child_who_checks_out_need_not_be_handed_over(app: FastAPI, day: Day) -> None:
    await taken_back(day, 0.5)
    assert (await day.check("out", 1, **HERE)).status_code == 200
    assert await to_do(app) == []


async def test_whoever_forgot_to_check_out_is_still_to_be_handed_over(app: FastAPI, callers: Callers, day: Day) -> None:
    await taken_back(day, 0.5)
    await hear(app, "held", day.activity, at=during(3))
    assert await forgotten(app.state.sessions, during(6)) == 1
    assert await to_do(app) == [("child-handover", "community_officer")]
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    seen = await presence(day, lead)
    done = await lead.post(f"/attendances/{seen['id']}/handover", seen=seen, headers=day.at(7))
    assert done.status_code == 200, done.text
    assert (done.json()["checked_out_at"], await to_do(app)) == (day.signup["ends_at"], [])


async def test_once_the_time_to_check_out_is_over_nobody_is_called(app: FastAPI, day: Day) -> None:
    await taken_back(day, 20)
    assert await to_do(app) == []
