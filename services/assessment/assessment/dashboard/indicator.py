"""指标页: one figure of an area with its definition, two years of readings, what lies ahead, and what others count."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.figure.course import Point, lately, measured_at, rounded
from assessment.figure.forecast import METHOD, Forecast, NotForecast, forecast, withheld
from assessment.figure.ground import Ground
from assessment.figure.kept import Stopped
from assessment.figure.schemas import Figure
from assessment.indicator.dated import FigureRule
from assessment.indicator.model import Indicator, Unit, defined
from assessment.indicator.months import month_before, points
from assessment.indicator.schemas import DefinitionView
from assessment.outside_count.model import OutsideCount
from assessment.outside_count.rules import beside
from assessment.outside_count.schemas import OutsideCountView
from chassis.tables import AreaCopy

HISTORY = 25  # two years of month ends, and today


class AheadView(BaseModel):
    """The range at the end of a month."""

    on: date
    value: float
    low: float
    high: float


class ForecastView(BaseModel):
    """预测, no further than half a year; `held` of `tried` ranges made in the same way held in the past."""

    method: str
    months: int
    confidence: float
    points: list[AheadView]
    tried: int
    held: int

    @classmethod
    def of(cls, found: Forecast, on: date) -> Self:
        """From the end of this month on."""
        made = [
            AheadView(on=_month_end(on, step), value=_r(each.value), low=_r(each.low), high=_r(each.high))
            for step, each in enumerate(found.ahead)
        ]
        confidence = FigureRule.on(on).forecast_confidence
        return cls(
            method=METHOD, months=found.months, confidence=confidence, points=made, tried=found.tried, held=found.held
        )


class IndicatorPage(BaseModel):
    """指标页; where `forecast` is null, `forecast_withheld` says why."""

    area_id: UUID
    code: str
    name: str | None
    level: str
    stopped: list[Stopped]
    figure: Figure
    definition: DefinitionView
    history: list[Point]
    forecast: ForecastView | None
    forecast_withheld: NotForecast | None
    forecast_least_months: int
    outside: list[OutsideCountView]


def _r(value: float) -> float:
    return rounded(value) or 0.0


def _month_end(day: date, months: int) -> date:
    return date.fromordinal(month_before(day, -1 - months).toordinal() - 1)


async def counted_outside(tx: AsyncSession, area: AreaCopy, indicator: Indicator, on: date) -> list[OutsideCount]:
    """What others count of this very area."""
    known = await tx.scalars(select(OutsideCount).where(OutsideCount.area_id == area.id))
    return beside(indicator, known, on)


def page_of(indicator: Indicator, ground: Ground, figure: Figure) -> IndicatorPage:
    """The page from its parts, without what others count: that is shown as each reader may see it."""
    definition, day = defined(indicator, ground.day), ground.day
    path = measured_at(indicator, ground, points(day, HISTORY))
    # The month under way is no month end to carry on from.
    past = [each.value for _, each in path[:-1]]
    found = forecast(past, on=day, most=1.0 if definition.unit is Unit.RATIO else None)
    why_not = withheld(found, lately(path), on=day) if definition.forecast else NotForecast.YEARLY
    return IndicatorPage(
        area_id=ground.area.id,
        code=ground.area.code,
        name=ground.area.name,
        level=ground.area.level,
        stopped=[],
        figure=figure,
        definition=DefinitionView.of(definition),
        history=[Point(on=on, value=rounded(each.value)) for on, each in path],
        forecast=ForecastView.of(found, day) if found and why_not is None else None,
        forecast_withheld=why_not,
        forecast_least_months=FigureRule.on(day).forecast_least_months,
        outside=[],
    )
