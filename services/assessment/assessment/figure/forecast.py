"""预测: a line of drift a few months ahead with its range, shown where such ranges held in the past; pure functions.

Method: the mean step from month to month carried on (random walk with drift); the range is that of a normal error whose
spread is the one of the steps around their mean, growing with the square root of the months ahead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from math import sqrt
from statistics import NormalDist, stdev

from assessment.indicator.dated import FigureRule

METHOD = "按过去一年的平均变化推算，区间按每月变化的大小推得"
MEMORY = 13  # month ends that the mean step is taken from: a year of steps
NEAR = 1e-9
LEAST_STEPS = 2  # that a spread can be taken from


@dataclass(frozen=True, slots=True)
class Ahead:
    """The range at the end of a month."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """预测, with what was tried on the past: of so many ranges, how many held."""

    months: int
    drift: float
    ahead: list[Ahead]
    tried: int
    held: int


class NotForecast(StrEnum):
    """不显示预测的原因."""

    YEARLY = "yearly"
    TOO_SHORT = "too_short"
    UNTRIED = "untried"
    UNRELIABLE = "unreliable"
    TURNED = "turned"


def readings(values: Sequence[float | None]) -> list[float]:
    """Without the months before anything was known or done; a gap later ends what can be carried on."""
    known = list(values)
    while known and not known[0]:
        known.pop(0)
    return [] if any(each is None for each in known) else [each for each in known if each is not None]


def _drift(known: Sequence[float]) -> float:
    recent = known[-MEMORY:]
    return (recent[-1] - recent[0]) / (len(recent) - 1)


def _carried_on(known: Sequence[float], steps: int, confidence: float, most: float | None) -> list[Ahead]:
    recent = known[-MEMORY:]
    moves = [after - before for before, after in pairwise(recent)]
    drift, count = _drift(known), len(moves)
    spread = stdev(moves) * NormalDist().inv_cdf((1 + confidence) / 2)

    def inside(value: float) -> float:
        return max(0.0, value if most is None else min(most, value))

    made = []
    for step in range(1, steps + 1):
        value, reach = recent[-1] + drift * step, spread * sqrt(step * (1 + step / count))
        made.append(Ahead(inside(value), inside(value - reach), inside(value + reach)))
    return made


def forecast(values: Sequence[float | None], *, on: date, most: float | None) -> Forecast | None:
    """From the ends of past months; none where there are too few of them. `most` is 1 for a share."""
    rule = FigureRule.on(on)
    known = readings(values)
    if len(known) < max(rule.forecast_least_months, LEAST_STEPS + 1):
        return None
    tried = held = 0
    for origin in range(rule.forecast_least_months, len(known)):
        steps = min(rule.forecast_months, len(known) - origin)
        made = _carried_on(known[:origin], steps, rule.forecast_confidence, most)
        tried += steps
        held += sum(one.low - NEAR <= came <= one.high + NEAR for one, came in zip(made, known[origin:], strict=False))
    ahead = _carried_on(known, rule.forecast_months, rule.forecast_confidence, most)
    return Forecast(len(known), _drift(known), ahead, tried, held)


def withheld(found: Forecast | None, lately: float | None, *, on: date) -> NotForecast | None:
    """Why a forecast is not shown, if so; `lately` is how far the figure has come in the months of its present pace."""
    rule = FigureRule.on(on)
    if found is None:
        return NotForecast.TOO_SHORT
    if found.tried < rule.forecast_least_tried:
        return NotForecast.UNTRIED
    if found.held < rule.forecast_least_held * found.tried:
        return NotForecast.UNRELIABLE
    # The pace is what happened; the drift of a whole year is older, and carried on it would deny the pace beside it.
    if lately is not None and found.drift * lately < 0:
        return NotForecast.TURNED
    return None
