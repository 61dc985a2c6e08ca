"""Entering many volunteers at once: copied beside the table, which row security keeps from being copied into.

What is copied is gone again when its transaction ends: nobody else ever sees a row of `arriving_volunteer`.
"""

from collections.abc import Sequence
from typing import cast

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.copying import copy_rows
from chassis.database import beyond_scope
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
    prefixes=["unlogged"],
)
# What a list may change of a registration that nobody has claimed.
CHANGED = ("area_id", "scope_key", "groups", "skills", "phone_cipher")
_VOLUNTEER = cast("sa.Table", Volunteer.__table__)
_ADD = sa.insert(_VOLUNTEER).from_select(
    COLUMNS, sa.select(*(ARRIVING.c[name] for name in COLUMNS)), include_defaults=False
)
_CHANGE = (
    sa.update(_VOLUNTEER)
    .where(_VOLUNTEER.c.id == ARRIVING.c.id, _VOLUNTEER.c.version == ARRIVING.c.version)
    .values({"version": _VOLUNTEER.c.version + 1, **{each: ARRIVING.c[each] for each in CHANGED}})
    .returning(_VOLUNTEER.c.id)
)
_AGAIN = sa.select(
    ARRIVING.c.id, sa.func.row_number().over(partition_by=ARRIVING.c.number, order_by=ARRIVING.c.id).label("place")
).subquery()
_NUMBER_TAKEN = sa.union_all(
    sa.select(_AGAIN.c.id).where(_AGAIN.c.place > 1),
    sa.select(ARRIVING.c.id).where(sa.exists().where(_VOLUNTEER.c.number == ARRIVING.c.number)),
)


async def add(tx: AsyncSession, volunteers: Sequence[Volunteer]) -> None:
    """Registers them."""
    if volunteers:
        await _copied(tx, volunteers)
        await draw_numbers_again(tx)
        await tx.execute(_ADD)
        await tx.execute(sa.delete(ARRIVING))


async def draw_numbers_again(tx: AsyncSession) -> None:
    """Gives another number to whoever arrives with one that is taken: of a million drawn, a few are drawn twice."""
    async with beyond_scope(tx):
        while taken := (await tx.scalars(_NUMBER_TAKEN)).all():
            for each in taken:
                await tx.execute(sa.update(ARRIVING).where(ARRIVING.c.id == each).values(number=new_number()))


async def change(tx: AsyncSession, volunteers: Sequence[Volunteer]) -> None:
    """Writes what has changed; whoever changed one of them meanwhile undoes all."""
    if not volunteers:
        return
    await _copied(tx, volunteers)
    changed = (await tx.scalars(_CHANGE)).all()
    if len(changed) != len(volunteers):
        raise Overtaken
    await tx.execute(sa.delete(ARRIVING))


async def _copied(tx: AsyncSession, volunteers: Sequence[Volunteer]) -> None:
    await copy_rows(tx, ARRIVING.name, COLUMNS, ([getattr(each, column) for column in COLUMNS] for each in volunteers))
