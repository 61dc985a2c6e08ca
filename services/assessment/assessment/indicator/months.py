"""Months, and the days that figures are computed for: month ends, rolling windows, the calendar year."""

from datetime import date, timedelta
from typing import NamedTuple

from assessment.indicator.dated import FigureRule

POINTS = 12  # of a trend, as it is drawn


class Period(NamedTuple):
    """期间: both days included. What is counted up to a day is counted at its end."""

    first: date
    last: date


def month(day: date) -> date:
    """The first day of its month: how finely that which grows with people is counted."""
    return day.replace(day=1)


def month_before(day: date, months: int) -> date:
    """The first day of the month so many months before a day's own; after it where negative."""
    place = day.year * 12 + day.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)


def points(day: date, count: int = POINTS) -> list[date]:
    """The ends of the months before, and the day itself."""
    ends = [month_before(day, back) - timedelta(days=1) for back in range(count - 1)]
    return [*reversed(ends), day]


def rolling(day: date) -> Period:
    """The window of a day: its month and those before it."""
    return Period(month_before(day, FigureRule.on(day).window_months - 1), day)


def year_of(day: date) -> Period:
    """From New Year to the day."""
    return Period(day.replace(month=1, day=1), day)


def floor(first: date) -> date:
    """Before the earliest day that a figure of a period from `first` on tells apart: New Year of the year before."""
    return date(first.year - 1, 1, 1) - timedelta(days=1)
