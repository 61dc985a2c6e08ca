"""设施与岗位 beside those of the story: centres of most communities of strong towns, social workers at their posts."""

from datetime import date, timedelta
from random import Random
from typing import Any

from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City, together
from deploy.demo.facilities import EVERY, FIELDS, TOWNS, communities, open_centre
from deploy.demo.identities import PHONE_PREFIX
from deploy.demo.lists import strength
from deploy.demo.neighbourhoods import communities_of

CENTRES, MORE_CENTRES = 0.2, 0.8  # of a weak town's communities, and how much more of a strong one's
POSTS = 0.7  # of a strong town's communities: where a social worker has a post
OLDEST_AGO, NEWEST_AGO, PLANNED_BEFORE = 720, 90, 20  # days


async def equip(city: City, cast: Cast) -> None:
    """Town by town, once its social workers are registered."""
    towns = sorted(code for code, area in city.areas.items() if area["level"] == "township")
    await together(_town(city, cast, town) for town in towns if communities_of(city, town))


async def _town(city: City, cast: Cast, town: str) -> None:
    draw, share = Random(f"设施 {town}"), strength(town)
    known = communities_of(city, town, most=None)
    told = set(communities(city, town)[::EVERY]) if town in TOWNS else set()
    for code in known:
        if code not in told and draw.random() < CENTRES + MORE_CENTRES * share:
            await open_centre(city, cast, code, draw.randint(NEWEST_AGO, OLDEST_AGO))
    by_area = await _workers(city, cast, town)
    for place, code in enumerate(known):
        worker = by_area.get(city.area(code))
        if worker is not None and draw.random() < POSTS * share:
            await _post(city, cast, code, place, worker)


async def _workers(city: City, cast: Cast, town: str) -> dict[str, dict[str, Any]]:
    """One of each community: of those who came in by list, the first that has been registered long enough."""
    page = await cast[officer_of(town)].get("/registry/social-workers", area_id=city.area(town), limit=200)
    latest = city.day(PLANNED_BEFORE).isoformat()
    return {
        each["area_id"]: each
        for each in page["items"]
        if each["certificate_number"].startswith(f"DEMO{PHONE_PREFIX}") and each["valid_from"] < latest
    }


async def _post(city: City, cast: Cast, code: str, place: int, worker: dict[str, Any]) -> None:
    """Planned when the worker was registered, filled soon after."""
    key, registered = f"demo.post.{code}.list", date.fromisoformat(worker["valid_from"])
    planned_ago = (city.day(0) - registered).days
    body = {
        "area_id": city.area(code),
        "number": f"演示岗{code}-90",
        "field": FIELDS[place % len(FIELDS)],
        "employer_kind": "town_government",
        "full_time": True,
    }
    officer = cast[officer_of(code)]
    seen = await officer.when(city.ago(planned_ago)).post("/registry/posts", body, key=key)
    path, who = f"/registry/posts/{seen['id']}/filling", {"social_worker_id": worker["id"]}
    at = city.ago(planned_ago) + timedelta(days=PLANNED_BEFORE - 5)
    await officer.when(at).post(path, who, seen=seen, key=f"{key}.filling")
