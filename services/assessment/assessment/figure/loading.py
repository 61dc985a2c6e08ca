"""Reading the ground of an area, or of each of its children, from the small read models."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, and_, case, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from assessment.figure.ground import Ground, Met, Result, Unit, unit_of
from assessment.figure.measures import measures_between, period_of
from assessment.figure.reached import NOTHING_REACHED, Reached, reached_by
from assessment.indicator.model import Indicator
from assessment.indicator.months import POINTS, floor, points
from assessment.reading.counting import UNCOUNTED, courses
from assessment.reading.model import Counted, DeliberationCopy
from assessment.reading.terms import past_of
from assessment.survey.dated import SurveyRule
from assessment.survey.model import Survey
from assessment.target.asked import asked_on
from chassis.clock import CITY
from chassis.tables import AreaCopy


async def below(tx: AsyncSession, area: AreaCopy) -> list[AreaCopy]:
    """The area and all below it, by code."""
    within = (AreaCopy.scope_key >= area.scope_key, AreaCopy.scope_key < area.scope_key + "~")
    return list(await tx.scalars(select(AreaCopy).where(*within).order_by(AreaCopy.code)))


def since(day: date, indicators: Iterable[Indicator], months: int = POINTS) -> date:
    """Before the first day that the trends of these figures tell apart."""
    first = points(day, months)[0]
    return floor(min(period_of(each, first).first for each in indicators))


def _counters(
    indicators: Iterable[Indicator], first: date, day: date
) -> tuple[list[Counted], list[Counted], frozenset[str]]:
    measures = [measure for each in indicators for measure in measures_between(each, first, day)]
    placed = sorted({name for each in measures for name in each.placed})
    counted = sorted({name for each in measures for name in each.counted})
    return placed, counted, frozenset().union(*(each.reads for each in measures))


class Layout(NamedTuple):
    """An area and each of its parts, before anything is counted."""

    whole: Unit
    parts: Sequence[Unit]


async def layout_of(tx: AsyncSession, area: AreaCopy, day: date) -> Layout:
    """As it was on a day, and before it, whatever its communities have become since."""
    areas = await below(tx, area)
    above = await tx.get(AreaCopy, area.parent_id) if area.parent_id else None
    past, asked = await past_of(tx, [*areas, *([above] if above else [])], day), await asked_on(tx, day)
    children = [each for each in areas if each.parent_id == area.id]
    return Layout(unit_of(area, areas, past, asked), [unit_of(each, areas, past, asked) for each in children])


class _Asked(NamedTuple):
    """What is read, and of which units: all of one level, all in one area."""

    within: AreaCopy
    units: Sequence[Unit]
    first: date
    day: date

    def code(self, model: type[Survey | DeliberationCopy]) -> ColumnElement[str]:
        """The unit of a row, as the code in its scope."""
        return func.split_part(model.scope_key, "/", self.units[0].area.scope_key.count("/"))

    def inside(self, model: type[Survey | DeliberationCopy]) -> ColumnElement[bool]:
        """Rows of these units."""
        return and_(model.scope_key >= self.within.scope_key, model.scope_key < self.within.scope_key + "~")


def _month(on: ColumnElement[date] | InstrumentedAttribute[Any]) -> ColumnElement[date]:
    return cast(func.date_trunc("month", on), Date)


async def _results(tx: AsyncSession, asked: _Asked, *, stages: bool) -> dict[str, list[Result]]:
    """Of activities by month, those of a few answers apart; of contracts' stages one by one: each needs enough."""
    on = cast(func.timezone(CITY.key, Survey.closed_at), Date)
    # A contract's stage asks about activities of which each has a survey of its own: they count once.
    kind = Survey.acceptance_id if stages else Survey.activity_id
    apart = Survey.id if stages else Survey.answered < SurveyRule.on(asked.day).small_group
    keys = (asked.code(Survey), _month(on), apart)
    query = (
        select(*keys, func.sum(Survey.answered), func.sum(Survey.satisfied), func.count())
        .where(asked.inside(Survey), kind.is_not(None), Survey.closed_at.is_not(None))
        .where(on >= asked.first, on <= asked.day)
        .group_by(*keys)
        .order_by(*keys)
    )
    found: dict[str, list[Result]] = {}
    for code, month, few, answered, satisfied, surveys in await tx.execute(query):
        result = Result(month, int(answered), int(satisfied), surveys, is_small=few is True)
        found.setdefault(code, []).append(result)
    return found


async def _met(tx: AsyncSession, asked: _Asked) -> dict[str, list[Met]]:
    """By month; what was closed after the day was open on it."""
    closed = case((DeliberationCopy.closed_on <= asked.day, _month(DeliberationCopy.closed_on)))
    keys = (asked.code(DeliberationCopy), _month(DeliberationCopy.held_on), closed)
    held = (DeliberationCopy.held_on >= asked.first, DeliberationCopy.held_on <= asked.day)
    query = select(*keys, func.count()).where(asked.inside(DeliberationCopy), *held).group_by(*keys).order_by(*keys)
    found: dict[str, list[Met]] = {}
    for code, *row in await tx.execute(query):
        found.setdefault(code, []).append(Met(*row))
    return found


async def _grounds(
    tx: AsyncSession, indicators: Sequence[Indicator], asked: _Asked, reached: Mapping[str, Reached] | None
) -> list[Ground]:
    """Everything that is counted, for all of the units at once and told apart by month."""
    placed, counted, reads = _counters(indicators, asked.first, asked.day)
    if placed and reached is None:
        communities = [each.scope_key for unit in asked.units for each in unit.communities]
        in_communities = await courses(tx, communities, placed, asked.day)
        reached = {each.area.scope_key: reached_by(each.communities, in_communities) for each in asked.units}
    in_units = await courses(tx, [unit.area.scope_key for unit in asked.units], counted, asked.day)
    results = await _results(tx, asked, stages=False) if "results" in reads else {}
    stages = await _results(tx, asked, stages=True) if "stages" in reads else {}
    met = await _met(tx, asked) if "met" in reads else {}

    def ground(unit: Unit) -> Ground:
        scope_key, code = unit.area.scope_key, unit.area.scope_key.split("/")[-2]
        return Ground(
            **unit._asdict(),
            day=asked.day,
            reached=(reached or {}).get(scope_key, NOTHING_REACHED),
            counted={name: found.get(scope_key, UNCOUNTED) for name, found in in_units.items()},
            results=results.get(code, ()),
            stages=stages.get(code, ()),
            met=met.get(code, ()),
        )

    return [ground(unit) for unit in asked.units]


async def ground_of(
    tx: AsyncSession,
    layout: Layout,
    day: date,
    indicators: Sequence[Indicator],
    first: date | None = None,
    reached: Mapping[str, Reached] | None = None,
) -> Ground:
    """What figures of one area stand on; with a year's trend, unless `first` says how far they look back.

    What its communities have `reached` is read where nobody knows it.
    """
    asked = _Asked(layout.whole.area, [layout.whole], first or since(day, indicators), day)
    return (await _grounds(tx, indicators, asked, reached))[0]


async def grounds_below(
    tx: AsyncSession,
    layout: Layout,
    day: date,
    indicators: Sequence[Indicator],
    first: date | None = None,
    reached: Mapping[str, Reached] | None = None,
) -> list[Ground]:
    """What figures of each part of an area stand on."""
    if not layout.parts:
        return []
    asked = _Asked(layout.whole.area, layout.parts, first or since(day, indicators), day)
    return await _grounds(tx, indicators, asked, reached)
