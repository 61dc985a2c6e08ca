"""The verbs of a survey: open, extend, answer, correct, close; respondents are drawn, never chosen."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from assessment import facts
from assessment.survey.bound import lower_bound
from assessment.survey.dated import SurveyRule
from assessment.survey.model import Answer, Invitation, State, Survey
from assessment.survey.sample import drawn_from, eligible
from chassis import clock
from chassis.database import new_id
from chassis.problems import Problem


class NotDrawn(Problem):
    """您不在这次调查抽取的受访名单内。"""

    status = 403


class VolunteerNotAsked(Problem):
    """您是这次活动的志愿者，不参加这次活动的满意度调查。"""

    status = 403


class SurveyOver(Problem):
    """这次调查已经结束。"""


class AlreadyAnswered(Problem):
    """您已经答过，结束前可以更正。"""


class NotYetAnswered(Problem):
    """您还没有答卷，没有可更正的内容。"""


class SurveyStillOpen(Problem):
    """调查尚未到结束时间，仍有受访者未答。"""


def rule_of(survey: Survey) -> SurveyRule:
    """The rule set by which a survey was opened."""
    return SurveyRule.on(clock.day(survey.opened_at))


def open_(survey: Survey, *, at: datetime) -> tuple[list[Invitation], facts.SurveyOpened]:
    """开启调查: draws the respondents and sets its end."""
    rule = SurveyRule.on(clock.day(at))
    sample = drawn_from(survey.pool, survey.seed, rule.sample_size)
    survey.opened_at, survey.closes_at = at, at + timedelta(days=rule.open_days)
    survey.drawn, survey.answered, survey.satisfied, survey.closed_at = len(sample), 0, 0, None
    opened = facts.SurveyOpened(**_said(survey), satisfied=0, bound=None)
    return [_invited(survey, account_id) for account_id in sample], opened


def extend(
    survey: Survey, invitations: Sequence[Invitation], pool: list[UUID]
) -> tuple[list[Invitation], list[Invitation], facts.SurveyExtended]:
    """补抽: participants recorded later are drawn like the others; marking an activity as held early picks nobody.

    Who has answered stays; the rest is drawn again. A survey that closed because all had answered goes on.
    """
    answered = {each.account_id for each in invitations if each.answered}
    size = max(0, rule_of(survey).sample_size - len(answered))
    rest = set(drawn_from(eligible(pool, answered), survey.seed, size))
    survey.pool, survey.drawn = pool, len(answered) + len(rest)
    survey.closed_at = None if rest else survey.closed_at
    known = {each.account_id for each in invitations}
    dropped = [each for each in invitations if each.account_id not in rest | answered]
    added = [_invited(survey, account_id) for account_id in sorted(rest - known)]
    return added, dropped, facts.SurveyExtended(**_said(survey))


def _invited(survey: Survey, account_id: UUID) -> Invitation:
    return Invitation(
        id=new_id(),
        area_id=survey.area_id,
        scope_key=survey.scope_key,
        survey_id=survey.id,
        account_id=account_id,
        activity_id=survey.activity_id,
        title=survey.title,
        closes_at=survey.closes_at,
        answered=False,
    )


def answer(
    survey: Survey, invitation: Invitation, *, score: int, comment: str | None, at: datetime
) -> tuple[Answer, facts.SurveyAnswered]:
    """作答, once."""
    _require_open(survey, at)
    if invitation.answered:
        raise AlreadyAnswered
    invitation.answered = True
    survey.answered += 1
    survey.satisfied += score >= rule_of(survey).satisfied_from
    given = Answer(survey_id=survey.id, invitation_id=invitation.id, scope_key=survey.scope_key)
    given.score, given.comment = score, comment
    return given, facts.SurveyAnswered(**_said(survey))


def correct(
    survey: Survey, given: Answer | None, *, score: int, comment: str | None, at: datetime
) -> facts.SurveyCorrected:
    """更正, by the respondent, while the survey is open."""
    _require_open(survey, at)
    if given is None:
        raise NotYetAnswered
    enough = rule_of(survey).satisfied_from
    survey.satisfied += (score >= enough) - (given.score >= enough)
    given.score, given.comment = score, comment
    return facts.SurveyCorrected(**_said(survey))


def close(survey: Survey, *, at: datetime) -> facts.SurveyClosed:
    """结束调查: once its time is over, or once everybody drawn has answered."""
    if survey.closed_at is not None:
        raise SurveyOver
    if survey.state(at) is State.OPEN and not is_complete(survey):
        raise SurveyStillOpen(closes_at=survey.closes_at.isoformat())
    survey.closed_at = min(at, survey.closes_at)
    satisfied = survey.satisfied if may_show(survey) else None
    return facts.SurveyClosed(**_said(survey), satisfied=satisfied, bound=bound_of(survey))


def is_complete(survey: Survey) -> bool:
    """Whether nobody is left to answer."""
    return survey.answered >= survey.drawn


def may_show(survey: Survey) -> bool:
    """Small-group guard: a result is shown when the survey is closed and enough people have answered."""
    return survey.closed_at is not None and survey.answered >= rule_of(survey).small_group


def bound_of(survey: Survey) -> float | None:
    """The lower bound of satisfaction; none where too few have answered."""
    rule = rule_of(survey)
    if survey.answered < rule.small_group:
        return None
    return lower_bound(survey.satisfied, survey.answered, rule.confidence)


def _require_open(survey: Survey, at: datetime) -> None:
    if survey.state(at) is State.CLOSED:
        raise SurveyOver(closes_at=survey.closes_at.isoformat())


def _said(survey: Survey) -> dict[str, Any]:
    return {
        "survey_id": survey.id,
        "activity_id": survey.activity_id,
        "project_id": survey.project_id,
        "area_id": survey.area_id,
        "scope_key": survey.scope_key,
        "drawn": survey.drawn,
        "answered": survey.answered,
    }
