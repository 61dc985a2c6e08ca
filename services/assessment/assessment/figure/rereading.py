"""What communities have reached, read again only for those of which the registry has told something since."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select, union
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.figure.ground import Unit
from assessment.figure.loading import Layout
from assessment.figure.reached import PLACED, Reached, reached_by, together
from assessment.reading.counting import courses
from assessment.reading.model import FacilityCopy, PostCopy
from assessment.reading.organisations import OrganisationCopy
from chassis.tables import AreaCopy


class Known(NamedTuple):
    """What an area and each of its parts have reached, by scope, as far as the registry's log had been heard."""

    reached: Mapping[str, Reached]
    layout: Layout
    seq: int


async def reached_below(tx: AsyncSession, layout: Layout, day: date, seq: int, before: Known | None) -> Known:
    """On a day and before it; `before` is what was known earlier of the same day."""
    whole, units = layout.whole.area.scope_key, layout.parts or [layout.whole]
    # Another layout is another city: areas were told of, targets were set, or the copies were made anew.
    if before is None or before.layout is not layout or before.seq > seq:
        reached = await _read(tx, units, day)
        return Known({**reached, whole: together(list(reached.values()))}, layout, seq)
    moved = await _moved(tx, layout.whole.area, before.seq)
    units = [unit for unit in units if any(each.startswith(unit.area.scope_key) for each in moved)]
    reached = await _read(tx, units, day)
    was, now = [before.reached[each] for each in reached], list(reached.values())
    return Known(
        {**before.reached, **reached, whole: together([before.reached[whole], *now], without=was)}, layout, seq
    )


async def _read(tx: AsyncSession, units: Sequence[Unit], day: date) -> dict[str, Reached]:
    if not units:
        return {}
    communities = [each.scope_key for unit in units for each in unit.communities]
    placed = await courses(tx, communities, PLACED, day)
    return {unit.area.scope_key: reached_by(unit.communities, placed) for unit in units}


async def _moved(tx: AsyncSession, area: AreaCopy, seq: int) -> set[str]:
    """Where organisations, posts or facilities have changed since a place in the registry's log."""
    of_each = [
        select(copy.scope_key).where(
            copy.seq > seq, copy.scope_key >= area.scope_key, copy.scope_key < area.scope_key + "~"
        )
        for copy in (OrganisationCopy, PostCopy, FacilityCopy)
    ]
    return set(await tx.scalars(union(*of_each)))
