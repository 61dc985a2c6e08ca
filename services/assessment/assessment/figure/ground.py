"""What the figures of one area stand on: its communities, its counters, closed surveys and the targets in force."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from assessment.figure.reached import Community, Reached
from assessment.reading.counting import Course
from assessment.reading.model import Counted
from assessment.target.asked import Asked
from assessment.target.model import Aim
from assessment.target.rules import InForce, asked_of, is_ordinary, is_subject
from chassis.tables import AreaCopy


class Result(NamedTuple):
    """How many answered and how many of them were satisfied in surveys closed in a month, by its first day."""

    on: date
    answered: int
    satisfied: int


class Met(NamedTuple):
    """How many deliberations were held in a month and closed, if at all, in another, by the first days of both."""

    held_on: date
    closed_on: date | None
    number: int


@dataclass(frozen=True, slots=True)
class Whole:
    """分母: what a share divides by, always named and dated."""

    name: str
    value: int
    kind: str
    on: date | None
    source: str


class Unit(NamedTuple):
    """An area with what is known of it before anything is counted: its communities, its people, its targets."""

    area: AreaCopy
    applies: bool
    communities: Sequence[Community]
    population: Whole | None
    current: InForce


class Subjects(NamedTuple):
    """适用的村（社区）: those that the rule of 5 and 10 speaks of, and the day of their list."""

    communities: Sequence[Community]
    listed_on: date | None


@dataclass(frozen=True)
class Ground:
    """One area on one day: what its communities have reached, and `counted`, the area's own counters."""

    area: AreaCopy
    applies: bool
    communities: Sequence[Community]
    population: Whole | None
    current: InForce
    day: date
    reached: Reached
    counted: Mapping[Counted, Course]
    results: Sequence[Result]
    stages: Sequence[Result]
    met: Sequence[Met]

    @cached_property
    def _subjects(self) -> dict[str | None, Subjects]:
        return {}

    def subjects(self, organ_kind: str | None = None) -> Subjects:
        """Of one organ kind or of all; every point of a trend asks for them."""
        if organ_kind not in self._subjects:
            found = [each for each in self.communities if each.is_subject and organ_kind in {None, each.organ_kind}]
            listed = [each.listed_on for each in found if each.listed_on]
            self._subjects[organ_kind] = Subjects(found, max(listed) if listed else None)
        return self._subjects[organ_kind]


def communities_of(areas: Iterable[AreaCopy], kinds: Mapping[UUID, str | None], asked: Asked) -> list[Community]:
    """The communities among areas; `kinds` tells the organ kind of each parent."""
    return [
        Community(
            scope_key=area.scope_key,
            organ_kind=area.organ_kind,
            applies=is_subject(area.organ_kind, kinds.get(area.parent_id) if area.parent_id else None),
            minimum=asked_of(Aim.ORG_MINIMUM, area.organ_kind, asked.of(area)),
            average=asked_of(Aim.ORG_AVERAGE, area.organ_kind, asked.of(area)),
            listed_on=area.valid_from,
        )
        for area in sorted(areas, key=lambda each: each.code)
        if area.level == "community"
    ]


def applies_to(area: AreaCopy, kinds: Mapping[UUID, str | None]) -> bool:
    """Whether the plan's targets speak of an area at all: a park, and what lies in it, is 不适用."""
    parent = kinds.get(area.parent_id) if area.parent_id else None
    return is_ordinary(area.organ_kind) and (area.level != "community" or is_ordinary(parent))


def population_of(area: AreaCopy, areas: Iterable[AreaCopy]) -> Whole | None:
    """The area's own population or, for the city, the sum of its towns', if all are of one count."""
    if area.population is not None:
        return _whole(area.population)
    towns = [each.population for each in areas if each.parent_id == area.id and each.population is not None]
    if area.level != "city" or len({(each["kind"], each["on"]) for each in towns}) != 1:
        return None
    summed = {**towns[0], "value": sum(each["value"] for each in towns)}
    return _whole({**summed, "source": f"{towns[0]['source']}(各镇街合计)"})


def unit_of(area: AreaCopy, areas: Sequence[AreaCopy], kinds: Mapping[UUID, str | None], asked: Asked) -> Unit:
    """Of an area among others that lie in it or beside it."""
    inside = [each for each in areas if each.scope_key.startswith(area.scope_key)]
    return Unit(
        area=area,
        applies=applies_to(area, kinds),
        communities=communities_of(inside, kinds, asked),
        population=population_of(area, inside),
        current=asked.of(area),
    )


def _whole(population: Mapping[str, object]) -> Whole:
    return Whole(
        name="常住人口" if population["kind"] == "resident" else str(population["kind"]),
        value=int(str(population["value"])),
        kind=str(population["kind"]),
        on=date.fromisoformat(str(population["on"])),
        source=str(population["source"]),
    )
