"""Computing what a scheme asks of a town, at a known place in every followed log."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.figure.value import values_below
from assessment.indicator.model import Indicator
from assessment.indicator.months import Period
from assessment.projections import projections
from assessment.reading.anew import require_whole
from assessment.scheme.model import Scheme
from assessment.scorecard.measured import JUDGED, Reading, read
from assessment.scorecard.model import Scorecard
from chassis import clock
from chassis.database import new_id
from chassis.tables import AreaCopy, Cursor


@dataclass(frozen=True, slots=True)
class Place:
    """How far each followed log had been heard, and until when surveys had been closed."""

    positions: dict[str, int]
    at: datetime


async def stand_still(tx: AsyncSession) -> Place:
    """Holds copies and surveys as they are until the transaction ends: what is computed in it belongs to one place.

    A follower locks its cursor before it changes a copy; whoever closes a survey reads the clock after changing it.
    """
    mine = select(Cursor).where(Cursor.follower == projections.name).order_by(Cursor.source)
    cursors = await tx.scalars(mine.with_for_update(read=True).execution_options(populate_existing=True))
    positions = {each.source: each.seq for each in cursors}
    await require_whole(tx)
    await tx.execute(text("lock table survey in share mode"))
    return Place(positions, clock.wall())


async def readings_of(tx: AsyncSession, scheme: Scheme) -> Mapping[UUID, Mapping[str, Reading]]:
    """What each item of a scheme comes to in each part of the city, for the year as of its last day."""
    city = await tx.get_one(AreaCopy, scheme.area_id, populate_existing=True)
    asked = [item for item in scheme.items if item.indicator is not None]
    judged = {item.code: JUDGED for item in scheme.items if item.indicator is None}
    period = Period(scheme.first_day, scheme.last_day)
    values = await values_below(tx, [Indicator(str(item.indicator)) for item in asked], city, period)
    return {
        area_id: {**judged, **{item.code: read(item, value) for item, value in zip(asked, found, strict=True)}}
        for area_id, found in values.items()
    }


def card_of(scheme: Scheme, area: AreaCopy, place: Place) -> Scorecard:
    """A new card of a unit, to be computed at a place."""
    return Scorecard(
        id=new_id(),
        scheme=scheme,
        scheme_id=scheme.id,
        year=scheme.year,
        area_id=area.id,
        scope_key=area.scope_key,
        unit_code=area.code,
        unit_name=area.name,
        positions=place.positions,
        computed_at=place.at,
        corrected_by=None,
    )
