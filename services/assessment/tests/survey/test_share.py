"""What the answers about a contract's stage pay: bounds, the exact thresholds, and never more for worse answers."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.survey.bound import lower_bound
from assessment.survey.dated import StageRule
from assessment.survey.share import WHOLE, bound_ppm, share_ppm
from services.assessment.tests.make import JUNE

RULE = StageRule.on(JUNE.date())
COUNTS = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
ENOUGH = st.integers(RULE.least_answers, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS)
def test_the_bound_in_integers_is_the_one_in_floats_rounded_down(counts):
    satisfied, answered = counts
    bound, share = bound_ppm(satisfied, answered, RULE.quantile_ppm), satisfied / answered
    assert 0 <= bound <= satisfied * WHOLE // answered
    # The quantile is rounded to millionths, so the two may differ by as much around a whole number.
    assert abs(bound - lower_bound(satisfied, answered, RULE.confidence) * WHOLE) < 2
    for p, inside in ((bound, True), (bound + 1, False)):
        part = p / WHOLE
        if part < share:
            distance = share - part - RULE.quantile_ppm / WHOLE * sqrt(part * (1 - part) / answered)
            assert distance > -1e-9 if inside else distance < 1e-9


def test_no_answers_support_nothing():
    assert bound_ppm(0, 0, RULE.quantile_ppm) == 0
    assert share_ppm(0, 0, RULE) is None


@given(ENOUGH)
def test_a_share_lies_between_the_least_and_the_whole_on_the_line(counts):
    share, bound = share_ppm(*counts, RULE), bound_ppm(*counts, RULE.quantile_ppm)
    assert share == min(WHOLE, max(RULE.least_share_ppm, RULE.least_share_ppm + (bound - RULE.least_to_ppm) * 3 // 2))
    assert (share == WHOLE) == (bound >= RULE.full_from_ppm)
    assert bound > RULE.least_to_ppm or share == RULE.least_share_ppm


@given(ENOUGH)
def test_a_share_never_falls_with_the_satisfied_nor_with_more_of_the_same(counts):
    satisfied, answered = counts
    share = share_ppm(satisfied, answered, RULE)
    assert share >= share_ppm(max(0, satisfied - 1), answered, RULE)
    assert share <= share_ppm(2 * satisfied, 2 * answered, RULE)
    assert share >= share_ppm(satisfied, answered + 1, RULE)


@pytest.mark.parametrize(
    ("bound", "share"),
    [
        (0, 700_000),
        (599_999, 700_000),
        (600_000, 700_000),
        (600_001, 700_001),
        (700_000, 850_000),
        (799_999, 999_998),
        (800_000, 1_000_000),
        (1_000_000, 1_000_000),
    ],
)
def test_the_thresholds_are_exact(bound, share, monkeypatch):
    monkeypatch.setattr("assessment.survey.share.bound_ppm", lambda *_: bound)
    assert share_ppm(20, 20, RULE) == share


@pytest.mark.parametrize(
    ("satisfied", "answered", "share"),
    [(19, 19, None), (20, 20, 1_000_000), (18, 20, 907_504), (0, 20, 700_000), (54, 60, 1_000_000), (48, 60, 854_449)],
)
def test_known_shares(satisfied, answered, share):
    assert share_ppm(satisfied, answered, RULE) == share
