"""Two years of service in the towns beside those of the story: needs, projects and activities made from patterns.

What is made here has the form of what the content files tell, so that the same steps carry both out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from deploy.demo import honours, needs, projects
from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City, content, together
from deploy.demo.neighbourhoods import Community
from deploy.demo.residents import People
from deploy.demo.served import Served, serve

MOST = 18  # projects of a community of full strength
FIRST_AGO, LATEST_AGO = 710, 4
DECIDED_AFTER, RUNS = 6, 75  # days
CLOSED_SHARE, RETURNED_SHARE, TWICE_SHARE, ABSENT_SHARE = 0.82, 0.2, 0.25, 0.1
HIDING_SHARE, ASKED_SHARE = 0.15, 0.4
HELD_BACK, RETURNED_WITHIN, PREPARED, ASKED_AGO = 14, 70, 7, 360  # days
PARTICIPANTS = (9, 14)
HOURS = (2.5, 3.0, 3.5)
STARTS = ("09:00", "09:30", "14:30", "15:00", "19:00")


@dataclass(slots=True)
class Planned:
    """One project with its need and its activities, as they are told."""

    community: Community
    need: dict[str, Any]
    project: dict[str, Any]
    activities: list[dict[str, Any]] = field(default_factory=list)


def planned(city: City, communities: list[Community]) -> list[Planned]:
    """All projects of two years, the oldest first; the same in every run."""
    days: dict[str, set[int]] = {community.town: set() for community in communities}
    found = [each for community in communities for each in _of(city, community, days[community.town])]
    return sorted(found, key=lambda each: -int(each.need["ago"]))


def _of(city: City, community: Community, days: set[int]) -> Iterator[Planned]:
    draw, patterns = Random(f"常年服务 {community.code}"), content("programme")["pattern"]
    number = max(2, round(MOST * community.strength))
    for place in range(number):
        ago = LATEST_AGO + round((FIRST_AGO - LATEST_AGO) * (place + draw.random()) / number)
        day = city.day(ago)
        at_home = [each for each in patterns if not each["months"] or _month(day, 20) in each["months"]]
        yield _planned(_Place(community, place, ago, day, days), draw.choice(at_home), draw)


def _month(day: date, ahead: int) -> int:
    """In which month what is drafted on a day takes place."""
    return (day + timedelta(days=ahead)).month


@dataclass(frozen=True, slots=True)
class _Place:
    """Where and when one project has its place: the days that are taken already are the town's."""

    community: Community
    number: int
    ago: int
    day: date
    days: set[int]


def _planned(at: _Place, pattern: dict[str, Any], draw: Random) -> Planned:
    community, ago = at.community, at.ago
    key = f"{community.code}.{at.number}"
    need = {
        "id": key,
        "area": community.code,
        "by": community.clerk,
        "title": f"{community.name}:{pattern['need']}",
        "category": pattern["category"],
        "channel": draw.choice(("forum", "home_visit", "phone", "questionnaire")),
        "persons": draw.randint(6, 90),
        "ago": ago,
    }
    decided = max(1, ago - 2 - DECIDED_AFTER)
    project = {
        "id": key,
        "by": community.clerk,
        "reviewer": officer_of(community.code),
        "needs": [key],
        "ago": max(2, ago - 2),
        "decided": decided,
        "state": _state(ago, draw),
        "title": f"{community.name}{pattern['title']}（{_month(at.day, 20)}月）",
        "goals": pattern["goals"],
        "budget_yuan": round(pattern["yuan"] * draw.uniform(0.7, 1.3) / 100) * 100,
        "days": RUNS,
        "outcome": f"{pattern['goals'][0]}，已完成；居民反响良好，转入常态服务。",
    }
    project["closed"] = max(1, decided - RUNS - 5)
    if project["state"] == "returned":
        project["reason"] = "目标没有写明受益人数,请补充后再报。"
    made = Planned(community, need, project)
    if project["state"] in {"approved", "closed"} and decided > PREPARED:
        made.activities = list(_activities(made, pattern, at.days, draw))
    return made


