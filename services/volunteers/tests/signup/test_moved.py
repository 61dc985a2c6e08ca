"""An activity that is moved onto another one: whoever is in for both is told, and hours that cannot count are seen."""

from typing import Any

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, Caller, Callers, told
from services.volunteers.tests.make import HERE, Day, during, hear, hear_oneself, opportunity, sign_up

EVENING = 8  # hours after the first activity's start


def at_hour(hours: float) -> dict[str, str]:
    return {"starts_at": during(hours).isoformat(), "ends_at": during(hours + 2).isoformat()}


async def both(app: FastAPI, callers: Callers, demo_time: Any) -> tuple[Day, Day]:
    """One volunteer in for two activities, one after the other."""
    morning = await Day(app, callers, demo_time).begin()
    evening = Day(app, callers, demo_time)
    evening.volunteer = morning.volunteer
    evening.activity, evening.opportunity = await opportunity(app, **at_hour(EVENING))
    evening.signup = await sign_up(evening.volunteer, evening.opportunity)
    return morning, evening


async def shown(by: Caller, day: Day) -> dict[str, Any]:
    found: dict[str, Any] = (await by.get(f"/signups/{day.signup['id']}")).json()
    return found


async def test_what_is_moved_onto_another_is_marked_told_once_and_free_again_once_moved_away(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    morning, evening = await both(app, callers, demo_time)
    onto = {**evening.activity, **at_hour(1)}
    await hear(app, "published", onto)
    await hear(app, "published", {**onto, "title": "敬老探访(同日)"})
    view = await shown(evening.volunteer, evening)
    assert (view["state"], view["clash_signup_id"]) == ("confirmed", morning.signup["id"])
    assert view["version"] == 4, "shown anew twice and marked once: what was read before is read again"
    [fact] = await told(app, "volunteers.signup.clashed.v1")
    assert (fact.subject, fact.data["clash_signup_id"]) == (evening.signup["id"], morning.signup["id"])
    await hear(app, "published", {**evening.activity, **at_hour(5)})
    assert (await shown(evening.volunteer, evening))["clash_signup_id"] is None
    assert len(await told(app, "volunteers.signup.clashed.v1")) == 1


async def test_a_change_that_a_sign_up_does_not_show_leaves_it_as_it_was(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    day = await Day(app, callers, demo_time).begin()
    await hear(app, "published", {**day.activity, "lead_person_id": None})
    assert (await shown(day.volunteer, day))["version"] == day.signup["version"]


async def test_hours_that_overlap_are_not_proposed_and_the_volunteer_and_the_officers_read_why(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    morning, evening = await both(app, callers, demo_time)
    await hear(app, "published", {**evening.activity, **at_hour(1), "title": "夜间巡查"})
    await morning.serve(0, 2)
    await evening.check("in", 1, **HERE)
    await evening.check("out", 3, **HERE)
    await hear_oneself(app)
    assert [each["minutes"] for each in (await evening.volunteer.get("/hours")).json()["items"]] == [120]
    assert (await shown(evening.volunteer, evening))["uncounted_because"] == "与此人已有的另一条时长重叠：敬老探访"
    [fact] = await told(app, "volunteers.attendance.uncounted.v1")
    assert fact.data["problem"] == "hours-overlap"
    lead = callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    rest = {"starts_at": during(2).isoformat(), "ends_at": during(3).isoformat()}
    body = {"signup_id": evening.signup["id"], **rest, "reason": "前一场到两点，之后在这里"}
    entered = await lead.post("/hours", body, headers=evening.at(4))
    assert (entered.status_code, entered.json()["minutes"]) == (201, 60), entered.text
    assert (await shown(evening.volunteer, evening))["uncounted_because"] is None


async def test_who_served_nothing_waits_for_nothing(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    day = await Day(app, callers, demo_time).begin()
    await day.check("in", -0.5)
    await day.check("out", -0.25)
    await hear_oneself(app)
    assert (await shown(day.volunteer, day))["uncounted_because"] is None
    assert await told(app, "volunteers.attendance.uncounted.v1") == []
