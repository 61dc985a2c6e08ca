"""How a figure has been moving: its values at the ends of months, and the pace that it needs beside the one it has."""

from datetime import date
from typing import Self

from pydantic import BaseModel

from assessment.figure.ground import Ground
from assessment.figure.measured import NOTHING, Measured
from assessment.figure.measures import measure, period_of
from assessment.figure.pace import Pace, Span, Standing, pace
from assessment.figure.rules import Goal
from assessment.indicator.dated import FigureRule
from assessment.indicator.model import Indicator, Window, defined

DECIMALS = 4


class Point(BaseModel):
    """One point of a trend: the figure at the end of a month, the last one today's."""

    on: date
    value: float | None


class PaceView(BaseModel):
    """所需速度: more a month until the deadline, beside how much it has been a month lately.

    In the figure's unit and, where one more of something counts, in that many of it.
    """

    standing: Standing
    months_left: float | None
    required: float | None
    required_count: int | None
    actual: float | None
    actual_count: float | None
    measured_months: int

    @classmethod
    def of(cls, found: Pace | None) -> Self | None:
        """Rounded: a month is not that exact."""
        if found is None:
            return None
        return cls(
            standing=found.standing,
            months_left=None if found.months_left is None else round(found.months_left, 1),
            required=finely(found.required),
            required_count=found.required_count,
            actual=finely(found.actual),
            actual_count=None if found.actual_count is None else round(found.actual_count, 1),
            measured_months=found.measured_months,
        )


Path = list[tuple[date, Measured]]


def measured_at(indicator: Indicator, ground: Ground, days: list[date]) -> Path:
    """The figure as it stood on some days."""
    return [(on, measure(indicator, ground, period_of(indicator, on))) for on in days]


def paced(indicator: Indicator, path: Path, against: Goal | None, lacking: int | None) -> Pace | None:
    """How fast it has to move and how fast it has been moving; what begins anew with a year began it with nothing."""
    on, _ = path[-1]
    months = FigureRule.on(on).pace_months
    since, before = path[-1 - months]
    if defined(indicator, on).window is Window.YEAR and since.year < on.year:
        months, since = on.month, date(on.year - 1, 12, 31)
        before = NOTHING if months == 1 else Measured(0.0, 0)
    return pace(path[-1][1], before, against, lacking, span=Span(since, on, months))


def lately(path: Path) -> float | None:
    """How far the figure has come in the months over which its present pace is measured."""
    on, now = path[-1]
    _, before = path[-1 - FigureRule.on(on).pace_months]
    return None if now.value is None or before.value is None else now.value - before.value


def finely(value: float | None) -> float | None:
    """To six decimals: what a share gains in a month is small."""
    return None if value is None else round(value, 6)


def rounded(value: float | None) -> float | None:
    """To four decimals: hundredths of a percent."""
    return None if value is None else round(value, DECIMALS)