def _state(ago: int, draw: Random) -> str:
    """Where it stands today: what is over is mostly closed, what is new still waits."""
    if ago <= HELD_BACK:
        return draw.choice(("draft", "submitted", "submitted"))
    if ago <= RETURNED_WITHIN and draw.random() < RETURNED_SHARE:
        return "returned"  # one that was returned earlier has been handed in again since
    over = ago - 2 - DECIDED_AFTER > RUNS + 8
    return "closed" if over and draw.random() < CLOSED_SHARE else "approved"


def _activities(of: Planned, pattern: dict[str, Any], days: set[int], draw: Random) -> Iterator[dict[str, Any]]:
    titles, community, decided = pattern["activities"], of.community, of.project["decided"]
    number = 2 if draw.random() < TWICE_SHARE else 1
    for place, title in enumerate(draw.sample(titles, min(number, len(titles)))):
        ago = decided - 16 - 20 * place - draw.randint(0, 8)
        while ago in days or 0 <= ago <= 1:  # nobody serves at two places at once
            ago -= 1
        days.add(ago)
        yield {
            "id": f"{of.project['id']}.{place}",
            "project": of.project["id"],
            "area": community.code,
            "by": f"worker.{community.town}",
            "state": "held" if ago > 0 else "published",
            "ago": ago,
            "start": draw.choice(STARTS),
            "hours": draw.choice(HOURS),
            "title": title,
            "wanted": [{"role": "helper", "name": pattern["role"], "count": 4, "minimum_age": 16}],
            "roster": draw.randint(2, 3),
            "visitor_serves": True,
            "participants": draw.randint(*PARTICIPANTS),
            "absent": int(draw.random() < ABSENT_SHARE),
            "all_show": draw.random() >= HIDING_SHARE,
            "asked": 0 < ago <= ASKED_AGO and draw.random() < ASKED_SHARE,
        }


async def carry_out(city: City, cast: Cast, communities: list[Community]) -> None:
    """Hears the needs, designs the projects, serves town by town and closes what is over.

    Each step is done for all before the next one: what one service tells another has arrived by then.
    """
    told, heard = planned(city, communities), dict[str, dict[str, Any]]()
    await together(needs.hear(city, cast, cast[each.need["by"]], each.need, heard, "10:30") for each in told)
    views = await together(projects.propose(city, cast, each.project, heard, None) for each in told)
    made = list(zip(told, views, strict=True))
    held = await serve(city, cast, _served(communities, made))
    await honours.honour_all(city, cast, held)
    over = [(each.project, str(view["id"])) for each, view in made if each.project["state"] == "closed"]
    await together(projects.close(city, cast, project, id_) for project, id_ in over)


def _served(communities: list[Community], made: list[tuple[Planned, dict[str, Any]]]) -> list[Served]:
    """What is done in each town, by the people who live there."""
    found: list[Served] = []
    for town in dict.fromkeys(each.town for each in communities):
        here = [each for each in communities if each.town == town]
        activities = [
            (told, view["id"], _place(of.community))
            for of, view in made
            for told in of.activities
            if of.community.town == town
        ]
        volunteers = [each for community in here for each in community.volunteers]
        residents = [each for community in here for each in community.residents]
        # Where a list has the visitor first, who serves each time, it has the town's most faithful volunteer here.
        people = People(volunteers, [residents[0], *residents])
        found.append(Served(town, people, here[0].worker["id"], activities))
    return found


def _place(community: Community) -> dict[str, Any]:
    draw = Random(community.code)
    latitude, longitude = 22.75 + draw.random() * 0.35, 113.6 + draw.random() * 0.45
    return {"name": f"{community.name}党群服务中心", "latitude": round(latitude, 4), "longitude": round(longitude, 4)}
