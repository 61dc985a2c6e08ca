"""How long a registration lasts, on the days where calendars are awkward."""

from datetime import date

import pytest

from registry.social_worker.model import Level
from registry.social_worker.terms import in_force


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2024, 2, 29), date(2027, 3, 1)),
        (date(2023, 3, 1), date(2026, 3, 1)),
        (date(2021, 12, 31), date(2024, 12, 31)),
    ],
)
def test_three_years_and_the_leap_day(start: date, end: date) -> None:
    terms = in_force(start)
    assert terms is not None
    assert terms.end(start) == end


def test_hours_by_level_have_a_source() -> None:
    terms = in_force(date(2026, 1, 1))
    assert terms is not None
    assert [terms.hours[level] for level in Level] == [72, 90, 90]
    assert terms.source
