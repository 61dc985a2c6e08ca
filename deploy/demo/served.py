"""What is done in the towns beside those of the story: activities held, hours confirmed by the month, residents asked.

A town is looked at as a whole where the services show it as one list.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from deploy.demo import attendance, surveys
from deploy.demo.activities import Activity, plan_one
from deploy.demo.attendance import who_came
from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import SHANGHAI, City, together, until
from deploy.demo.hours import CONFIRMED_AFTER, HOURS, confirm
from deploy.demo.neighbourhoods import SINCE
from deploy.demo.residents import People

ALL = 200  # of a town's lists: more is never made here


@dataclass(frozen=True, slots=True)
class Served:
    """One town: who is there, who leads, and each activity with its project and its place."""

    town: str
    people: People
    worker_id: str
    activities: list[tuple[dict[str, Any], str, dict[str, Any]]]


async def serve(city: City, cast: Cast, towns: list[Served]) -> dict[str, list[Activity]]:
    """From the plans to the answers, as far as each activity came; what was held, by town."""
    planned = await together(
        plan_one(city, cast, town.people, told, project_id, town.worker_id, place)
        for town in towns
        for told, project_id, place in town.activities
    )
    of = {town.town: [each for each in planned if each.area.startswith(town.town)] for town in towns}
    offered = dict(await together(_offered(city, town, mine) for town, mine in of.items()))
    await together(_carried_out(activity, offered[activity.area[:9]]) for activity in planned)
    held = {town: [each for each in mine if each.told["state"] == "held"] for town, mine in of.items()}
    await together(_confirmed(city, cast, town, mine) for town, mine in held.items())
    await together(_asked(city, cast, town, mine) for town, mine in held.items())
    return held


def _activity_of(view: dict[str, Any]) -> str:
    return str(view["links"]["activity"]).rsplit("/", 1)[-1]


async def _offered(city: City, town: str, activities: list[Activity]) -> tuple[str, dict[str, list[dict[str, Any]]]]:
    """By activity what volunteers can do there, once the volunteers service has heard of all of it."""
    wanted = sum(len(activity.told["wanted"]) for activity in activities)
    since = city.ago(SINCE).isoformat()

    async def all_of_it() -> list[dict[str, Any]]:
        asked = {"area_id": city.area(town), "from": since, "limit": ALL}
        found: list[dict[str, Any]] = (await city.anyone().get("/volunteers/opportunities", **asked))["items"]
        return found if len(found) >= wanted else []

    by_activity: dict[str, list[dict[str, Any]]] = {}
    for each in await until(all_of_it) if wanted else []:
        by_activity.setdefault(_activity_of(each), []).append(each)
    return town, by_activity


async def _carried_out(activity: Activity, offered: dict[str, list[dict[str, Any]]]) -> None:
    """Volunteers sign up; where it is past they came, and it was held."""
    signups = await attendance.take(activity, offered[activity.view["id"]])
    if activity.told["state"] == "held":
        await attendance.attend(activity, signups)
        await attendance.hold(activity)


async def _confirmed(city: City, cast: Cast, town: str, held: list[Activity]) -> None:
    """The town's officer goes through the hours of each month, when its last activity is over."""
    officer, expected = cast[officer_of(town)], sum(len(who_came(activity)) for activity in held)

    async def proposed() -> list[dict[str, Any]]:
        page = await officer.get(HOURS, area_id=city.area(town), source="attendance", limit=ALL)
        found: list[dict[str, Any]] = page["items"]
        return found if len(found) >= expected else []

    entries = sorted(await until(proposed) if expected else [], key=_ends)
    for month, of_month in groupby(entries, key=lambda each: f"{_ends(each).astimezone(SHANGHAI):%Y-%m}"):
        found = list(of_month)
        at = min(_ends(found[-1]) + CONFIRMED_AFTER, city.began)
        await confirm(officer.when(at), f"demo.hours.{town}.{month}", found)


def _ends(entry: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(entry["ends_at"])


async def _asked(city: City, cast: Cast, town: str, held: list[Activity]) -> None:
    """Residents answer where they are asked how it was; the town closes every survey whose time is over."""
    activities, officer = {activity.view["id"]: activity for activity in held}, cast[officer_of(town)]

    async def opened() -> dict[str, dict[str, Any]]:
        page = await officer.get(surveys.SURVEYS, area_id=city.area(town), subject="activity", limit=ALL)
        found = {_activity_of(each): each for each in page["items"]}
        return found if found.keys() >= activities.keys() else {}

    found = await until(opened) if held else {}
    for id_, activity in activities.items():
        if activity.told["asked"]:
            await surveys.answer(found[id_], activity)
    found = await until(opened) if held else {}
    for id_, activity in activities.items():
        await surveys.close(city, cast, activity, found[id_])
