"""The lead's word: for a presence that no phone shows, and for when somebody left who did not check out."""

from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, STONE, Caller, Callers, told
from services.volunteers.tests.make import HERE, Day, during, hear, hear_oneself, to_do
from volunteers.schedule import forgotten

WHY = {"reason": "当天一直在场，我看见的"}


@pytest.fixture
async def day(app: FastAPI, callers: Callers, demo_time: Any) -> Day:
    return await Day(app, callers, demo_time).begin()


async def presence_of(day: Day, by: Caller) -> dict[str, Any]:
    found: dict[str, Any] = (await by.get("/attendances", signup_id=day.signup["id"])).json()["items"][0]
    return found


async def unknown(day: Day) -> dict[str, Any]:
    """Hours of somebody whose phone said nowhere that it was at the place."""
    await day.check("in", 0)
    await day.check("out", 1.5)
    await hear_oneself(day.app)
    hours: dict[str, Any] = (await day.volunteer.get("/hours")).json()["items"][0]
    return hours


async def test_hours_of_an_unknown_place_wait_for_the_leads_word(app: FastAPI, callers: Callers, day: Day) -> None:
    hours = await unknown(day)
    lead, second = callers.as_(Role.SOCIAL_WORKER, EAST_RC), callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert await to_do(app) == [("hours-confirmation", "community_officer"), ("place-vouching", "community_officer")]
    path = f"/hours/{hours['id']}/confirmation"
    shown = (await second.get(f"/hours/{hours['id']}")).json()
    assert [each["name"] for each in shown["actions"]] == ["return"]
    assert (await second.post(path, seen=shown)).json()["type"] == "place-not-vouched"
    seen = await presence_of(day, lead)
    assert [each["name"] for each in seen["actions"]] == ["vouching"]
    assert [each["id"] for each in (await lead.get("/attendances", unvouched=True)).json()["items"]] == [seen["id"]]
    here = f"/attendances/{seen['id']}/vouching"
    assert (await day.volunteer.post(here, WHY, seen=seen)).status_code == 403
    assert (await callers.as_(Role.COMMUNITY_OFFICER, STONE).post(here, WHY, seen=seen)).status_code == 404
    vouched = await lead.post(here, WHY, seen=seen)
    assert (vouched.status_code, vouched.json()["vouched_because"]) == (200, WHY["reason"]), vouched.text
    assert len(await told(app, "volunteers.attendance.vouched.v1")) == 1
    assert await to_do(app) == [("hours-confirmation", "community_officer")]
    again = await lead.post(here, WHY, seen=vouched.json())
    assert again.json()["type"] == "nothing-to-vouch-for"
    assert (await lead.get("/attendances", unvouched=True)).json()["items"] == []
    shown = (await second.get(f"/hours/{hours['id']}")).json()
    assert (await second.post(path, seen=shown)).status_code == 200


async def test_who_vouches_does_not_confirm_too_by_whichever_account(callers: Callers, day: Day) -> None:
    hours = await unknown(day)
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC, person_id=(person := uuid4()))
    seen = await presence_of(day, lead)
    assert (await lead.post(f"/attendances/{seen['id']}/vouching", WHY, seen=seen)).status_code == 200
    path, other = f"/hours/{hours['id']}", callers.as_(Role.COMMUNITY_OFFICER, EAST_RC, person_id=person)
    for same in (lead, other):
        shown = (await same.get(path)).json()
        assert (await same.post(f"{path}/confirmation", seen=shown)).json()["type"] == "second-person-needed"


async def test_a_word_given_before_the_hours_are_proposed_holds_for_them(
    app: FastAPI, callers: Callers, day: Day
) -> None:
    await day.check("in", 0)
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    seen = await presence_of(day, lead)
    await lead.post(f"/attendances/{seen['id']}/vouching", WHY, seen=seen)
    await day.check("out", 1)
    await hear_oneself(app)
    hours = (await day.volunteer.get("/hours")).json()["items"][0]
    assert (hours["place_unknown"], hours["vouched_by"]) == (True, str(lead.account_id))


