"""Working days: weekends, the holidays of the State Council's yearly notice and the days worked to make up for them."""

from datetime import date, timedelta

import chinese_calendar

_SATURDAY = 5
_NEW_YEAR = (1, 1)


def is_announced(day: date) -> bool:
    """Whether the holidays of that year have been announced and taken in; before, only weekends are known."""
    try:
        chinese_calendar.is_workday(day)
    except NotImplementedError:
        return False
    return True


def is_working(day: date) -> bool:
    """工作日; in a year not yet announced Monday to Friday, without New Year's Day, which 国务院令第795号 fixes."""
    if is_announced(day):
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < _SATURDAY and (day.month, day.day) != _NEW_YEAR


def working_days_after(day: date, count: int) -> date:
    """The last of so many working days that follow a day; the day itself is not counted (民法典 art. 201)."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working(day)
    return day
