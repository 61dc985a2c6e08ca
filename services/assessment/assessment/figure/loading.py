"""Reading the ground of an area, or of each of its children, from the small read models."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Date, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.figure.ground import Ground, Met, Result, applies_to, communities_of, population_of
from assessment.figure.measures import measure_of, period_of
from assessment.indicator.model import Indicator
from assessment.indicator.months import POINTS, floor, points
from assessment.reading.counting import UNCOUNTED, courses
from assessment.reading.model import Counted, DeliberationCopy
from assessment.survey.model import Survey
from assessment.target.asked import asked_on
from chassis.clock import CITY
from chassis.tables import AreaCopy


async def below(tx: AsyncSession, area: AreaCopy) -> list[AreaCopy]:
    """The area and all below it, by code."""
    within = (AreaCopy.scope_key >= area.scope_key, AreaCopy.scope_key < area.scope_key + "~")
    return list(await tx.scalars(select(AreaCopy).where(*within).order_by(AreaCopy.code)))


async def kinds_of(tx: AsyncSession, area: AreaCopy, areas: Iterable[AreaCopy]) -> dict[UUID, str | None]:
    """The organ kind of each area and of the one above."""
    above = await tx.get(AreaCopy, area.parent_id) if area.parent_id else None
    return {each.id: each.organ_kind for each in [*areas, *([above] if above else [])]}


def since(day: date, indicators: Iterable[Indicator], months: int = POINTS) -> date:
    """Before the first day that the trends of these figures tell apart."""
    first = points(day, months)[0]
    return floor(min(period_of(each, first).first for each in indicators))


def _counters(indicators: Iterable[Indicator], day: date) -> tuple[list[Counted], list[Counted], frozenset[str]]:
    measures = [measure_of(each, day) for each in indicators]
    placed = sorted({name for each in measures for name in each.placed})
    counted = sorted({name for each in measures for name in each.counted})
    return placed, counted, frozenset().union(*(each.reads for each in measures))


def _within(model: type[Survey | DeliberationCopy], area: AreaCopy) -> tuple[ColumnElement[bool], ...]:
    return model.scope_key >= area.scope_key, model.scope_key < area.scope_key + "~"


async def _results(tx: AsyncSession, area: AreaCopy, first: date, day: date, *, stages: bool) -> list[Result]:
    """Of activities by day; of contracts' stages one by one, since each needs answers enough of its own."""
    on = cast(func.timezone(CITY.key, Survey.closed_at), Date)
    # A contract's stage asks about activities of which each has a survey of its own: they count once.
    kind = Survey.acceptance_id if stages else Survey.activity_id
    keys = [Survey.area_id, on, *([Survey.id] if stages else [])]
    query = (
        select(Survey.area_id, on, func.sum(Survey.answered), func.sum(Survey.satisfied))
        .where(*_within(Survey, area), kind.is_not(None), Survey.closed_at.is_not(None), on >= first, on <= day)
        .group_by(*keys)
        .order_by(*keys)
    )
    return [Result(area_id, closed_on, int(n), int(yes)) for area_id, closed_on, n, yes in await tx.execute(query)]


async def _met(tx: AsyncSession, area: AreaCopy, first: date, day: date) -> list[Met]:
    keys = (DeliberationCopy.area_id, DeliberationCopy.held_on, DeliberationCopy.closed_on)
    held = (DeliberationCopy.held_on >= first, DeliberationCopy.held_on <= day)
    query = select(*keys, func.count()).where(*_within(DeliberationCopy, area), *held).group_by(*keys).order_by(*keys)
    return [Met(*row) for row in await tx.execute(query)]


async def ground_of(
    tx: AsyncSession, area: AreaCopy, day: date, indicators: Sequence[Indicator], first: date | None = None
) -> Ground:
    """What figures of one area stand on; with a year's trend, unless `first` says how far they look back."""
    areas, begin = await below(tx, area), first or since(day, indicators)
    kinds, asked = await kinds_of(tx, area, areas), await asked_on(tx, day)
    placed, counted, reads = _counters(indicators, day)
    communities = communities_of(areas, kinds, asked)
    here = await courses(tx, [area.scope_key], counted, begin, day)
    return Ground(
        area=area,
        day=day,
        applies=applies_to(area, kinds),
        communities=communities,
        placed=await courses(tx, [each.scope_key for each in communities], placed, begin, day),
        counted={name: found.get(area.scope_key, UNCOUNTED) for name, found in here.items()},
        results=await _results(tx, area, begin, day, stages=False) if "results" in reads else (),
        stages=await _results(tx, area, begin, day, stages=True) if "stages" in reads else (),
        met=await _met(tx, area, begin, day) if "met" in reads else (),
        population=population_of(area, areas),
        current=asked.of(area),
    )


async def grounds_below(
    tx: AsyncSession, area: AreaCopy, day: date, indicators: Sequence[Indicator], first: date | None = None
) -> list[Ground]:
    """What figures of each child of an area stand on."""
    areas, begin = await below(tx, area), first or since(day, indicators)
    kinds, asked = await kinds_of(tx, area, areas), await asked_on(tx, day)
    placed, counted, reads = _counters(indicators, day)
    children = [each for each in areas if each.parent_id == area.id]
    in_communities = [each.scope_key for each in areas if each.level == "community"]
    of_communities = await courses(tx, in_communities, placed, begin, day)
    of_parts = await courses(tx, [each.scope_key for each in children], counted, begin, day)
    results = await _results(tx, area, begin, day, stages=False) if "results" in reads else []
    stages = await _results(tx, area, begin, day, stages=True) if "stages" in reads else []
    met = await _met(tx, area, begin, day) if "met" in reads else []

    def part(child: AreaCopy) -> Ground:
        inside = [each for each in areas if each.scope_key.startswith(child.scope_key)]
        ids = {each.id for each in inside}
        return Ground(
            area=child,
            day=day,
            applies=applies_to(child, kinds),
            communities=communities_of(inside, kinds, asked),
            placed=of_communities,
            counted={name: found.get(child.scope_key, UNCOUNTED) for name, found in of_parts.items()},
            results=[each for each in results if each.area_id in ids],
            stages=[each for each in stages if each.area_id in ids],
            met=[each for each in met if each.area_id in ids],
            population=population_of(child, inside),
            current=asked.of(child),
        )

    return [part(each) for each in children]