async def test_what_is_returned_waits_for_nobodys_word(app: FastAPI, callers: Callers, day: Day) -> None:
    hours = await unknown(day)
    second = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    await second.post(f"/hours/{hours['id']}/return", {"reason": "没有到场"}, seen=hours)
    assert await to_do(app) == []


async def left(day: Day, hours: float, now: float) -> Any:
    seen = await presence_of(day, day.volunteer)
    body = {"left_at": during(hours).isoformat(), "reason": "中途接孩子，忘了签退"}
    return await day.volunteer.post(f"/attendances/{seen['id']}/departure", body, seen=seen, headers=day.at(now))


async def test_b12_who_forgot_says_when_they_left_and_the_lead_confirms_it(
    app: FastAPI, callers: Callers, day: Day
) -> None:
    await day.check("in", 0, **HERE)
    await hear(app, "held", day.activity, at=during(2))
    assert await forgotten(app.state.sessions, during(4.1)) == 1
    assert (await left(day, 2.5, now=5)).json()["type"] == "left-outside-presence"
    assert (await left(day, -0.5, now=5)).status_code == 422
    assert (await left(day, 1, now=5)).status_code == 200
    assert await to_do(app) == [
        ("departure-confirmation", "community_officer"),
        ("hours-objection", "community_officer"),
    ]
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    seen = await presence_of(day, lead)
    assert [each["name"] for each in seen["actions"]] == ["departure-confirmation"]
    confirmed = await lead.post(f"/attendances/{seen['id']}/departure-confirmation", seen=seen, headers=day.at(6))
    assert (confirmed.status_code, confirmed.json()["state"]) == (200, "checked_out"), confirmed.text
    await hear_oneself(app)
    entries = (await day.volunteer.get("/hours")).json()["items"]
    assert [(each["minutes"], each["state"], each["forgot_check_out"]) for each in entries] == [
        (60, "proposed", False),
        (120, "returned", True),
    ]
    own = await lead.post(f"/hours/{entries[0]['id']}/confirmation", seen=entries[0])
    assert own.json()["type"] == "second-person-needed"
    second = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await second.post(f"/hours/{entries[0]['id']}/confirmation", seen=entries[0])).status_code == 200
    assert (await left(day, 1, now=9)).json()["type"] == "not-still-in"


async def test_said_before_the_clock_looks_it_is_never_more(app: FastAPI, day: Day) -> None:
    await day.check("in", 0, **HERE)
    assert (await left(day, 1.5, now=1)).json()["type"] == "left-outside-presence", "not in the future"
    assert (await left(day, 0.5, now=1)).status_code == 200
    await hear(app, "held", day.activity, at=during(2))
    assert await forgotten(app.state.sessions, during(9)) == 1
    hours = (await day.volunteer.get("/hours")).json()["items"][0]
    assert (hours["minutes"], hours["forgot_check_out"]) == (30, True)


async def test_once_confirmed_only_a_counter_entry_helps(app: FastAPI, callers: Callers, day: Day) -> None:
    await day.check("in", 0, **HERE)
    await hear(app, "held", day.activity, at=during(2))
    await forgotten(app.state.sessions, during(9))
    hours = (await day.volunteer.get("/hours")).json()["items"][0]
    await callers.as_(Role.COMMUNITY_OFFICER, EAST_RC).post(f"/hours/{hours['id']}/confirmation", seen=hours)
    assert (await left(day, 1, now=10)).json()["type"] == "hours-decided"
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    seen = await presence_of(day, lead)
    nothing = await lead.post(f"/attendances/{seen['id']}/departure-confirmation", seen=seen)
    assert nothing.json()["type"] == "hours-decided"


