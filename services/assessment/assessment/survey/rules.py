"""The verbs of a survey: open, extend, answer, correct, close; respondents are drawn, never chosen."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from assessment.facts import SurveyExtended
from assessment.survey import telling
from assessment.survey.model import Answer, Invitation, State, Survey
from assessment.survey.result import rule_of
from assessment.survey.sample import drawn_from, eligible
from chassis.database import new_id
from chassis.problems import Problem


class NotDrawn(Problem):
    """您不在这次调查抽取的受访名单内。"""

    status = 403


class VolunteerNotAsked(Problem):
    """您是活动的志愿者或工作人员，不参加它的满意度调查。"""

    status = 403


class SurveyOver(Problem):
    """这次调查已经结束。"""


class AlreadyAnswered(Problem):
    """您已经答过，结束前可以更正。"""


class NotYetAnswered(Problem):
    """您还没有答卷，没有可更正的内容。"""


class SurveyStillOpen(Problem):
    """调查尚未到结束时间，仍有受访者未答。"""


def open_(survey: Survey, *, at: datetime) -> tuple[list[Invitation], telling.Opened]:
    """开启调查: draws the respondents and sets its end."""
    survey.opened_at = at
    rule = rule_of(survey)
    sample = drawn_from(survey.pool, survey.seed, rule.sample_size)
    survey.closes_at = at + timedelta(days=rule.open_days)
    survey.drawn, survey.answered, survey.satisfied, survey.closed_at = len(sample), 0, 0, None
    return [_invited(survey, account_id) for account_id in sample], telling.opened(survey)


def extend(
    survey: Survey, invitations: Sequence[Invitation], pool: list[UUID]
) -> tuple[list[Invitation], list[Invitation], SurveyExtended]:
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
    return added, dropped, SurveyExtended(**telling.said(survey))


def _invited(survey: Survey, account_id: UUID) -> Invitation:
    return Invitation(
        id=new_id(),
        area_id=survey.area_id,
        scope_key=survey.scope_key,
        survey_id=survey.id,
        account_id=account_id,
        activity_id=survey.activity_id,
        stage_no=survey.stage_no,
        title=survey.title,
        closes_at=survey.closes_at,
        answered=False,
    )


def answer(
    survey: Survey, invitation: Invitation, *, score: int, comment: str | None, at: datetime
) -> tuple[Answer, telling.Answered]:
    """作答, once."""
    _require_open(survey, at)
    if invitation.answered:
        raise AlreadyAnswered
    invitation.answered = True
    survey.answered += 1
    survey.satisfied += score >= rule_of(survey).satisfied_from
    given = Answer(survey_id=survey.id, invitation_id=invitation.id, scope_key=survey.scope_key)
    given.score, given.comment = score, comment
    return given, telling.answered(survey)


def correct(
    survey: Survey, given: Answer | None, *, score: int, comment: str | None, at: datetime
) -> telling.Corrected:
    """更正, by the respondent, while the survey is open."""
    _require_open(survey, at)
    if given is None:
        raise NotYetAnswered
    enough = rule_of(survey).satisfied_from
    survey.satisfied += (score >= enough) - (given.score >= enough)
    given.score, given.comment = score, comment
    return telling.corrected(survey)


def close(survey: Survey, *, at: datetime) -> telling.Closed:
    """结束调查: once its time is over, or once everybody drawn has answered."""
    if survey.closed_at is not None:
        raise SurveyOver
    if survey.state(at) is State.OPEN and not is_complete(survey):
        raise SurveyStillOpen(closes_at=survey.closes_at.isoformat())
    survey.closed_at = min(at, survey.closes_at)
    return telling.closed(survey)


def is_complete(survey: Survey) -> bool:
    """Whether nobody is left to answer."""
    return survey.answered >= survey.drawn


def _require_open(survey: Survey, at: datetime) -> None:
    if survey.state(at) is State.CLOSED:
        raise SurveyOver(closes_at=survey.closes_at.isoformat())
