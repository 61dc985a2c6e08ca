"""What the figures of one area stand on: its communities, its counters, closed surveys and the targets in force."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from assessment.figure.reached import ALWAYS, Community, Reached
from assessment.reading.counting import Course
from assessment.reading.model import Counted
from assessment.reading.terms import Past
from assessment.target.asked import Asked
from assessment.target.model import Aim
from assessment.target.rules import InForce, asked_of, is_ordinary, is_subject
from chassis.tables import AreaCopy


class Result(NamedTuple):
    """How many answered and how many of them were satisfied in surveys closed in a month, by its first day.

    Those of so few answers each that one could be told from the sum stand apart.
    """

    on: date
    answered: int
    satisfied: int
    surveys: int = 1
    is_small: bool = False


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
    def _subjects(self) -> dict[tuple[str | None, int], Subjects]:
        return {}

    @cached_property
    def _turns(self) -> list[date]:
        return sorted({each.days[0] for each in self.communities})

    def subjects(self, on: date, organ_kind: str | None = None) -> Subjects:
        """On a day, of one organ kind or of all; every point of a trend asks for them."""
        key = organ_kind, bisect_right(self._turns, on)
        if key not in self._subjects:
            those = [each for each in self.communities if each.is_subject and each.holds(on)]
            found = [each for each in those if organ_kind in {None, each.organ_kind}]
            listed = [each.listed_on for each in found if each.listed_on]
            self._subjects[key] = Subjects(found, max(listed) if listed else None)
        return self._subjects[key]


def communities_of(areas: Iterable[AreaCopy], past: Past, asked: Asked) -> list[Community]:
    """The communities among areas, each in all that it was until the day."""
    communities = [area for area in areas if area.level == "community"]
    return [term for each in sorted(communities, key=lambda each: each.code) for term in _terms(each, past, asked)]


def _terms(area: AreaCopy, past: Past, asked: Asked) -> Iterator[Community]:
    first, end = ALWAYS
    for days in pairwise([first, *past.turns(area.id, area.parent_id), end]):
        term, current = past.on(area.id, days[0]), asked.of(area)
        kind = term.organ_kind if term else None
        yield Community(
            scope_key=area.scope_key,
            organ_kind=kind,
            applies=is_subject(kind, past.kind(area.parent_id, days[0])),
            minimum=asked_of(Aim.ORG_MINIMUM, kind, current),
            average=asked_of(Aim.ORG_AVERAGE, kind, current),
            listed_on=term.valid_from if term else None,
            days=days,
        )


def applies_to(area: AreaCopy, past: Past) -> bool:
    """Whether the plan's targets speak of an area at all: a park, and what lies in it, is 不适用."""
    parent = past.kind(area.parent_id, past.day)
    return is_ordinary(past.kind(area.id, past.day)) and (area.level != "community" or is_ordinary(parent))


def population_of(area: AreaCopy, areas: Iterable[AreaCopy]) -> Whole | None:
    """The area's own population or, for the city, the sum of its towns', if all are of one count."""
    if area.population is not None:
        return _whole(area.population)
    towns = [each.population for each in areas if each.parent_id == area.id and each.population is not None]
    if area.level != "city" or len({(each["kind"], each["on"]) for each in towns}) != 1:
        return None
    summed = {**towns[0], "value": sum(each["value"] for each in towns)}
    return _whole({**summed, "source": f"{towns[0]['source']}(各镇街合计)"})


def unit_of(area: AreaCopy, areas: Sequence[AreaCopy], past: Past, asked: Asked) -> Unit:
    """Of an area among others that lie in it or beside it."""
    inside = [each for each in areas if each.scope_key.startswith(area.scope_key)]
    return Unit(
        area=area,
        applies=applies_to(area, past),
        communities=communities_of(inside, past, asked),
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
