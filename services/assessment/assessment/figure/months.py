"""The days that a figure is computed for: month ends of a year, and the months of a rolling window."""

from datetime import date, timedelta

from assessment.figure.dated import FigureRule

POINTS = 12  # of a trend, as it is drawn


def month_before(day: date, months: int) -> date:
    """The first day of the month so many months before a day's own."""
    place = day.year * 12 + day.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)


def points(day: date) -> list[date]:
    """The ends of the eleven months before, and the day itself."""
    ends = [month_before(day, back) - timedelta(days=1) for back in range(POINTS - 1)]
    return [*reversed(ends), day]


def window(day: date) -> date:
    """Where the rolling window of a day begins."""
    return month_before(day, FigureRule.on(day).window_months - 1)


def floor(day: date) -> date:
    """Before the first window of the first point: what lies earlier need not be told apart."""
    return min(window(each) for each in points(day)) - timedelta(days=1)
