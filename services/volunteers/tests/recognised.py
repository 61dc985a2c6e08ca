"""Makes what volunteers have learned and served: courses, trainings vouched for by two, and confirmed hours."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST_RC, Caller, Callers, Place, everywhere
from services.volunteers.tests.make import PAST, SOON, opportunity
from volunteers.hours.model import Hours, Source
from volunteers.hours.model import State as Entry
from volunteers.signup.model import Signup
from volunteers.signup.model import State as Standing
from volunteers.volunteer.model import Volunteer


async def course(
    callers: Callers, place: Place = EAST_RC, *, by: Caller | None = None, **changes: Any
) -> tuple[Caller, dict[str, Any]]:
    """A course on offer, and who offers it."""
    provider = by or callers.as_(Role.COMMUNITY_OFFICER, place)
    body = {"area_id": str(place.id), "provider_name": "东城社区居委会", "name": "急救基础", "minutes": 240}
    answer = await provider.post("/courses", body | {"skill": "急救", "validity_months": 24} | changes)
    assert answer.status_code == 201, answer.text
    return provider, answer.json()


async def record(by: Caller, course: dict[str, Any], numbers: list[str], *, on: str = PAST) -> list[dict[str, Any]]:
    """A list of those who completed a course; each line's result."""
    answer = await by.post(f"/courses/{course['id']}/trainings", {"completed_on": on, "numbers": numbers})
    assert answer.status_code == 201, answer.text
    lines: list[dict[str, Any]] = answer.json()["items"]
    return lines


async def completed(
    callers: Callers, by: Caller, course: dict[str, Any], me: dict[str, Any], *, on: str = PAST
) -> dict[str, Any]:
    """A training that a second account has confirmed."""
    (line,) = await record(by, course, [me["number"]], on=on)
    second = callers.as_(Role.BUREAU_OFFICER)
    seen = (await second.get(f"/trainings/{line['training_id']}")).json()
    answer = await second.post(f"/trainings/{seen['id']}/confirmation", seen=seen)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def served(app: FastAPI, me: dict[str, Any], hours: float, *, ago: int = 400) -> None:
    """So many confirmed hours, as if served and confirmed so many days ago."""
    heard, place = await opportunity(app)
    minutes, begins = round(hours * 60), SOON - timedelta(days=ago)
    async with everywhere(app) as tx:
        volunteer = await tx.get_one(Volunteer, UUID(me["id"]))
        names = ("area_id", "scope_key", "account_id", "person_id")
        whose = {name: getattr(volunteer, name) for name in names} | {"volunteer_id": volunteer.id}
        span = {"starts_at": begins, "ends_at": begins + timedelta(minutes=minutes), "title": heard["title"]}
        ids = {name: UUID(heard[name]) for name in ("activity_id", "project_id")}
        signup = Signup(
            id=uuid4(), **whose, **ids, **span, opportunity_id=place, state=Standing.ATTENDED, walk_in=False
        )
        signup.role_name, signup.place_name, signup.signed_up_at = "探访员", "社区活动中心", begins
        tx.add(signup)
        await tx.flush()
        entry = Hours(id=uuid4(), **whose, **ids, **span, signup_id=signup.id, minutes=minutes, state=Entry.CONFIRMED)
        entry.entered_account_id = volunteer.account_id
        entry.source, entry.forgot_check_out, entry.place_unknown = Source.MANUAL, False, False
        entry.proposed_by, entry.proposed_at, entry.second_account_id = "volunteers", begins, uuid4()
        tx.add(entry)
