"""Calendar days as the registry takes them in, and months counted from them."""

from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
MONTHS = 12


def _plausible(day: date) -> date:
    """So that no term counted from it leaves the calendar."""
    if not EARLIEST <= day < LATEST:
        raise ValueError("日期应在 1900 年至 2199 年之间")
    return day


Day = Annotated[date, AfterValidator(_plausible)]


def months_after(day: date, count: int) -> date:
    """The same day of a later month, or its last one where the month is shorter (民法典 art. 202)."""
    years, month = divmod(day.month - 1 + count, MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
