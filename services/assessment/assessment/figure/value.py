"""The values of indicators for each unit over a period, with all that explains it: what a scorecard stands on.

What is counted up to a day is counted at the end of the period, what is summed over days within it. The same facts give
the same value at any later time; facts that correct the period change it, and the readings behind it say by which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.figure.ground import Ground, Whole
from assessment.figure.loading import grounds_below, layout_of
from assessment.figure.measured import Aside
from assessment.figure.measures import measure
from assessment.figure.rules import Goal, Light, goal, light
from assessment.indicator.model import Definition, Indicator, defined
from assessment.indicator.months import Period, floor
from chassis.tables import AreaCopy

EVIDENCE = "/api/assessment/readings"


@dataclass(frozen=True, slots=True)
class Value:
    """指标值; `state` says whether it applies (不适用) and whether anything is known (暂无数据)."""

    definition: Definition
    area_id: UUID
    period: Period
    value: float | None
    numerator: int | None
    denominator: Whole | None
    goal: Goal | None
    state: Light
    asides: tuple[Aside, ...]
    evidence: str


def evidence_of(indicator: Indicator, area_id: UUID, period: Period) -> str:
    """The records behind the value of a period."""
    return f"{EVIDENCE}?indicator={indicator}&area_id={area_id}&since={period.first}&on={period.last}"


def _value(indicator: Indicator, ground: Ground, period: Period) -> Value:
    measured, against = measure(indicator, ground, period), goal(indicator, ground)
    return Value(
        definition=defined(indicator, period.last),
        area_id=ground.area.id,
        period=period,
        value=measured.value,
        numerator=measured.part,
        denominator=measured.whole,
        goal=against,
        state=light(indicator, ground, measured, against),
        asides=measured.asides,
        evidence=evidence_of(indicator, ground.area.id, period),
    )


async def values_below(
    tx: AsyncSession, indicators: Sequence[Indicator], area: AreaCopy, period: Period
) -> dict[UUID, list[Value]]:
    """Of each part of an area: of the city its towns and parks, in the order of the indicators asked for."""
    layout = await layout_of(tx, area, period.last)
    grounds = await grounds_below(tx, layout, period.last, indicators, floor(period.first))
    return {ground.area.id: [_value(each, ground, period) for each in indicators] for ground in grounds}
