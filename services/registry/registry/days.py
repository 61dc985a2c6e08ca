"""Months counted from a calendar day."""

from calendar import monthrange
from datetime import date

MONTHS = 12


def months_after(day: date, count: int) -> date:
    """The same day of a later month, or its last one where the month is shorter (民法典 art. 202)."""
    years, month = divmod(day.month - 1 + count, MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
