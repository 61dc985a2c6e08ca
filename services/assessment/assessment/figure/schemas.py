"""How figures look from outside: a value is never without its target, gap, denominator, trend and date."""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict

from assessment.figure.ground import Ground, Whole
from assessment.figure.indicators import NAMES, Indicator
from assessment.figure.measures import MEASURES
from assessment.figure.months import points
from assessment.figure.rules import Goal, Light, gap, goal, light, missing

HERE = "/api/assessment/dashboards"
EVIDENCE = "/api/assessment/readings"
DECIMALS = 4


class GoalState(StrEnum):
    """目标状态; an expired one (已到期) is still in force."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    NONE = "none"


class GoalView(BaseModel):
    """目标; `assumption` marks one that no text sets in so many words, such as 13 % of a single town."""

    value: float | None
    deadline: date | None
    state: GoalState
    source: str | None
    assumption: bool

    @classmethod
    def of(cls, found: Goal | None) -> Self:
        """From the goal; none is said to be none."""
        if found is None:
            return cls(value=None, deadline=None, state=GoalState.NONE, source=None, assumption=False)
        state = GoalState.EXPIRED if found.is_past else GoalState.IN_FORCE
        value = round(found.value, DECIMALS)
        return cls(value=value, deadline=found.deadline, state=state, source=found.source, assumption=found.assumption)


class DenominatorView(BaseModel):
    """分母: named and dated."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    value: int
    kind: str
    on: date | None
    source: str


class Point(BaseModel):
    """One point of a trend: the figure at the end of a month, the last one today's."""

    on: date
    value: float | None


class FigureLinks(BaseModel):
    """Where a figure opens: the records behind it, and the same figure of each part."""

    records: str
    children: str


class Figure(BaseModel):
    """指标读数; `missing` is what it takes to reach the target, counted in volunteers, communities or organisations."""

    indicator: Indicator
    name: str
    value: float | None
    unit: str
    numerator: int | None
    denominator: DenominatorView | None
    target: GoalView
    gap: float | None
    missing: int | None
    state: Light
    as_of: datetime
    trend: list[Point]
    links: FigureLinks

    @classmethod
    def of(cls, indicator: Indicator, ground: Ground, at: datetime) -> Self:
        """One figure of an area."""
        measured, against = MEASURES[indicator](ground, ground.day), goal(indicator, ground)
        area_id = ground.area.id
        return cls(
            indicator=indicator,
            name=NAMES[indicator].name,
            unit=NAMES[indicator].unit,
            value=rounded(measured.value),
            numerator=measured.part,
            denominator=_denominator(measured.whole),
            target=GoalView.of(against),
            gap=rounded(gap(measured, against)),
            missing=missing(indicator, measured, against),
            state=light(indicator, ground, measured, against),
            as_of=at,
            trend=[Point(on=on, value=rounded(MEASURES[indicator](ground, on).value)) for on in points(ground.day)],
            links=FigureLinks(
                records=f"{EVIDENCE}?indicator={indicator}&area_id={area_id}",
                children=f"{HERE}/{area_id}/tiles?indicator={indicator}",
            ),
        )


def rounded(value: float | None) -> float | None:
    """To four decimals: hundredths of a percent."""
    return None if value is None else round(value, DECIMALS)


def _denominator(whole: Whole | None) -> DenominatorView | None:
    return None if whole is None else DenominatorView.model_validate(whole)
