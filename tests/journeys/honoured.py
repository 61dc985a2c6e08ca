"""A volunteer with a training and a star that lies open, so that each of those screens has a record."""

from datetime import UTC, datetime, timedelta
from typing import Any

from chassis import clock
from deploy.demo.people import Person
from tests.journeys.linkage import Loop
from tests.journeys.town import COMMUNITY, Town, until

ENOUGH = timedelta(hours=101)  # of one activity: the first star takes a hundred


async def honoured_by(officer: Person, town: Town, loop: Loop) -> dict[str, str]:
    """The ids of a course, a training, a star and its notice, by the path of their screens."""
    course, training = await _trained(officer, town, loop)
    honour = await _starred(officer, town, loop)
    return {
        "/volunteers/courses": course,
        "/volunteers/trainings": training,
        "/volunteers/honours": honour["id"],
        "/volunteers/published/honours": honour["id"],
        "/volunteers/notices": honour["notice_id"],
        "/public/star-notices": honour["notice_id"],
    }


async def _trained(officer: Person, town: Town, loop: Loop) -> tuple[str, str]:
    """The loop's own volunteer, who looks at it on the phone."""
    me = (await loop.people["volunteer"].get("/volunteers/volunteers"))["items"][0]
    body = {"area_id": town.area(COMMUNITY), "provider_name": "演示社区居委会", "name": "急救基础", "minutes": 240}
    course = await officer.post("/volunteers/courses", body)
    listed = {"completed_on": clock.day(clock.wall()).isoformat(), "numbers": [me["number"]]}
    made = await officer.post(f"/volunteers/courses/{course['id']}/trainings", listed)
    return course["id"], made["items"][0]["training_id"]


async def _starred(officer: Person, town: Town, loop: Loop) -> Any:
    """Somebody who served in one very long activity, and whose star lies open."""
    volunteer, lead, second = await town.volunteer(), loop.people["lead"], loop.people["second"]
    lead.at = None
    start = datetime.now(UTC) + timedelta(minutes=40)
    activity = await _published(lead, loop, start)
    await _served(volunteer, lead, activity, start)
    volunteer.at = second.at = officer.at = start + ENOUGH + timedelta(hours=1)

    async def waiting() -> Any:
        return (await second.get("/volunteers/hours", activity_id=activity, state="proposed"))["items"]

    (hours,) = await until(waiting)
    await second.post(f"/volunteers/hours/{hours['id']}/confirmation", seen=hours)
    applied = await volunteer.post("/volunteers/honours", {"stars": 1, "statement": "坚持陪伴独居老人"})
    honour = await officer.post(f"/volunteers/honours/{applied['id']}/publication", seen=applied)
    volunteer.at = second.at = officer.at = lead.at = None
    return honour


async def _published(lead: Person, loop: Loop, start: datetime) -> str:
    body = {
        "title": "连续值守陪伴",
        "starts_at": start.isoformat(),
        "ends_at": (start + ENOUGH).isoformat(),
        "place": {"name": "社区综合服务中心", "latitude": 23.02, "longitude": 113.75},
        "lead_social_worker_id": loop.left["worker"]["id"],
        "wanted": [{"role": "companion", "name": "陪伴员", "count": 2, "minimum_age": 16}],
    }
    planned = await lead.post(f"/projects/projects/{loop.left['project']['id']}/activities", body)
    published = await lead.post(f"/projects/activities/{planned['id']}/publication", seen=planned)
    return str(published["id"])


async def _served(volunteer: Person, lead: Person, activity: str, start: datetime) -> None:
    async def offered() -> Any:
        return (await volunteer.get("/volunteers/opportunities", activity_id=activity))["items"]

    (opportunity,) = await until(offered)
    signup = await volunteer.post(f"/volunteers/opportunities/{opportunity['id']}/signups", {})
    for verb, at in (("check-in", start), ("check-out", start + ENOUGH)):
        volunteer.at = lead.at = at
        code = (await lead.get(f"/volunteers/activities/{activity}/attendance-code"))["code"]
        signup = await volunteer.get(f"/volunteers/signups/{signup['id']}")
        shown = {"code": code, "latitude": 23.0201, "longitude": 113.7501}
        await volunteer.post(f"/volunteers/signups/{signup['id']}/{verb}", shown, seen=signup)
