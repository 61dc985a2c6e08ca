"""Working days: the State Council's holidays, the days worked to make up for them, and years not yet announced."""

from datetime import date

import pytest

from procedures.calendar import is_announced, is_working, working_days_after


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 2, 14), True),  # a Saturday worked to make up for the Spring Festival of 2026
        (date(2026, 2, 17), False),  # New Year's Day of the lunar calendar, a Tuesday
        (date(2026, 11, 23), True),
        (date(2026, 11, 22), False),
    ],
)
def test_holidays_and_make_up_days(day: date, working: bool) -> None:
    assert is_working(day) is working


def test_a_year_not_announced_knows_weekends_and_new_years_day() -> None:
    assert not is_announced(date(2190, 1, 1))
    assert not is_working(date(2190, 1, 1))
    assert is_working(date(2190, 1, 4))
    assert not is_working(date(2190, 1, 2))


def test_the_day_itself_is_not_counted() -> None:
    assert working_days_after(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert working_days_after(date(2026, 11, 23), 7) == date(2026, 12, 2)
