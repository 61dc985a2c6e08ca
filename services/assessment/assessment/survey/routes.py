"""Surveys: officers read and close them, those drawn answer on the phone; there is no way to name a respondent."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import ColumnElement, select

from assessment.permissions import Permission
from assessment.survey import closing, rules
from assessment.survey.drawing import workers_of
from assessment.survey.model import Answer, Invitation, Standing, State, Subject, Survey
from assessment.survey.outcome import ResultsView, stage_share, withheld
from assessment.survey.result import rule_of
from assessment.survey.schemas import AnswerIn, InvitationView, SurveyView
from chassis import facts
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.paging import Asked, Page, page
from chassis.principal import SignInNeeded
from chassis.problems import NotFound, problems
from chassis.records import IfMatch, VersionMissing, VersionStale, current, existing, require_current
from chassis.transaction import TransactionRoute, Tx

router = APIRouter(prefix="/surveys", tags=["满意度调查 survey"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.SURVEY_READ))]
Closer = Annotated[Access, Depends(allow(Permission.SURVEY_CLOSE))]
Read = Annotated[Survey, Depends(existing(Survey, Permission.SURVEY_READ))]
Closing = Annotated[Survey, Depends(current(Survey, Permission.SURVEY_CLOSE))]


async def respondent(access: Annotated[Access, Depends(allow(Permission.SURVEY_ANSWER))]) -> Access:
    """Dependency: somebody signed in, who sees what waits for them and nothing else."""
    if access.account_id is None:
        raise SignInNeeded
    return access


Respondent = Annotated[Access, Depends(respondent)]


@router.get("", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    at: Now,
    area_id: UUID | None = None,
    activity_id: UUID | None = None,
    contract_id: UUID | None = None,
    subject: Subject | None = None,
    state: State | None = None,
) -> Page[SurveyView]:
    """Surveys in scope, the latest first; `area_id` takes in all below it."""
    query = select(Survey).where(visible(Survey, by))
    if area_id is not None:
        area = await area_in_scope(tx, area_id, by, pointer="?area_id")
        query = query.where(Survey.scope_key >= area.scope_key, Survey.scope_key < area.scope_key + "~")
    if activity_id is not None:
        query = query.where(Survey.activity_id == activity_id)
    if contract_id is not None:
        query = query.where(Survey.contract_id == contract_id)
    if subject is not None:
        query = query.where(Survey.activity_id.is_not(None) == (subject is Subject.ACTIVITY))
    if state is not None:
        is_open = Survey.closed_at.is_(None) & (Survey.closes_at > at)
        query = query.where(is_open if state is State.OPEN else ~is_open)
    return await page(tx, query, [Survey.id], asked, lambda survey: SurveyView.seen(survey, by, at))


@router.get("/mine")
async def mine(
    tx: Tx, by: Respondent, asked: Asked, at: Now, state: Standing = Standing.WAITING
) -> Page[InvitationView]:
    """What waits for me, or with `state` what I have answered or missed."""
    still = Invitation.closes_at > at
    chosen: dict[Standing, ColumnElement[bool]] = {
        Standing.WAITING: still & ~Invitation.answered,
        Standing.ANSWERED: still & Invitation.answered,
        Standing.COUNTED: ~still & Invitation.answered,
        Standing.MISSED: ~still & ~Invitation.answered,
    }
    query = select(Invitation).where(visible(Invitation, by), chosen[state])
    return await page(tx, query, [Invitation.id], asked, lambda one: InvitationView.seen(one, at))


@router.get("/{id}", responses=problems(NotFound))
async def read(survey: Read, by: Reader, at: Now) -> SurveyView:
    """One survey in scope."""
    return SurveyView.seen(survey, by, at)


@router.get("/{id}/results", responses=problems(NotFound))
async def results(survey: Read, tx: Tx) -> ResultsView:
    """Its result, once closed, where enough people have answered."""
    rule, reason = rule_of(survey), withheld(survey)
    given: list[Answer] = []
    if reason is None:
        given = list(await tx.scalars(select(Answer).where(Answer.survey_id == survey.id).order_by(Answer.id)))
    return ResultsView(
        survey_id=survey.id,
        answered=survey.answered,
        withheld=reason,
        scores=None if reason else [sum(each.score == score for each in given) for score in range(1, 6)],
        comments=None if reason else [each.comment for each in given if each.comment],
        stage=stage_share(survey),
        settings_source=rule.source,
        settings_are_assumed=rule.assumption,
    )


@asynccontextmanager
async def _mine(tx: Tx, survey_id: UUID, by: Access) -> AsyncIterator[tuple[Survey, Invitation]]:
    """The caller's invitation, and the survey behind it, which counts the answer though the caller may not see it.

    It can be changed inside the block only.
    """
    query = select(Invitation).where(Invitation.survey_id == survey_id, visible(Invitation, by))
    invitation = await tx.scalar(query)
    if invitation is None:
        raise rules.NotDrawn
    async with beyond_scope(tx):
        survey = await tx.get_one(Survey, survey_id, with_for_update=True)
        if by.account_id in await workers_of(tx, survey.activity_ids):
            raise rules.VolunteerNotAsked
        yield survey, invitation


DRAWN_ONLY = (rules.NotDrawn, rules.VolunteerNotAsked, rules.SurveyOver)


@router.post("/{id}/answers", status_code=201, responses=problems(*DRAWN_ONLY, rules.AlreadyAnswered))
async def answer(id: UUID, body: AnswerIn, tx: Tx, by: Respondent, at: Now) -> InvitationView:  # noqa: A002
    """作答: by the account that was drawn, once; the last one to answer closes the survey."""
    async with _mine(tx, id, by) as (survey, invitation):
        given, fact = rules.answer(survey, invitation, score=body.score, comment=body.comment, at=at)
        tx.add(given)
        # The log must not say who answered, so the fact is nobody's.
        await facts.tell(tx, fact, by="resident")
        if rules.is_complete(survey):
            await closing.finish(tx, survey, at=at, by="assessment")
    return InvitationView.seen(invitation, at)


@router.put("/{id}/answers/mine", responses=problems(*DRAWN_ONLY, rules.NotYetAnswered, VersionMissing, VersionStale))
async def correct(
    id: UUID,  # noqa: A002 - the path's own name
    body: AnswerIn,
    tx: Tx,
    by: Respondent,
    at: Now,
    if_match: IfMatch = None,
) -> InvitationView:
    """更正: by the respondent, until the survey closes."""
    async with _mine(tx, id, by) as (survey, invitation):
        require_current(invitation, if_match)
        given = await tx.scalar(select(Answer).where(Answer.invitation_id == invitation.id))
        fact = rules.correct(survey, given, score=body.score, comment=body.comment, at=at)
        await facts.tell(tx, fact, by="resident")
    return InvitationView.seen(invitation, at)


@router.post(
    "/{id}/closure",
    responses=problems(NotFound, rules.SurveyStillOpen, rules.SurveyOver, VersionMissing, VersionStale),
)
async def close(survey: Closing, tx: Tx, by: Closer, at: Now) -> SurveyView:
    """结束调查: by an officer, once its time is over."""
    await closing.finish(tx, survey, at=at, by=by)
    return SurveyView.seen(survey, by, at)
