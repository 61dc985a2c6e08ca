"""Codes and distances, without a database."""

from datetime import UTC, datetime, timedelta

from chassis.clock import day
from volunteers.attendance import codes
from volunteers.attendance.rules import Position
from volunteers.dated import AttendanceRule

AT = datetime(2026, 6, 1, 9, 0, 15, tzinfo=UTC)
RULE = AttendanceRule.on(day(AT))
SECRET = b"sixteen bytes ok"


def test_a_code_holds_for_its_step_and_one_to_either_side() -> None:
    shown = codes.code(SECRET, AT, RULE)
    good = [n for n in range(-120, 121, 5) if codes.matches(shown, SECRET, AT + timedelta(seconds=n), RULE)]
    assert (good[0], good[-1]) == (-45, 40)
    assert codes.matches(f" {shown.lower()} ", SECRET, AT, RULE)
    assert codes.matches(shown.replace("0", "o").replace("1", "l"), SECRET, AT, RULE)
    assert not set("ILOU") & set(shown)
    assert not codes.matches(shown, b"another activity", AT, RULE)
    assert not codes.matches("ZZZZ-码码", SECRET, AT, RULE)


def test_the_next_code_is_told() -> None:
    until = codes.valid_until(AT, RULE)
    assert until == AT.replace(second=30)
    assert codes.code(SECRET, until, RULE) != codes.code(SECRET, until - timedelta(seconds=1), RULE)


def test_distances() -> None:
    here = Position(23.02, 113.75)
    assert here.metres_to(here) == 0
    assert 1100 < here.metres_to(Position(23.03, 113.75)) < 1125
    assert 2.0e7 < Position(0, 0).metres_to(Position(0, 180)) < 2.01e7
