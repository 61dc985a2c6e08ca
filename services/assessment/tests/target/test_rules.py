"""Which target is in force, what it asks of whom, and what may be set; without I/O."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.target import rules
from assessment.target.initial import initial
from assessment.target.model import Aim, OrganKind, State, Target

CITY = uuid4()
TARGETS = initial(CITY, datetime(2026, 1, 1, tzinfo=UTC))
TODAY = date(2026, 11, 23)


def target(**changes):
    made = {"indicator": Aim.VOLUNTEER_RATIO, "organ_kind": None, "value": 0.15, "valid_from": TODAY, "deadline": None}
    return Target(id=uuid4(), area_id=CITY, source="测试", clause=None, assumption=False, **made | changes)


def setting(new, known=TARGETS, level="city"):
    return rules.set_(new, known, level=level, scope_key="441900/", on=TODAY)


def test_the_plans_three_numbers_are_in_force_and_expired():
    current = rules.in_force(TARGETS, TODAY)
    assert current[Aim.ORG_MINIMUM, OrganKind.VILLAGERS_COMMITTEE].value == 5
    assert current[Aim.ORG_MINIMUM, OrganKind.RESIDENTS_COMMITTEE].value == 10
    assert current[Aim.VOLUNTEER_RATIO, None].value == 0.13
    assert rules.state(current[Aim.VOLUNTEER_RATIO, None], TARGETS, TODAY) is State.EXPIRED
    assert rules.state(current[Aim.VOLUNTEER_RATIO, None], TARGETS, date(2020, 12, 31)) is State.IN_FORCE
    assert all(each.source for each in TARGETS)


def test_the_rule_goes_by_the_organ_and_leaves_quasi_units_and_parks_out():
    current = rules.in_force(TARGETS, TODAY)
    assert rules.asked_of(Aim.ORG_MINIMUM, "VC", current) == 5
    assert rules.asked_of(Aim.ORG_MINIMUM, "RC", current) == 10
    assert rules.asked_of(Aim.ORG_MINIMUM, "quasi_VC", current) is None
    assert rules.is_subject("RC", "town")
    assert not rules.is_subject("quasi_RC", "town")
    assert not rules.is_subject("RC", "functional_zone")
    assert not rules.is_subject("RC", None)


def test_a_new_target_supersedes_from_its_day_on_and_edits_nothing():
    later = target(valid_from=TODAY + timedelta(days=30), deadline=date(2030, 12, 31))
    fact = setting(later)
    known = [*TARGETS, later]
    old = rules.in_force(TARGETS, TODAY)[Aim.VOLUNTEER_RATIO, None]
    assert rules.state(later, known, TODAY) is State.UPCOMING
    assert rules.state(old, known, TODAY) is State.EXPIRED
    assert rules.state(old, known, later.valid_from) is State.SUPERSEDED
    assert rules.state(later, known, later.valid_from) is State.IN_FORCE
    assert fact.period == f"{later.valid_from}/2030-12-31"
    assert fact.value == 0.15


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"valid_from": TODAY - timedelta(days=1)}, rules.TargetBackdated),
        ({"deadline": TODAY - timedelta(days=1)}, rules.DeadlineBeforeStart),
        ({"organ_kind": OrganKind.RESIDENTS_COMMITTEE}, rules.OrganKindMisplaced),
        ({"indicator": Aim.ORG_MINIMUM, "value": 5.0}, rules.OrganKindMisplaced),
        ({"value": 1.2}, rules.ValueOutOfRange),
        (
            {"indicator": Aim.ORG_MINIMUM, "organ_kind": OrganKind.RESIDENTS_COMMITTEE, "value": 5.5},
            rules.ValueOutOfRange,
        ),
    ],
)
def test_impossible_targets_are_refused_by_name(changes, refusal):
    with pytest.raises(refusal):
        setting(target(**changes))


def test_for_the_city_or_a_town_and_only_once_a_day():
    with pytest.raises(rules.NotAUnit):
        setting(target(), level="community")
    town = target()
    town.area_id = uuid4()
    setting(town, [*TARGETS, target()], level="township")
    with pytest.raises(rules.TargetAlreadySet):
        setting(target(), [*TARGETS, target()])


@given(
    st.lists(st.dates(date(2016, 1, 1), date(2030, 1, 1)), unique=True, min_size=1),
    st.dates(date(2016, 1, 1), date(2030, 1, 1)),
)
def test_the_one_in_force_began_last_whatever_the_order(starts, on):
    known = [target(valid_from=each) for each in starts]
    begun = [each for each in starts if each <= on]
    current = rules.in_force(known, on)
    assert current == rules.in_force(known[::-1], on)
    assert [each.valid_from for each in current.values()] == ([max(begun)] if begun else [])
