"""What a volunteer number and an age band are, without a database."""

import re
from datetime import date

import pytest

from volunteers.dated import AgeBands
from volunteers.volunteer.rules import new_number


def luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    doubled = [2 * digit - 9 * (digit > 4) if place % 2 else digit for place, digit in enumerate(digits)]
    return sum(doubled) % 10 == 0


def test_numbers_carry_a_check_digit_and_no_order() -> None:
    numbers = [new_number("441900/441900003/") for _ in range(200)]
    assert len(set(numbers)) == 200
    assert all(re.fullmatch(r"4419\d{12}", each) and luhn(each) for each in numbers)
    assert numbers != sorted(numbers)
    assert new_number("440700/").startswith("4407"), "each city's numbers begin with its own code"


@pytest.mark.parametrize(
    ("age", "name", "title"),
    [
        (13, "under_14", "14 岁以下"),
        (14, "14_17", "14–17 岁"),
        (18, "18_34", "18–34 岁"),
        (35, "35_59", "35–59 岁"),
        (60, "60_plus", "60 岁及以上"),
    ],
)
def test_age_bands(age: int, name: str, title: str) -> None:
    band = AgeBands.on(date(2026, 11, 23)).of(age)
    assert (band.name, band.title) == (name, title)
