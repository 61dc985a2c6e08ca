"""Reading the ground of an area, or of each of its children, from the small read models."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Date, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.figure.ground import Ground, Result, applies_to, communities_of, population_of
from assessment.figure.indicators import Indicator
from assessment.figure.months import floor
from assessment.reading.counting import Changes, by_area, summed
from assessment.reading.model import Counted
from assessment.survey.model import Survey
from assessment.target.model import Target
from assessment.target.rules import InForce, in_force
from chassis.clock import CITY
from chassis.tables import AreaCopy

HEADLINE = (Counted.VOLUNTEERS, Counted.MINUTES, Counted.NEEDS, Counted.NEEDS_ANSWERED)
# The counters that a figure of one child needs; organisations are counted by community in any case.
NEEDED: Mapping[Indicator, tuple[Counted, ...]] = {
    Indicator.VOLUNTEER_RATIO: (Counted.VOLUNTEERS,),
    Indicator.HOURS: (Counted.MINUTES,),
    Indicator.NEEDS_ANSWERED: (Counted.NEEDS, Counted.NEEDS_ANSWERED),
}


async def below(tx: AsyncSession, area: AreaCopy) -> list[AreaCopy]:
    """The area and all below it, by code."""
    within = (AreaCopy.scope_key >= area.scope_key, AreaCopy.scope_key < area.scope_key + "~")
    return list(await tx.scalars(select(AreaCopy).where(*within).order_by(AreaCopy.code)))


async def current_targets(tx: AsyncSession, day: date) -> InForce:
    """The targets in force on a day."""
    return in_force(await tx.scalars(select(Target)), day)


async def kinds_of(tx: AsyncSession, area: AreaCopy, areas: Iterable[AreaCopy]) -> dict[UUID, str | None]:
    """The organ kind of each area and of the one above."""
    above = await tx.get(AreaCopy, area.parent_id) if area.parent_id else None
    return {each.id: each.organ_kind for each in [*areas, *([above] if above else [])]}


async def _results(tx: AsyncSession, area: AreaCopy, day: date) -> list[Result]:
    on = cast(func.timezone(CITY.key, Survey.closed_at), Date)
    query = (
        select(Survey.area_id, on, func.sum(Survey.answered), func.sum(Survey.satisfied))
        .where(Survey.scope_key >= area.scope_key, Survey.scope_key < area.scope_key + "~")
        # A contract's stage asks about activities of which each has a survey of its own: they count once.
        .where(Survey.activity_id.is_not(None), Survey.closed_at.is_not(None), on >= floor(day), on <= day)
        .group_by(Survey.area_id, on)
        .order_by(Survey.area_id, on)
    )
    return [Result(area_id, closed_on, int(n), int(yes)) for area_id, closed_on, n, yes in await tx.execute(query)]


async def ground_of(tx: AsyncSession, area: AreaCopy, day: date) -> Ground:
    """What the headline of one area stands on, with a year's trend."""
    areas = await below(tx, area)
    kinds, current = await kinds_of(tx, area, areas), await current_targets(tx, day)
    return Ground(
        area=area,
        day=day,
        applies=applies_to(area, kinds),
        communities=communities_of(areas, kinds, current),
        organisations=await by_area(tx, area.scope_key, Counted.ORGANISATIONS, floor(day), day),
        counted=await summed(tx, area.scope_key, HEADLINE, floor(day), day),
        results=await _results(tx, area, day),
        population=population_of(area, areas),
        current=current,
    )


async def grounds_below(tx: AsyncSession, area: AreaCopy, day: date, indicator: Indicator) -> list[Ground]:
    """What one figure of each child of an area stands on."""
    areas = await below(tx, area)
    kinds, current = await kinds_of(tx, area, areas), await current_targets(tx, day)
    organisations = await by_area(tx, area.scope_key, Counted.ORGANISATIONS, floor(day), day)
    needed = NEEDED.get(indicator, ())
    counted = {each: await by_area(tx, area.scope_key, each, floor(day), day) for each in needed}
    results = await _results(tx, area, day)

    def part(child: AreaCopy) -> Ground:
        inside = [each for each in areas if each.scope_key.startswith(child.scope_key)]
        ids = {each.id for each in inside}
        return Ground(
            area=child,
            day=day,
            applies=applies_to(child, kinds),
            communities=communities_of(inside, kinds, current),
            organisations=organisations,
            counted={each: _together(changes, ids) for each, changes in counted.items()},
            results=[each for each in results if each.area_id in ids],
            population=population_of(child, inside),
            current=current,
        )

    return [part(each) for each in areas if each.parent_id == area.id]


def _together(changes: Mapping[UUID, Changes], ids: Iterable[UUID]) -> Changes:
    merged: Sequence[tuple[date, int]] = sorted(change for area_id in ids for change in changes.get(area_id, ()))
    return merged
