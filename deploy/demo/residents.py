"""居民 and 志愿者: people with a phone, of whom some register as volunteers and some only take part."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from deploy.demo.cast import by_phone, crowd
from deploy.demo.city import City, content, together
from deploy.demo.identities import Identity, identity
from deploy.demo.people import Person

VOLUNTEERS_FROM, VOLUNTEERS_BORN = 10_000, (1953, 2009)
RESIDENTS_FROM, RESIDENTS_BORN = 20_000, (1944, 2003)
REGISTERED_AGO = (20, 300)  # days; lately fewer than at the start, when the teams were formed
SKILLS = ("摄影", "急救", "粤语主持", "水电维修", "书法", "理发", "心理疏导", "电脑", "驾驶", "烹饪", "乐器")
# 群体: the share of each among those whose age fits; people belong to several.
GROUPS: tuple[tuple[str, int, int, float], ...] = (
    ("youth", 0, 18, 1.0),
    ("youth_league", 14, 29, 0.6),
    ("party_member", 20, 120, 0.24),
    ("civil_servant", 23, 60, 0.1),
    ("technician", 22, 70, 0.15),
    ("educator", 22, 70, 0.14),
    ("migrant_worker", 18, 58, 0.4),
    ("retiree", 60, 120, 1.0),
)


@dataclass(slots=True)
class Volunteer:
    """志愿者, signed in."""

    who: Identity
    person: Person
    home: str
    ago: int
    view: dict[str, Any]


@dataclass(slots=True)
class Resident:
    """居民; `person` is missing for those who never sign in."""

    who: Identity
    home: str
    person: Person | None = None


@dataclass(slots=True)
class People:
    """The visitor's own phone comes first in each list."""

    volunteers: list[Volunteer] = field(default_factory=list)
    residents: list[Resident] = field(default_factory=list)


async def gather(city: City) -> People:
    """Everybody signs in; the volunteers register, the first of them first."""
    told = content("cast")
    homes = sorted(_homes(told["volunteers"]), key=lambda each: -each[1])
    volunteers = await together(register(city, *each) for each in homes)
    signed_in = await together(_sign_in(city, who, home) for who, home in _talking(told["residents"]))
    visitor = identity(told["volunteers"]["visitor"]["person"])
    volunteers.sort(key=lambda each: each.who != visitor)
    return People(volunteers, [*signed_in, *_silent(told["residents"])])


def _homes(told: dict[str, Any]) -> Iterator[tuple[str, int, Identity]]:
    """Home, day of registration and person of each volunteer."""
    draw, people, visitor = Random("志愿者"), crowd(VOLUNTEERS_FROM, VOLUNTEERS_BORN), told["visitor"]
    yield visitor["home"], visitor["ago"], identity(visitor["person"])
    for home in told["homes"]:
        for _ in range(home["count"]):
            first, last = REGISTERED_AGO
            yield home["area"], last - round((last - first) * draw.random() ** 2), next(people)


def _talking(told: dict[str, Any]) -> Iterator[tuple[Identity, str]]:
    people, visitor = crowd(RESIDENTS_FROM, RESIDENTS_BORN), told["visitor"]
    yield identity(visitor["person"]), visitor["home"]
    for home in told["homes"]:
        for _ in range(home["count"]):
            yield next(people), home["area"]


def _silent(told: dict[str, Any]) -> Iterator[Resident]:
    people = crowd(RESIDENTS_FROM + 5_000, RESIDENTS_BORN)
    for home in told["homes"]:
        for _ in range(home["silent"]):
            yield Resident(next(people), home["area"])


async def _sign_in(city: City, who: Identity, home: str) -> Resident:
    return Resident(who, home, await by_phone(city, who))


async def register(city: City, home: str, ago: int, who: Identity) -> Volunteer:
    """Somebody registers by phone, so many days ago."""
    person, draw = await by_phone(city, who), Random(who.phone)
    body = {
        "name": who.name,
        "id_type": "resident_id",
        "id_number": who.id_number,
        "area_id": city.area(home),
        "groups": groups(who.born_on, city.day(ago), draw),
        "skills": draw.sample(SKILLS, draw.choice((0, 1, 1, 2))),
    }
    at = city.ago(ago, f"{draw.randint(8, 21):02}:{draw.randint(0, 59):02}")
    view = await person.when(at).post("/volunteers/volunteers", body, key=f"demo.volunteer.{who.phone}")
    return Volunteer(who, person, home, ago, view)


def groups(born: date, on: date, draw: Random) -> list[str]:
    """Those a person belongs to, by age and chance; most belong to one at least."""
    age = on.year - born.year
    fitting = [(name, share) for name, first, end, share in GROUPS if first <= age < end]
    drawn = [name for name, share in fitting if draw.random() < share]
    return sorted(drawn or [draw.choice(fitting)[0]])
