"""Changing a counter, and adding counters up again."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from operator import sub
from typing import Any, NamedTuple, Self

from sqlalchemy import ARRAY, any_, bindparam, func, select, type_coerce
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import NullType

from assessment.reading.model import Copy, Counted, Tally
from chassis.copying import insert_lists, lists_of

_TALLY = Tally.__table__
_added = insert_lists(_TALLY)
_ADD = _added.on_conflict_do_update(
    index_elements=list(_TALLY.primary_key), set_={"change": _TALLY.c.change + _added.excluded.change}
)

_PLACE = ("counted", "scope_key")  # what a course is of
Placed = tuple[str, date]  # an area's scope, a day
Change = Counter[tuple[Counted, date]]


class Course(NamedTuple):
    """How a count went: the days on which it changed, in order; how many there were before, and from each on."""

    days: Sequence[date] = ()
    levels: Sequence[int] = (0,)

    @classmethod
    def of(cls, changes: Iterable[tuple[date, int]]) -> Self:
        """From changes in any order."""
        ordered = sorted(changes)
        return cls([on for on, _ in ordered], list(accumulate((change for _, change in ordered), initial=0)))

    def changes(self) -> Iterator[tuple[date, int]]:
        """The days on which it changed, and by how much; it began at nothing."""
        return zip(self.days, map(sub, self.levels[1:], self.levels), strict=False)

    def at(self, on: date) -> int:
        """How many there are at the end of a day."""
        return self.levels[bisect_right(self.days, on)]

    def between(self, first: date, last: date) -> int:
        """How many came between two days, both included."""
        return self.at(last) - self.levels[bisect_left(self.days, first)]


Courses = Mapping[Counted, Mapping[str, Course]]
UNCOUNTED = Course()


async def count(tx: AsyncSession, counted: Counted, copy: Copy, on: date, change: int) -> None:
    """Adds to the counter of the copy's own area and of those above; additions commute."""
    await count_all(tx, counted, {(copy.scope_key, on): change})


async def count_all(tx: AsyncSession, counted: Counted, changes: Mapping[Placed, int]) -> None:
    """The same for several areas and days at once."""
    await _add(tx, {(counted, *place): change for place, change in changes.items()})


async def settle(tx: AsyncSession, copy: Copy, before: Change, after: Change) -> None:
    """Moves the counters of the copy's own area and of those above by what it adds now less what it added before."""
    moved = {key: after[key] - before[key] for key in {*before, *after}}
    await _add(tx, {(counted, copy.scope_key, on): change for (counted, on), change in moved.items()})


def and_above(scope_key: str) -> list[str]:
    """The scope of an area and of each above it: the city's, a town's, a community's."""
    return list(accumulate(f"{code}/" for code in scope_key.split("/")[:-1]))


async def _add(tx: AsyncSession, changes: Mapping[tuple[Counted, str, date], int]) -> None:
    """In one order, so that nobody waits for each other."""
    summed: Counter[tuple[Counted, str, date]] = Counter()
    for (counted, scope_key, on), change in changes.items():
        summed.update({(counted, each, on): change for each in and_above(scope_key)})
    rows = [(*place, change) for place, change in sorted(summed.items()) if change]
    if rows:
        await tx.execute(_ADD, lists_of(_TALLY, rows))


# In the order of the index, which holds it whole, so that nothing is sorted, summed or looked up; the driver makes the
# lists. Written out once: made anew for each figure it took longer than it took to answer.
_days, _moved = (
    type_coerce(func.array_agg(aggregate_order_by(each, _TALLY.c.on_day)), NullType())
    for each in (_TALLY.c.on_day, _TALLY.c.change)
)
_here = tuple(_TALLY.c[name] == any_(bindparam(name, type_=ARRAY(_TALLY.c[name].type))) for name in _PLACE)
_COURSES = (
    select(*(_TALLY.c[name] for name in _PLACE), _days, _moved)
    .where(*_here, _TALLY.c.on_day <= bindparam("day"))
    .group_by(*(_TALLY.c[name] for name in _PLACE))
)


async def courses(tx: AsyncSession, scope_keys: Iterable[str], counted: Sequence[Counted], day: date) -> Courses:
    """How each count went until a day in each of some areas, with all below it."""
    found: dict[Counted, dict[str, Course]] = {name: {} for name in counted}
    if not counted:
        return found
    asked = {"counted": list(counted), "scope_key": list(scope_keys), "day": day}
    rows: Iterable[Any] = await tx.execute(_COURSES, asked)
    for name, scope_key, on, change in rows:
        found[name][scope_key] = Course(on, list(accumulate(change, initial=0)))
    return found
