"""Figures, their targets and their state; without I/O."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.figure.ground import Ground, Result, Whole
from assessment.figure.measured import Measured
from assessment.figure.measures import measure
from assessment.figure.reached import Community, reached_by
from assessment.figure.rules import Light, gap, goal, light, missing
from assessment.indicator import months
from assessment.indicator.model import Indicator
from assessment.indicator.months import Period
from assessment.reading.counting import Course
from assessment.reading.model import Counted
from assessment.target.initial import initial
from assessment.target.rules import in_force
from chassis.tables import AreaCopy

DAY = date(2026, 11, 23)
CURRENT = in_force(initial(uuid4(), datetime(2026, 1, 1, tzinfo=UTC)), DAY)
CENSUS = Whole("常住人口", 10_466_625, "resident", date(2020, 11, 1), "七普")


def community(minimum=5.0, applies=True, kind="VC"):
    return Community(
        scope_key=f"{uuid4()}/",
        organ_kind=kind,
        applies=applies,
        minimum=minimum,
        average=minimum,
        listed_on=date(2019, 10, 31),
    )


def ground(communities=(), level="city", kind="prefecture_city", placed=None, **given_):
    area = AreaCopy(id=uuid4(), level=level, organ_kind=kind)
    made = {"applies": kind != "functional_zone", "counted": {}, "population": None}
    made |= {"results": (), "stages": (), "met": (), "reached": reached_by(communities, placed or {})}
    return Ground(area=area, day=DAY, communities=communities, current=CURRENT, **made | given_)


def judged(indicator, on):
    measured, against = measure(indicator, on), goal(indicator, on)
    return measured, against, light(indicator, on, measured, against)


def test_share_average_and_total_over_the_communities_that_the_rule_speaks_of():
    village, town, quasi = community(5.0), community(10.0), community(None, applies=False)
    organisations = {village: [(DAY, 6), (DAY, -1)], town: [(DAY, 4)], quasi: [(DAY, 9)]}
    held = {each.scope_key: Course.of(changes) for each, changes in organisations.items()}
    here = ground([village, town, quasi], placed={Counted.ORGANISATIONS: held})
    coverage, against, state = judged(Indicator.ORG_COVERAGE, here)
    assert (coverage.value, coverage.part, coverage.whole.value, state) == (0.5, 1, 2, Light.BEHIND)
    assert (against.value, against.is_past, against.deadline) == (1.0, True, date(2018, 12, 31))
    assert missing(Indicator.ORG_COVERAGE, coverage, against, DAY) == 1
    total, against, _ = judged(Indicator.ORG_TOTAL, here)
    assert (total.value, against.value, gap(total, against)) == (9, 15, 6)
    average, against, _ = judged(Indicator.ORG_AVERAGE, here)
    assert (average.value, against.value) == (4.5, 7.5)
    assert "民发〔2017〕191号" in against.source


def test_an_organisation_counts_from_its_day_to_the_day_it_ends():
    village = community(1.0)
    held = Course.of([(date(2026, 3, 2), 1), (date(2026, 5, 9), -1)])
    here = ground([village], placed={Counted.ORGANISATIONS: {village.scope_key: held}})
    values = {
        on: measure(Indicator.ORG_TOTAL, here, Period(on, on)).value
        for on in (date(2026, 3, 1), date(2026, 3, 2), date(2026, 5, 8), date(2026, 5, 9))
    }
    assert list(values.values()) == [0, 1, 1, 0]


def test_a_park_is_not_applicable_and_never_divides_by_zero():
    park = ground([community(None, applies=False)], "township", "functional_zone")
    empty = ground([], "township", "functional_zone")
    for indicator in (Indicator.ORG_COVERAGE, Indicator.ORG_AVERAGE, Indicator.ORG_TOTAL, Indicator.VOLUNTEER_RATIO):
        assert judged(indicator, park)[2] is Light.NOT_APPLICABLE
        assert judged(indicator, empty)[2] is Light.NOT_APPLICABLE
    counted = ground([], "township", "functional_zone", population=CENSUS)
    assert judged(Indicator.VOLUNTEER_RATIO, counted)[2] is Light.BEHIND


def test_volunteers_against_a_named_and_dated_population():
    here = ground(population=CENSUS, counted={Counted.VOLUNTEERS: Course.of([(date(2026, 1, 1), 1_172_262)])})
    ratio, against, state = judged(Indicator.VOLUNTEER_RATIO, here)
    assert ratio.value == pytest.approx(0.112)
    assert missing(Indicator.VOLUNTEER_RATIO, ratio, against, DAY) == 188_400
    assert (against.assumption, against.is_past, state) == (False, True, Light.BEHIND)
    town = ground(level="township", kind="town", population=CENSUS)
    assert goal(Indicator.VOLUNTEER_RATIO, town).assumption
    assert judged(Indicator.VOLUNTEER_RATIO, ground())[2] is Light.NO_DATA


def test_satisfaction_is_pooled_over_a_year_and_guarded():
    few = ground(results=[Result(DAY, 4, 4), Result(date(2025, 11, 30), 90, 0)])
    assert judged(Indicator.SATISFACTION, few)[2] is Light.NO_DATA
    enough = ground(results=[Result(DAY, 20, 18), Result(date(2025, 12, 1), 80, 74)])
    pooled, against, state = judged(Indicator.SATISFACTION, enough)
    assert (round(pooled.value, 4), pooled.whole.value, against.value, against.assumption) == (0.8635, 100, 0.8, True)
    assert (state, missing(Indicator.SATISFACTION, pooled, against, DAY)) == (Light.OK, None)
    assert (pooled.part / pooled.whole.value, pooled.confidence) == (0.92, 0.95)


def test_surveys_of_a_few_answers_are_said_and_stand_in_the_sum_of_2025_alone():
    for on, whole, part, left_out in ((DAY, 6, 4, (2,)), (date(2025, 12, 31), 8, 6, ())):
        here = ground(results=[Result(on.replace(day=1), 6, 4, 1), Result(on.replace(day=1), 2, 2, 2, is_small=True)])
        pooled = measure(Indicator.SATISFACTION, here, months.rolling(on))
        assert (pooled.whole.value, pooled.part, tuple(each.value for each in pooled.asides)) == (whole, part, left_out)


def test_hours_are_exact_since_2026_and_were_rounded_before():
    here = ground(counted={Counted.MINUTES: Course.of([(date(2025, 6, 1), 59_998), (date(2026, 6, 1), 59_998)])})
    assert measure(Indicator.HOURS, here, Period(date(2026, 1, 1), DAY)) == Measured(59_998 / 60, 59_998)
    assert measure(Indicator.HOURS, here, Period(date(2025, 1, 1), date(2025, 12, 31))) == Measured(1000.0, 59_998)


def test_hours_and_needs_have_no_target():
    minutes = [(date(2025, 11, 1), 600), (date(2025, 12, 1), 90), (date(2026, 11, 1), 30)]
    changes = {Counted.MINUTES: minutes, Counted.NEEDS: [(DAY, 4)], Counted.NEEDS_ANSWERED: [(DAY, 3)]}
    here = ground(counted={name: Course.of(each) for name, each in changes.items()})
    assert judged(Indicator.HOURS, here)[::2] == (Measured(2.0, 120), Light.OK)
    answered, against, state = judged(Indicator.NEEDS_ANSWERED, here)
    assert (answered.value, against, state) == (0.75, None, Light.OK)
    assert judged(Indicator.NEEDS_ANSWERED, ground())[2] is Light.NO_DATA


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_the_points_of_a_trend_are_month_ends_and_today(day):
    points = months.points(day)
    assert len(points) == 12
    assert points[-1] == day
    assert points == sorted(set(points))
    assert all((each.replace(day=28) - each).days <= 0 for each in points[:-1])
    first = months.rolling(points[0]).first
    assert (first.day, months.floor(first) < date(first.year - 1, 1, 1)) == (1, True)
