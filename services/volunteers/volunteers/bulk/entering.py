"""Entering many volunteers at once: copied beside the table, which row security keeps from being copied into.

What is copied is gone again when its transaction ends: nobody else ever sees a row of `arriving_volunteer`. Rows are
dropped one lot after another, but the database keeps their places until the transaction ends: so a lot is found by its
own id in an index, and the last of a long list takes no longer than the first.
"""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.copying import copy_rows
from chassis.database import beyond_scope, new_id
from procedures.bulk.intake import Overtaken
from volunteers.database import Table
from volunteers.volunteer.model import Volunteer
from volunteers.volunteer.rules import new_number

COLUMNS = tuple(Volunteer.__table__.c.keys())
ARRIVING = sa.Table(
    "arriving_volunteer",
    Table.metadata,
    *(sa.Column(each.name, each.type, nullable=True) for each in Volunteer.__table__.c),
    # Of a city's own list, the fact that tells of the row.
    sa.Column("fact_id", sa.Uuid()),
    sa.Column("fact", JSONB()),
    # What came together.
    sa.Column("lot", sa.Uuid()),
    sa.Index("ix_arriving_volunteer_lot_id", "lot", "id"),
    prefixes=["unlogged"],
)
# What a list may change of a registration that nobody has claimed.
CHANGED = ("area_id", "scope_key", "groups", "skills", "phone_cipher")
_VOLUNTEER = cast("sa.Table", Volunteer.__table__)
IN_LOT = ARRIVING.c.lot == sa.bindparam("lot")
_ADD = sa.insert(_VOLUNTEER).from_select(
    COLUMNS,
    sa.select(*(ARRIVING.c[name] for name in COLUMNS)).where(IN_LOT).order_by(ARRIVING.c.id),
    include_defaults=False,
)
_DROP = sa.delete(ARRIVING).where(IN_LOT)
_CHANGE = (
    sa.update(_VOLUNTEER)
    .where(IN_LOT, _VOLUNTEER.c.id == ARRIVING.c.id, _VOLUNTEER.c.version == ARRIVING.c.version)
    .values({"version": _VOLUNTEER.c.version + 1, **{each: ARRIVING.c[each] for each in CHANGED}})
    .returning(_VOLUNTEER.c.id)
)


def repeated(column: str) -> sa.Select[UUID]:
    """Whoever of a lot has the value of somebody before them."""
    place = sa.func.row_number().over(partition_by=ARRIVING.c[column], order_by=ARRIVING.c.id).label("place")
    counted = sa.select(ARRIVING.c.id, place).where(IN_LOT).subquery()
    return sa.select(counted.c.id).where(counted.c.place > 1)


_NUMBER_TAKEN = sa.union_all(
    repeated("number"),
    sa.select(ARRIVING.c.id).where(IN_LOT, sa.exists().where(_VOLUNTEER.c.number == ARRIVING.c.number)),
)


async def add(tx: AsyncSession, volunteers: Sequence[Volunteer]) -> None:
    """Registers them."""
    if volunteers:
        lot = await _copied(tx, volunteers)
        async with beyond_scope(tx):
            await draw_numbers_again(tx, lot)
        await enter(tx, lot)
        await drop(tx, lot)


async def enter(tx: AsyncSession, lot: UUID) -> int:
    """Registers a lot as it arrived; how many they are."""
    added: Any = await tx.execute(_ADD, {"lot": lot}, execution_options={"preserve_rowcount": True})
    number: int = added.rowcount
    return number


async def drop(tx: AsyncSession, lot: UUID) -> None:
    """Lets go of a lot."""
    await tx.execute(_DROP, {"lot": lot})


async def draw_numbers_again(tx: AsyncSession, lot: UUID) -> None:
    """Gives another number to whoever arrives with one that is taken: of a million drawn, a few are drawn twice."""
    while taken := (await tx.scalars(_NUMBER_TAKEN, {"lot": lot})).all():
        for each in taken:
            its = (ARRIVING.c.lot == lot, ARRIVING.c.id == each)
            number = new_number((await tx.scalars(sa.select(ARRIVING.c.scope_key).where(*its))).one())
            await tx.execute(sa.update(ARRIVING).where(*its).values(number=number))


async def change(tx: AsyncSession, volunteers: Sequence[Volunteer]) -> None:
    """Writes what has changed; whoever changed one of them meanwhile undoes all."""
    if not volunteers:
        return
    lot = await _copied(tx, volunteers)
    changed = (await tx.scalars(_CHANGE, {"lot": lot})).all()
    if len(changed) != len(volunteers):
        raise Overtaken
    await drop(tx, lot)


async def _copied(tx: AsyncSession, volunteers: Sequence[Volunteer]) -> UUID:
    lot = new_id()
    rows = ([*(getattr(each, column) for column in COLUMNS), lot] for each in volunteers)
    await copy_rows(tx, ARRIVING.name, (*COLUMNS, "lot"), rows)
    return lot
