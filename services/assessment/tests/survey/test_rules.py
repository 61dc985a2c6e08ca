"""Drawing, answering, correcting, closing and the bound; without I/O."""

from datetime import UTC, datetime, timedelta
from math import sqrt
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.survey import rules, sample
from assessment.survey.bound import lower_bound
from assessment.survey.model import State, Survey
from assessment.survey.result import may_show

AT = datetime(2026, 6, 10, tzinfo=UTC)


def opened(people=8, seed=7):
    survey = Survey(
        id=uuid4(), area_id=uuid4(), scope_key="441900/", activity_id=uuid4(), project_id=uuid4(), title="邻里节"
    )
    survey.pool, survey.seed = sorted(uuid4() for _ in range(people)), seed
    invitations, fact = rules.open_(survey, at=AT)
    return survey, invitations, fact


@pytest.mark.parametrize(
    ("satisfied", "answered", "bound"),
    [(20, 20, 0.8808), (18, 20, 0.7383), (0, 20, 0.0), (80, 100, 0.7267), (3, 3, 0.5258), (1, 1, 0.2699)],
)
def test_known_values_of_the_bound(satisfied, answered, bound):
    assert lower_bound(satisfied, answered, 0.95) == pytest.approx(bound, abs=5e-5)


def test_no_answers_give_no_bound():
    assert lower_bound(0, 0, 0.95) is None


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_bound_is_a_share_below_the_observed_one_and_solves_its_equation(counts):
    satisfied, answered = counts
    bound, share = lower_bound(satisfied, answered, 0.95), satisfied / answered
    assert 0 <= bound <= 1
    assert bound <= share + 1e-12
    # Wilson: the bound is the share for which what was seen lies just at the limit.
    assert abs(share - bound - 1.6448536269514722 * sqrt(bound * (1 - bound) / answered)) < 1e-7


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n - 1), st.just(n))))
def test_the_bound_rises_with_the_satisfied_and_with_more_of_the_same(counts):
    satisfied, answered = counts
    bound = lower_bound(satisfied, answered, 0.95)
    assert bound < lower_bound(satisfied + 1, answered, 0.95)
    assert bound <= lower_bound(2 * satisfied, 2 * answered, 0.95) + 1e-12


@given(st.sets(st.uuids(), min_size=1), st.integers(0, 2**53), st.integers(1, 40))
def test_a_draw_can_be_repeated_and_does_not_depend_on_the_order(people, seed, size):
    pool = sample.eligible(people, [])
    drawn = sample.drawn_from(pool, seed, size)
    assert drawn == sample.drawn_from(sample.eligible(reversed(list(people)), []), seed, size)
    assert set(drawn) <= people
    assert len(drawn) == min(size, len(people)) == len(set(drawn))


@given(st.sets(st.uuids()), st.sets(st.uuids()))
def test_whoever_worked_is_never_asked(participants, workers):
    assert not set(sample.eligible(participants | workers, workers)) & workers


def test_everybody_is_asked_where_few_took_part():
    survey, invitations, fact = opened(8)
    assert (survey.drawn, fact.drawn, fact.answered, fact.bound) == (8, 8, 0, None)
    assert sorted(each.account_id for each in invitations) == survey.pool
    assert opened(50)[0].drawn == 30


def test_answering_once_counting_and_correcting():
    survey, (first, second, *_), _fact = opened()
    given_, _ = rules.answer(survey, first, score=5, comment=None, at=AT)
    rules.answer(survey, second, score=3, comment=None, at=AT)
    assert (survey.answered, survey.satisfied) == (2, 1)
    with pytest.raises(rules.AlreadyAnswered):
        rules.answer(survey, first, score=5, comment=None, at=AT)
    rules.correct(survey, given_, score=2, comment="重说", at=AT)
    assert (survey.answered, survey.satisfied, given_.score) == (2, 0, 2)
    with pytest.raises(rules.NotYetAnswered):
        rules.correct(survey, None, score=2, comment=None, at=AT)


def test_closing_by_time():
    survey, (first, *_), _fact = opened()
    with pytest.raises(rules.SurveyStillOpen):
        rules.close(survey, at=AT)
    end = AT + timedelta(days=14)
    assert survey.state(end - timedelta(seconds=1)) is State.OPEN
    assert survey.state(end) is State.CLOSED
    with pytest.raises(rules.SurveyOver):
        rules.answer(survey, first, score=5, comment=None, at=end)
    assert rules.close(survey, at=end + timedelta(days=3)).answered == 0
    assert survey.closed_at == end
    with pytest.raises(rules.SurveyOver):
        rules.close(survey, at=end)


def test_a_small_group_shows_nothing_and_has_no_bound():
    survey, invitations, _fact = opened(4)
    for invitation in invitations:
        rules.answer(survey, invitation, score=5, comment=None, at=AT)
    assert rules.is_complete(survey)
    closed = rules.close(survey, at=AT)
    assert (closed.answered, closed.satisfied, closed.bound) == (4, None, None)
    assert not may_show(survey)


def test_participants_recorded_later_are_drawn_like_the_others():
    survey, invitations, _fact = opened(30)
    rules.answer(survey, invitations[0], score=5, comment=None, at=AT)
    pool = sorted([*survey.pool, *(uuid4() for _ in range(300))])
    added, dropped, fact = rules.extend(survey, invitations, pool)
    assert fact.drawn == survey.drawn == 30
    assert invitations[0] not in dropped
    assert len(added) == len(dropped) > 15
    again, _, _ = rules.extend(survey, [each for each in [*invitations, *added] if each not in dropped], pool)
    assert again == []


def test_a_survey_that_closed_early_goes_on_with_those_recorded_later():
    survey, (only,), _fact = opened(1)
    rules.answer(survey, only, score=5, comment=None, at=AT)
    rules.close(survey, at=AT)
    (later,), dropped, _ = rules.extend(survey, [only], sorted([*survey.pool, uuid4()]))
    assert (survey.drawn, survey.closed_at, dropped) == (2, None, [])
    rules.answer(survey, later, score=1, comment=None, at=AT)
    closed = rules.close(survey, at=AT)
    assert (closed.answered, survey.satisfied) == (2, 1)
