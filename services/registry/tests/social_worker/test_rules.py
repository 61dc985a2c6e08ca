"""How long a registration lasts, on the days where calendars are awkward."""

from datetime import date

import pytest

from registry.social_worker.dated import RegistrationRule
from registry.social_worker.model import Level


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2024, 2, 29), date(2027, 3, 1)),
        (date(2023, 3, 1), date(2026, 3, 1)),
        (date(2021, 12, 31), date(2024, 12, 31)),
    ],
)
def test_three_years_and_the_leap_day(start: date, end: date) -> None:
    rule = RegistrationRule.on(start)
    assert rule.end(start) == end


def test_hours_by_level_have_a_source() -> None:
    rule = RegistrationRule.on(date(2026, 1, 1))
    assert [rule.hours[level] for level in Level] == [72, 90, 90]
    assert rule.source