async def test_what_an_officer_took_back_no_departure_brings_back_and_the_city_goes_on(
    app: FastAPI, callers: Callers, day: Day
) -> None:
    await day.check("in", 0, **HERE)
    assert (await left(day, 0.5, now=1)).status_code == 200
    await hear(app, "held", day.activity, at=during(2))
    await forgotten(app.state.sessions, during(9))
    hours = (await day.volunteer.get("/hours")).json()["items"][0]
    second, lead = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    confirmed = (await second.post(f"/hours/{hours['id']}/confirmation", seen=hours)).json()
    taken = await second.post(f"/hours/{hours['id']}/counter-entry", {"reason": "没有到场"}, seen=confirmed)
    assert taken.status_code == 201, taken.text
    assert (await left(day, 1, now=10)).json()["type"] == "hours-decided"
    seen = await presence_of(day, lead)
    refused = await lead.post(f"/attendances/{seen['id']}/departure-confirmation", seen=seen, headers=day.at(10))
    assert refused.json()["type"] == "hours-decided"
    await hear_oneself(app)
    assert [each["state"] for each in (await day.volunteer.get("/hours")).json()["items"]] == ["confirmed", "countered"]


async def test_nobody_is_asked_any_more_when_somebody_left_once_they_check_out(app: FastAPI, day: Day) -> None:
    await day.check("in", 0, **HERE)
    assert (await left(day, 0.5, now=1)).status_code == 200
    assert await to_do(app) == [("departure-confirmation", "community_officer")]
    await day.check("out", 1.5, **HERE)
    assert await to_do(app) == []


async def test_nor_once_a_second_person_confirms_the_hours(app: FastAPI, callers: Callers, day: Day) -> None:
    await day.check("in", 0, **HERE)
    assert (await left(day, 0.5, now=1)).status_code == 200
    await hear(app, "held", day.activity, at=during(2))
    await forgotten(app.state.sessions, during(9))
    hours = (await day.volunteer.get("/hours")).json()["items"][0]
    second = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await second.post(f"/hours/{hours['id']}/confirmation", seen=hours)).status_code == 200
    await hear_oneself(app)
    assert await to_do(app) == []


async def test_nor_once_the_activity_is_called_off(app: FastAPI, day: Day) -> None:
    await day.check("in", -0.5, **HERE)
    assert (await left(day, -0.3, now=-0.25)).status_code == 200
    await hear(app, "cancelled", day.activity, at=during(-0.2))
    assert await to_do(app) == []


async def test_a_dispute_granted_with_the_right_time_leaves_nothing_to_confirm(
    app: FastAPI, callers: Callers, day: Day
) -> None:
    await day.check("in", 0, **HERE)
    await hear(app, "held", day.activity, at=during(2))
    await forgotten(app.state.sessions, during(6))
    seen = await presence_of(day, day.volunteer)
    earlier = {"left_at": during(1).isoformat(), "reason": "中途接孩子"}
    path = f"/attendances/{seen['id']}/departure"
    assert (await day.volunteer.post(path, earlier, seen=seen, headers=day.at(7))).status_code == 200
    (entry,) = (await day.volunteer.get("/hours")).json()["items"]
    granted = {"reason": "准予", "instead": {"starts_at": during(0).isoformat(), "ends_at": during(1).isoformat()}}
    officer, lead = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    returned = await officer.post(f"/hours/{entry['id']}/return", granted, seen=entry, headers=day.at(8))
    assert returned.status_code == 200, returned.text
    seen, confirmation = await presence_of(day, lead), f"/attendances/{seen['id']}/departure-confirmation"
    assert (await lead.post(confirmation, seen=seen, headers=day.at(9))).json()["type"] == "hours-decided"
    right = (await day.volunteer.get("/hours")).json()["items"][0]
    assert (await lead.post(f"/hours/{right['id']}/confirmation", seen=right, headers=day.at(9))).status_code == 200
    await hear_oneself(app)
    assert await to_do(app) == []
    seen = await presence_of(day, lead)
    assert (seen["awaits_departure"], seen["actions"]) == (False, [])
    assert (await lead.post(confirmation, seen=seen, headers=day.at(10))).json()["type"] == "hours-decided"
    signup = (await day.volunteer.get(f"/signups/{day.signup['id']}")).json()
    assert signup["uncounted_because"] is None
