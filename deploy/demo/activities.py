"""活动: planned by a social worker in an approved project, published, some called off; and who is to be there."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from deploy.demo.cast import Cast
from deploy.demo.city import City, content, together, until
from deploy.demo.people import Person
from deploy.demo.residents import People, Resident, Volunteer

ADULT_BORN = 2007
PLANNED_BEFORE, COMING_PLANNED_AGO = 12, 5  # days
ALREADY, STEP = timedelta(minutes=5), 30  # what goes on now began at a half hour, at least so long ago


@dataclass(slots=True)
class Activity:
    """One activity with its people; `view` is what the service last said of it."""

    told: dict[str, Any]
    lead: Person
    starts: datetime
    ends: datetime
    roster: list[Volunteer]
    participants: list[Resident]
    view: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """In front of the keys of all acts that concern it."""
        return f"demo.activity.{self.told['id']}"

    @property
    def path(self) -> str:
        """Where the projects service keeps it."""
        return f"/projects/activities/{self.view['id']}"

    @property
    def area(self) -> str:
        """The code of the community where it takes place."""
        return str(self.told["area"])


async def plan_all(
    city: City,
    cast: Cast,
    people: People,
    projects: dict[str, dict[str, Any]],
    workers: dict[str, dict[str, Any]],
    stage: int | None = None,
) -> list[Activity]:
    """All activities of these projects, or of one stage of their contracts, planned and, but for one, published."""
    told_of = content("activities")["activity"]
    mine = [told for told in told_of if told["project"] in projects and told.get("stage") == stage]
    found = [_cast(city, cast, people, told) for told in mine]
    places = content("activities")["places"]

    async def plan(activity: Activity) -> None:
        project, worker = projects[activity.told["project"]], workers[activity.told["lead"]]
        await _plan(city, activity, project["id"], worker["id"], places[activity.told["place"]])

    await together(plan(activity) for activity in found)
    return found


async def plan_one(
    city: City, cast: Cast, people: People, told: dict[str, Any], project_id: str, worker_id: str, place: dict[str, Any]
) -> Activity:
    """One activity of a project, planned and, but for one that is only planned, published."""
    activity = _cast(city, cast, people, told)
    await _plan(city, activity, project_id, worker_id, place)
    return activity


def _cast(city: City, cast: Cast, people: People, told: dict[str, Any]) -> Activity:
    starts = _starts(city, told)
    ends = starts + timedelta(hours=told["hours"])
    draw = Random(told["id"])
    return Activity(
        told, cast[told["by"]], starts, ends, _roster(people, told, draw), _participants(people, told, draw)
    )


def _starts(city: City, told: dict[str, Any]) -> datetime:
    """At its hour of its day, or a little while ago: the one that goes on now, which a visitor can check in to."""
    if told.get("now"):
        begun = city.began - ALREADY
        return begun - timedelta(minutes=begun.minute % STEP)
    return city.ago(city.saturday(told["ago"]) if told.get("saturday") else told["ago"], told["start"])


def _roster(people: People, told: dict[str, Any], draw: Random) -> list[Volunteer]:
    """Grown-up volunteers of that town, registered by then; the visitor first where wanted."""
    visitor, *others = people.volunteers
    known_by = max(told.get("ago", 0), 0) + PLANNED_BEFORE
    fit = [
        each
        for each in others
        if each.home[:9] == told["area"][:9] and each.who.born_on.year <= ADULT_BORN and each.ago >= known_by
    ]
    chosen = draw.sample(sorted(fit, key=lambda each: each.who.phone), min(told.get("roster", 0), len(fit)))
    if not told.get("visitor_serves"):
        return chosen
    # Where places are few the visitor comes last, and waits.
    return [*chosen[1:], visitor] if told.get("visitor_waits") else [visitor, *chosen[1:]]


def _participants(people: People, told: dict[str, Any], draw: Random) -> list[Resident]:
    visitor, *others = people.residents
    pool = [each for each in others if each.home[:9] == told["area"][:9]]
    if told.get("talking"):
        pool = [each for each in pool if each.person is not None]
    chosen = draw.sample(pool, min(told.get("participants", 0), len(pool)))
    return [visitor, *chosen] if told.get("visitor_joins") else chosen


async def _plan(city: City, activity: Activity, project_id: str, worker_id: str, place: dict[str, Any]) -> None:
    told = activity.told
    body = {
        "area_id": city.area(told["area"]),
        "title": told["title"],
        "description": told.get("description", ""),
        "starts_at": activity.starts.isoformat(),
        "ends_at": activity.ends.isoformat(),
        "place": place,
        "lead_social_worker_id": worker_id,
        "wanted": told["wanted"],
        "resident_places": told.get("resident_places", 30),
    }
    held_ago = (city.day(0) - activity.starts.date()).days
    planned = held_ago + PLANNED_BEFORE if held_ago > 0 else COMING_PLANNED_AGO
    planner = activity.lead.when(city.ago(planned, "10:10"))

    async def accepted() -> dict[str, Any]:
        made: dict[str, Any] = await planner.post(
            f"/projects/projects/{project_id}/activities", body, key=f"{activity.key}.plan"
        )
        return made

    activity.view = await until(accepted, bears="lead-not-registered")
    if told["state"] != "planned":
        publisher = activity.lead.when(city.ago(planned - 1, "09:00"))
        activity.view = await publisher.post(
            f"{activity.path}/publication", seen=activity.view, key=f"{activity.key}.publication"
        )


async def cancel(city: City, activity: Activity) -> None:
    """Called off the day before; those who signed up are told so."""
    lead = activity.lead.when(city.ago(activity.told["ago"] + 1, "17:00"))
    seen, body = await lead.get(activity.path), {"reason": activity.told["reason"]}
    activity.view = await lead.post(
        f"{activity.path}/cancellation", body, seen=seen, key=f"{activity.key}.cancellation"
    )
