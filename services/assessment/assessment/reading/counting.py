"""Changing a counter, and adding counters up again."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.reading.model import Copy, Counted, Tally
from chassis import clock

Changes = Sequence[tuple[date, int]]


def month(day: date) -> date:
    """The first day of its month: how finely that which grows with people is counted."""
    return day.replace(day=1)


def day_of(at: datetime) -> date:
    """The city's calendar day of a fact."""
    return clock.day(at)


async def count(tx: AsyncSession, counted: Counted, copy: Copy, on: date, change: int) -> None:
    """Adds to the counter of the copy's own area; additions commute."""
    await count_all(tx, counted, {(copy.area_id, copy.scope_key, on): change})


async def count_all(tx: AsyncSession, counted: Counted, changes: Mapping[tuple[UUID, str, date], int]) -> None:
    """The same for several areas and days at once; in one order, so that nobody waits for each other."""
    add = insert(Tally).values(
        [
            {"area_id": area_id, "counted": counted, "on_day": on, "scope_key": scope_key, "change": change}
            for (area_id, scope_key, on), change in sorted(changes.items())
        ]
    )
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


async def by_area(tx: AsyncSession, scope_key: str, counted: Counted, floor: date, day: date) -> Mapping[UUID, Changes]:
    """The same for one counter, of each area apart."""
    when = func.greatest(Tally.on_day, floor)
    query = (
        select(Tally.area_id, when, func.sum(Tally.change))
        .where(Tally.counted == counted, _within(scope_key), Tally.on_day <= day)
        .group_by(Tally.area_id, when)
        .order_by(Tally.area_id, when)
    )
    found: dict[UUID, list[tuple[date, int]]] = {}
    for area_id, on, change in await tx.execute(query):
        found.setdefault(area_id, []).append((on, int(change)))
    return found


def _within(scope_key: str) -> ColumnElement[bool]:
    return (Tally.scope_key >= scope_key) & (Tally.scope_key < scope_key + "~")


def level(changes: Changes, on: date) -> int:
    """How many there are at the end of a day."""
    return sum(change for when, change in changes if when <= on)


def between(changes: Changes, first: date, last: date) -> int:
    """How many came between two days, both included."""
    return sum(change for when, change in changes if first <= when <= last)
