"""A guardian takes the consent back while the child is at the activity: the lead is told, and hands the child over."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from chassis.clock import CITY
from chassis.principal import Role
from chassis.testing import EAST_RC, STONE, Caller, Callers, told
from services.volunteers.tests.make import (
    GUARDIAN,
    HERE,
    Day,
    during,
    hear,
    hear_oneself,
    opportunity,
    person_number,
    sign_up,
    to_do,
    volunteer,
)
from volunteers.schedule import forgotten

CALLED = [("child-handover", "community_officer"), ("child-handover", "social_worker")]
CONFIRMING = ("hours-confirmation", "community_officer")


def aged(years: int) -> dict[str, Any]:
    born = datetime.now(UTC) - timedelta(days=(years + 0.5) * 365.25)
    return {"id_number": person_number(born.strftime("%Y%m%d"))}


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    """A child of twelve who has checked in."""
    begun = await Day(app, callers, demo_time).begin({**aged(12), "guardian": GUARDIAN})
    assert (await begun.check("in", 0, **HERE)).status_code == 201
    return begun


@pytest.fixture
def lead(callers: Callers) -> Caller:
    return callers.as_(Role.SOCIAL_WORKER, EAST_RC)


async def taken_back(day: Day, hours: float) -> None:
    consents = f"/volunteers/{day.me['id']}/consents"
    (consent,) = (await day.volunteer.get(consents)).json()["items"]
    seen = (await day.volunteer.get(f"/volunteers/{day.me['id']}")).json()
    answer = await day.volunteer.post(f"{consents}/{consent['id']}/withdrawal", seen=seen, headers=day.at(hours))
    assert answer.status_code == 200, answer.text


async def presence(day: Day, by: Caller) -> dict[str, Any]:
    found: dict[str, Any] = (await by.get("/attendances", signup_id=day.signup["id"])).json()["items"][0]
    return found


async def handed_over(day: Day, by: Caller, hours: float) -> dict[str, Any]:
    seen = await presence(day, by)
    done = await by.post(f"/attendances/{seen['id']}/handover", seen=seen, headers=day.at(hours))
    assert done.status_code == 200, done.text
    return done.json()


async def test_the_lead_is_told_at_once_and_hands_the_child_over(
    app: FastAPI, callers: Callers, day: Day, lead: Caller
) -> None:
    path = f"/attendances/{(await presence(day, lead))['id']}/handover"
    early = await lead.post(path, seen=await presence(day, lead), headers=day.at(0.2))
    assert (early.status_code, early.json()["type"]) == (409, "no-handover-due")
    await taken_back(day, 0.5)
    assert await to_do(app) == CALLED
    opened = await told(app, "volunteers.task.opened.v1")
    assert {each.data["due_on"] for each in opened} == {during(0.5).astimezone(CITY).date().isoformat()}
    seen = await presence(day, lead)
    assert (seen["state"], [each["name"] for each in seen["actions"]]) == ("checked_in", ["handover"])
    assert (await day.volunteer.post(path, seen=seen)).status_code == 403
    assert (await callers.as_(Role.COMMUNITY_OFFICER, STONE).post(path, seen=seen)).status_code == 404
    done = await handed_over(day, lead, 1)
    assert done["handed_over_at"] == done["checked_out_at"] == done["vouched_at"]
    assert (done["state"], done["awaits_handover"], await to_do(app)) == ("checked_out", False, [])
    assert len(await told(app, "volunteers.attendance.handed_over.v1")) == 1
    await hear_oneself(app)
    (hours,) = (await day.volunteer.get("/hours")).json()["items"]
    assert (hours["minutes"], hours["state"]) == (60, "proposed")
    again = await lead.post(path, seen=done, headers=day.at(1.1))
    assert again.json()["type"] == "no-handover-due"


async def test_a_child_who_checks_out_need_not_be_handed_over(app: FastAPI, day: Day) -> None:
    await taken_back(day, 0.5)
    assert (await day.check("out", 1, **HERE)).status_code == 200
    assert await to_do(app) == []


async def test_once_the_guardian_consents_again_the_child_may_stay(app: FastAPI, day: Day, lead: Caller) -> None:
    await taken_back(day, 0.5)
    seen = (await day.volunteer.get(f"/volunteers/{day.me['id']}")).json()
    path = f"/volunteers/{day.me['id']}/consents"
    given = await day.volunteer.post(path, GUARDIAN, seen=seen, headers=day.at(0.6))
    assert given.status_code == 201, given.text
    assert ((await presence(day, lead))["guardian_withdrew_at"], await to_do(app)) == (None, [])


async def test_a_handover_said_late_measures_nothing(app: FastAPI, callers: Callers, day: Day, lead: Caller) -> None:
    await taken_back(day, 0.25)
    await hear(app, "held", day.activity, at=during(2))
    assert await forgotten(app.state.sessions, during(6)) == 1
    assert await to_do(app) == [*CALLED, CONFIRMING]
    (hours,) = (await day.volunteer.get("/hours")).json()["items"]
    officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await officer.post(f"/hours/{hours['id']}/confirmation", seen=hours, headers=day.at(8))).status_code == 200
    await hear_oneself(app)
    seen = await presence(day, lead)
    assert ([each["name"] for each in seen["actions"]], await to_do(app)) == (["handover"], CALLED)
    done = await handed_over(day, lead, 26)
    assert (done["state"], done["checked_out_at"], done["actions"], await to_do(app)) == ("forgotten", None, [], [])
    await hear_oneself(app)
    (kept,) = (await day.volunteer.get("/hours")).json()["items"]
    assert (kept["id"], kept["forgot_check_out"], kept["minutes"]) == (hours["id"], True, hours["minutes"])


@pytest.mark.parametrize("years", [12, 15])
async def test_of_an_activity_moved_meanwhile_the_child_is_handed_over_and_stays_out(
    app: FastAPI, callers: Callers, demo_time: Any, lead: Caller, years: int
) -> None:
    registering, signing = ({"guardian": GUARDIAN}, {}) if years < 14 else ({}, {"guardian": GUARDIAN})
    day = Day(app, callers, demo_time)
    day.activity, day.opportunity = await opportunity(app)
    day.volunteer, day.me = await volunteer(callers, **aged(years), **registering)
    day.signup = await sign_up(day.volunteer, day.opportunity, **signing)
    assert (await day.check("in", -0.4, **HERE)).status_code == 201
    await taken_back(day, -0.3)
    later = {"starts_at": during(2).isoformat(), "ends_at": during(4).isoformat()}
    await hear(app, "published", {**day.activity, **later}, at=during(-0.2))
    gone = (await day.volunteer.get(f"/signups/{day.signup['id']}")).json()
    assert (gone["state"], gone["cancelled_because"]) == ("cancelled", "consent_withdrawn")
    assert (await day.check("in", 2, **HERE)).json()["type"] in {"not-confirmed", "guardian-consent-missing"}
    assert await to_do(app) == CALLED
    done = await handed_over(day, lead, -0.1)
    assert (done["state"], done["checked_out_at"], await to_do(app)) == ("undone", None, [])


async def test_once_the_time_to_check_out_is_over_nobody_is_called(app: FastAPI, day: Day) -> None:
    await taken_back(day, 20)
    assert await to_do(app) == []
