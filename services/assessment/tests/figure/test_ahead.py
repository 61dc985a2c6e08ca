"""The pace that is needed, and a forecast that says how sure it is; without I/O."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.figure.forecast import Ahead, Forecast, NotForecast, forecast, withheld
from assessment.figure.ground import Whole
from assessment.figure.measured import NOTHING, Measured
from assessment.figure.pace import Span, Standing, pace
from assessment.figure.rules import Goal

TODAY = date(2026, 11, 30)
HALF_YEAR = Span(date(2026, 5, 31), TODAY, 6)
PEOPLE = Whole("常住人口", 1_000_000, "resident", date(2020, 11, 1), "七普")


def held_against(deadline, is_past=False):
    return Goal(0.13, deadline, is_past=is_past, source="方案", assumption=False)


def at(volunteers):
    return Measured(volunteers / PEOPLE.value, volunteers, PEOPLE)


def test_so_many_more_volunteers_a_month_until_the_deadline():
    found = pace(at(112_000), at(100_000), held_against(date(2027, 12, 1)), 18_000, span=HALF_YEAR)
    assert found.standing is Standing.ON_TRACK
    assert (round(found.months_left), found.required_count, round(found.actual_count)) == (12, 1497, 1996)
    assert found.required == pytest.approx(0.0015, rel=0.01)
    slow = pace(at(112_000), at(108_000), held_against(date(2027, 12, 1)), 18_000, span=HALF_YEAR)
    assert slow.standing is Standing.TOO_SLOW


def test_past_its_deadline_nothing_is_required_a_month_and_the_target_is_overdue():
    found = pace(at(112_000), at(100_000), held_against(date(2020, 12, 31), is_past=True), 18_000, span=HALF_YEAR)
    assert (found.standing, found.required, found.months_left) == (Standing.OVERDUE, None, None)
    assert round(found.actual_count) == 1996


def test_what_is_reached_has_no_deadline_or_no_past_says_so():
    assert pace(at(140_000), at(1), held_against(date(2027, 1, 1)), 0, span=HALF_YEAR).standing is Standing.REACHED
    assert pace(at(1), at(1), held_against(None), 129_999, span=HALF_YEAR).standing is Standing.NO_DEADLINE
    assert pace(at(1), NOTHING, held_against(date(2027, 1, 1)), 129_999, span=HALF_YEAR).standing is Standing.UNKNOWN
    assert pace(at(1), at(1), None, None, span=HALF_YEAR) is None
    assert pace(NOTHING, NOTHING, held_against(None), None, span=HALF_YEAR) is None


def test_a_steady_line_is_carried_on_for_half_a_year_and_its_ranges_held():
    found = forecast([number / 100 for number in range(1, 25)], on=TODAY, most=1.0)
    assert [round(each.value, 4) for each in found.ahead] == [0.25, 0.26, 0.27, 0.28, 0.29, 0.3]
    assert (found.months, found.held) == (24, found.tried)
    assert found.tried == 6 * 11 + 5 + 4 + 3 + 2 + 1


def test_too_few_months_or_a_gap_among_them_are_not_forecast():
    assert forecast([0.0] * 17 + [0.1] * 7, on=TODAY, most=1.0) is None
    assert forecast([None] * 17 + [0.1, 0.2] * 3 + [0.3], on=TODAY, most=1.0) is None
    assert forecast([0.1] * 12 + [None] + [0.1] * 11, on=TODAY, most=1.0) is None
    assert forecast([0.0] * 16 + [0.1] * 8, on=TODAY, most=1.0) is not None


def tried(held, of=81, drift=0.01):
    return Forecast(24, drift, [Ahead(0.5, 0.4, 0.6)], of, held)


def test_a_forecast_is_not_shown_where_its_ranges_did_not_hold_or_were_hardly_tried():
    assert withheld(None, 0.1, on=TODAY) is NotForecast.TOO_SHORT
    assert withheld(tried(10, of=11), 0.1, on=TODAY) is NotForecast.UNTRIED
    # 60 % of ranges that promise 80 %: 49 of 81.
    assert [withheld(tried(held), 0.1, on=TODAY) for held in (23, 48, 49)] == [NotForecast.UNRELIABLE] * 2 + [None]


def test_a_forecast_does_not_deny_the_pace_that_stands_beside_it():
    risen_then_fallen = [number / 100 for number in (*range(1, 17), 22, 28, 27, 26, 25, 24, 23, 22)]
    found = forecast(risen_then_fallen, on=TODAY, most=1.0)
    assert found.drift > 0
    enough = Forecast(found.months, found.drift, found.ahead, 81, 81)
    assert withheld(enough, -0.05, on=TODAY) is NotForecast.TURNED
    assert [withheld(enough, lately, on=TODAY) for lately in (0.05, 0.0, None)] == [None] * 3


@given(st.lists(st.floats(0.001, 1, allow_nan=False), min_size=8, max_size=24))
def test_a_forecast_widens_and_a_share_stays_one(values):
    found = forecast(values, on=TODAY, most=1.0)
    assert len(found.ahead) == 6
    assert all(0 <= each.low <= each.value <= each.high <= 1 for each in found.ahead)
    assert 0 <= found.held <= found.tried
