"""The towns beside those of the story: their two communities each, who works there, and who lives there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from deploy.demo.cast import Cast, by_phone, crowd, officer_of
from deploy.demo.city import City, content, together
from deploy.demo.identities import Identity
from deploy.demo.people import Person
from deploy.demo.residents import RESIDENTS_BORN, Resident, Volunteer, register

VOLUNTEERS_FROM, RESIDENTS_FROM, WORKERS_FROM = 300_000, 400_000, 500_000
ADULT_BORN = (1956, 2004)
COMMUNITIES = 2
# Of each community, in a weak town and how many more in a strong one: volunteers and residents with a sign-in; and
# residents without. They serve and take part in their whole town.
SERVING, TALKING, SILENT = (2, 2), (3, 2), 5
SINCE = 740  # days ago: before anything that is told of these towns


@dataclass(slots=True)
class Community:
    """村（社区）, with those who act there."""

    code: str
    town: str
    name: str
    strength: float
    volunteers: list[Volunteer]
    residents: list[Resident]
    worker: dict[str, Any]

    @property
    def clerk(self) -> str:
        """The user name of the community's officer."""
        return f"clerk.{self.code}"


def towns() -> list[dict[str, Any]]:
    """With their strength, the strongest first."""
    found: list[dict[str, Any]] = content("programme")["town"]
    return found


def communities_of(city: City, town: str, most: int | None = COMMUNITIES) -> list[str]:
    """The first communities of a town, or all, by code; quasi units have no committee."""
    organs = {"RC", "VC"}
    return sorted(
        code for code, area in city.areas.items() if code.startswith(town) and area.get("organ_kind") in organs
    )[:most]


def posts(city: City) -> list[dict[str, Any]]:
    """The accounts of these towns: an officer of each community and a social worker of each town."""
    found: list[dict[str, Any]] = []
    for town in towns():
        code = town["code"]
        found.append({"role": "social_worker", "username": f"worker.{code}", "area": code})
        found += [
            {"role": "community_officer", "username": f"clerk.{community}", "area": community}
            for community in communities_of(city, code)
        ]
    return found


async def settle(city: City, cast: Cast) -> list[Community]:
    """Social workers are registered, volunteers register and residents sign in, community by community."""
    workers, crowds = crowd(WORKERS_FROM, (1980, 1998)), _Crowds()
    told = [(town, next(workers)) for town in towns()]
    registered = await together(_worker(city, cast, town["code"], who) for town, who in told)
    found: list[Community] = []
    for (town, _), worker in zip(told, registered, strict=True):
        name = str(city.areas[town["code"]]["name"]).removesuffix("街道").removesuffix("镇")
        for code in communities_of(city, town["code"]):
            # One without a verified name is spoken of by its town.
            called = city.areas[code]["name"] or name
            found.append(Community(code, town["code"], called, town["strength"], [], [], worker))
    await together(_people(city, each, crowds) for each in found)
    return found


class _Crowds:
    """Invented people, each handed out once."""

    def __init__(self) -> None:
        self.volunteers = crowd(VOLUNTEERS_FROM, ADULT_BORN)
        self.residents = crowd(RESIDENTS_FROM, RESIDENTS_BORN)


async def _people(city: City, community: Community, crowds: _Crowds) -> None:
    serving, talking = (
        list(_some(people, round(least + more * community.strength)))
        for people, (least, more) in ((crowds.volunteers, SERVING), (crowds.residents, TALKING))
    )
    community.residents = [Resident(who, community.code) for who in _some(crowds.residents, SILENT)]
    for who in serving:
        community.volunteers.append(await register(city, community.code, SINCE, who))
    for who in talking:
        community.residents.append(Resident(who, community.code, await by_phone(city, who)))


def _some(people: Iterator[Identity], number: int) -> Iterator[Identity]:
    return (next(people) for _ in range(number))


async def _worker(city: City, cast: Cast, town: str, who: Identity) -> dict[str, Any]:
    officer: Person = cast[officer_of(town)]
    body = {
        "area_id": city.area(town),
        "name": who.name,
        "id_type": "resident_id",
        "id_number": who.id_number,
        "level": "intermediate" if int(town[-3:]) % 3 else "assistant",
        "certificate_number": f"DEMO2022{town}",
        "certified_on": date(2022, 6, 18).isoformat(),
        "employer_kind": "town_government",
        "organisation_id": None,
    }
    made: dict[str, Any] = await officer.when(city.ago(SINCE)).post(
        "/registry/social-workers", body, key=f"demo.social-worker.{town}"
    )
    return made
