"""How figures look from outside: a value is never without its target, gap, denominator, trend and date."""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict

from assessment.figure.course import PaceView, Point, measured_at, paced, rounded
from assessment.figure.ground import Ground, Whole
from assessment.figure.measures import measure
from assessment.figure.rules import Goal, Light, gap, goal, light, missing
from assessment.figure.value import EVIDENCE
from assessment.indicator.model import Indicator, Unit, Window, defined
from assessment.indicator.months import points

HERE = "/api/assessment/dashboards"


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
        value = rounded(found.value)
        return cls(value=value, deadline=found.deadline, state=state, source=found.source, assumption=found.assumption)


class DenominatorView(BaseModel):
    """分母: named and dated."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    value: int
    kind: str
    on: date | None
    source: str


class AsideView(BaseModel):
    """另列: what the figure leaves out, so that it never counts silently."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    value: int


class FigureLinks(BaseModel):
    """Where a figure opens: the records behind it, and the same figure of each part."""

    records: str
    children: str
    indicator: str


class Figure(BaseModel):
    """指标读数; `missing` is what it takes to reach the target, counted in volunteers, communities or organisations.

    With a `confidence` the value is not numerator ÷ denominator but the one-sided lower bound of that share.
    """

    indicator: Indicator
    name: str
    value: float | None
    unit: Unit
    window: Window
    numerator: int | None
    denominator: DenominatorView | None
    confidence: float | None
    target: GoalView
    gap: float | None
    missing: int | None
    state: Light
    as_of: datetime
    pace: PaceView | None
    trend: list[Point]
    asides: list[AsideView]
    links: FigureLinks

    @classmethod
    def of(cls, indicator: Indicator, ground: Ground, at: datetime) -> Self:
        """One figure of an area."""
        measured, against = measure(indicator, ground), goal(indicator, ground)
        definition, area_id, day = defined(indicator, ground.day), ground.area.id, ground.day
        path, lacking = measured_at(indicator, ground, points(day)), missing(indicator, measured, against, day)
        return cls(
            indicator=indicator,
            name=definition.name,
            unit=definition.unit,
            window=definition.window,
            value=rounded(measured.value),
            numerator=measured.part,
            denominator=_denominator(measured.whole),
            confidence=measured.confidence,
            target=GoalView.of(against),
            gap=rounded(gap(measured, against)),
            missing=lacking,
            state=light(indicator, ground, measured, against),
            as_of=at,
            pace=PaceView.of(paced(indicator, path, against, lacking)),
            trend=[Point(on=on, value=rounded(each.value)) for on, each in path],
            asides=[AsideView.model_validate(each) for each in measured.asides],
            links=FigureLinks(
                records=f"{EVIDENCE}?indicator={indicator}&area_id={area_id}",
                children=f"{HERE}/{area_id}/tiles?indicator={indicator}",
                indicator=f"{HERE}/{area_id}/indicators/{indicator}",
            ),
        )


def _denominator(whole: Whole | None) -> DenominatorView | None:
    return None if whole is None else DenominatorView.model_validate(whole)
