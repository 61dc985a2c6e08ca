"""Changing a counter, and adding counters up again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.reading.model import Copy, Counted, Tally
from chassis import clock

Changes = Sequence[tuple[date, int]]
Placed = tuple[UUID, str, date]  # an area, its scope, a day
Change = Counter[tuple[Counted, date]]


def day_of(at: datetime) -> date:
    """The city's calendar day of a fact."""
    return clock.day(at)


async def count(tx: AsyncSession, counted: Counted, copy: Copy, on: date, change: int) -> None:
    """Adds to the counter of the copy's own area; additions commute."""
    await count_all(tx, counted, {(copy.area_id, copy.scope_key, on): change})


async def count_all(tx: AsyncSession, counted: Counted, changes: Mapping[Placed, int]) -> None:
    """The same for several areas and days at once."""
    await _add(tx, {(counted, *place): change for place, change in changes.items()})


async def settle(tx: AsyncSession, copy: Copy, before: Change, after: Change) -> None:
    """Moves the counters of the copy's own area by what it adds now less what it added before."""
    where = (copy.area_id, copy.scope_key)
    moved = {key: after[key] - before[key] for key in {*before, *after}}
    await _add(tx, {(counted, *where, on): change for (counted, on), change in moved.items()})


async def _add(tx: AsyncSession, changes: Mapping[tuple[Counted, UUID, str, date], int]) -> None:
    """In one order, so that nobody waits for each other."""
    rows = [
        {"area_id": area_id, "counted": counted, "on_day": on, "scope_key": scope_key, "change": change}
        for (counted, area_id, scope_key, on), change in sorted(changes.items())
        if change
    ]
    if not rows:
        return
    add = insert(Tally).values(rows)
    key = [Tally.area_id, Tally.counted, Tally.on_day]
    await tx.execute(add.on_conflict_do_update(index_elements=key, set_={"change": Tally.change + add.excluded.change}))


async def summed(
    tx: AsyncSession, scope_key: str, counted: Sequence[Counted], floor: date, day: date
) -> dict[Counted, Changes]:
    """The changes in an area and all below it by day; what lies before `floor` is one sum on it."""
    when = func.greatest(Tally.on_day, floor)
    query = (
        select(Tally.counted, when, func.sum(Tally.change))
        .where(Tally.counted.in_(counted), _within(scope_key), Tally.on_day <= day)
        .group_by(Tally.counted, when)
        .order_by(when)
    )
    found: dict[Counted, list[tuple[date, int]]] = {name: [] for name in counted}
    for name, on, change in await tx.execute(query):
        found[name].append((on, int(change)))
    return {name: tuple(changes) for name, changes in found.items()}


async def by_area(
    tx: AsyncSession, scope_key: str, counted: Sequence[Counted], floor: date, day: date
) -> dict[Counted, dict[UUID, Changes]]:
    """The same of each area apart."""
    when = func.greatest(Tally.on_day, floor)
    query = (
        select(Tally.counted, Tally.area_id, when, func.sum(Tally.change))
        .where(Tally.counted.in_(counted), _within(scope_key), Tally.on_day <= day)
        .group_by(Tally.counted, Tally.area_id, when)
        .order_by(when)
    )
    found: dict[Counted, dict[UUID, list[tuple[date, int]]]] = {name: {} for name in counted}
    for name, area_id, on, change in await tx.execute(query):
        found[name].setdefault(area_id, []).append((on, int(change)))
    return {name: dict(areas) for name, areas in found.items()}


def _within(scope_key: str) -> ColumnElement[bool]:
    return (Tally.scope_key >= scope_key) & (Tally.scope_key < scope_key + "~")


def level(changes: Changes, on: date) -> int:
    """How many there are at the end of a day."""
    return sum(change for when, change in changes if when <= on)


def between(changes: Changes, first: date, last: date) -> int:
    """How many came between two days, both included."""
    return sum(change for when, change in changes if first <= when <= last)
