"""所需速度: how much more a month until the deadline, and how much it has been lately; pure functions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil
from typing import NamedTuple

from assessment.figure.measured import Measured
from assessment.figure.rules import AS_GOOD_AS, Goal

DAYS_PER_MONTH = 365.25 / 12


class Standing(StrEnum):
    """进度: reached; by a deadline on track or too slow, or past it; or without one."""

    REACHED = "reached"
    ON_TRACK = "on_track"
    TOO_SLOW = "too_slow"
    OVERDUE = "overdue"
    NO_DEADLINE = "no_deadline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Pace:
    """速度 a month, in the figure's unit and, where one more of something counts, in that many of it."""

    standing: Standing
    months_left: float | None
    required: float | None
    required_count: int | None
    actual: float | None
    actual_count: float | None
    measured_months: int


class Span(NamedTuple):
    """From which day to which the present pace is measured: so many months."""

    since: date
    on: date
    months: int


def pace(now: Measured, before: Measured, held_against: Goal | None, missing: int | None, *, span: Span) -> Pace | None:
    """From where it stood some months ago to where it stands; none where nothing is to be reached."""
    if now.value is None or held_against is None:
        return None
    on, passed = span.on, (span.on - span.since).days / DAYS_PER_MONTH
    actual = None if before.value is None else (now.value - before.value) / passed
    counts = None if before.part is None or now.part is None or missing is None else (now.part - before.part) / passed
    gap = held_against.value - now.value
    left = None
    if held_against.deadline is not None and held_against.deadline >= on:
        left = max(1, (held_against.deadline - on).days) / DAYS_PER_MONTH
    # In the last month what is missing is missing in it, however few of its days are left.
    required = None if left is None or gap <= AS_GOOD_AS else gap / max(1.0, left)
    return Pace(
        standing=_standing(gap, held_against, required, actual),
        months_left=left,
        required=required,
        required_count=None if required is None or missing is None or left is None else ceil(missing / max(1.0, left)),
        actual=actual,
        actual_count=counts,
        measured_months=span.months,
    )


def _standing(gap: float, held_against: Goal, required: float | None, actual: float | None) -> Standing:
    if gap <= AS_GOOD_AS:
        return Standing.REACHED
    if held_against.deadline is None:
        return Standing.NO_DEADLINE
    if held_against.is_past or required is None:
        return Standing.OVERDUE
    if actual is None:
        return Standing.UNKNOWN
    return Standing.ON_TRACK if actual >= required - AS_GOOD_AS else Standing.TOO_SLOW
