"""预测: a line of drift a few months ahead with its range, and how often such ranges held in the past; pure functions.

Method: the mean step from month to month carried on (random walk with drift); the range is that of a normal error whose
spread is the one of the steps around their mean, growing with the square root of the months ahead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import sqrt
from statistics import NormalDist, stdev

from assessment.indicator.dated import FigureRule

METHOD = "带漂移的随机游走：按近月平均变化外推，区间由月度变化的离散程度推得"
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
    ahead: list[Ahead]
    tried: int
    held: int


def readings(values: Sequence[float | None]) -> list[float]:
    """Without the months before anything was known or done; a gap later ends what can be carried on."""
    known = list(values)
    while known and not known[0]:
        known.pop(0)
    return [] if any(each is None for each in known) else [each for each in known if each is not None]


def _carried_on(known: Sequence[float], steps: int, confidence: float, most: float | None) -> list[Ahead]:
    recent = known[-MEMORY:]
    moves = [after - before for before, after in pairwise(recent)]
    drift, count = (recent[-1] - recent[0]) / len(moves), len(moves)
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
    return Forecast(len(known), ahead, tried, held)
