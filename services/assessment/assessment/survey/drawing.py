"""Opening the survey of an activity or of a contract's stage: from recorded participants, never those who worked."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.reading.model import ActivityCopy, ParticipationCopy, SignupCopy, VolunteerCopy
from assessment.survey import closing, rules
from assessment.survey.model import Invitation, Survey
from assessment.survey.sample import eligible
from chassis import clock, facts
from chassis.database import new_id

SEED_BITS = 53  # whole numbers that JSON carries exactly, so that a seed that is read is the seed that was used


@dataclass(frozen=True, slots=True)
class Stage:
    """合同阶段: what is asked about before it is paid, with all its activities that were held."""

    acceptance_id: UUID
    contract_id: UUID
    provider_id: UUID
    stage_no: int
    project_id: UUID
    need_ids: list[UUID]
    activity_ids: list[UUID]
    title: str
    area_id: UUID
    scope_key: str


async def workers_of(tx: AsyncSession, activity_ids: Sequence[UUID]) -> set[UUID]:
    """Accounts that worked at one of the activities: volunteers with a place and, where they have one, the leads."""
    signed_up = select(SignupCopy.volunteer_id).where(
        SignupCopy.activity_id.in_(activity_ids), SignupCopy.held_from.is_not(None)
    )
    lead = select(ActivityCopy.lead_person_id).where(ActivityCopy.id.in_(activity_ids))
    worked = or_(VolunteerCopy.id.in_(signed_up), VolunteerCopy.person_id.in_(lead))
    return set(await tx.scalars(select(VolunteerCopy.account_id).where(worked)))


async def ask_about(tx: AsyncSession, activity_id: UUID, at: datetime) -> None:
    """Opens the survey of an activity that was held, or extends it by participants who were recorded later."""
    activity = await tx.get(ActivityCopy, activity_id, populate_existing=True)
    participation = await tx.get(ParticipationCopy, activity_id, populate_existing=True)
    if activity is None or activity.held_on is None or participation is None:
        return
    pool = eligible(participation.participant_ids, await workers_of(tx, [activity_id]))
    survey = await tx.scalar(select(Survey).where(Survey.activity_id == activity_id).with_for_update())
    if survey is None and pool:
        await _open(tx, _about_activity(activity), pool, at)
    elif survey is not None and at < survey.closes_at and not set(pool) <= set(survey.pool):
        await _extend(tx, survey, eligible({*pool, *survey.pool}, ()))


async def ask_about_stage(tx: AsyncSession, stage: Stage, at: datetime) -> None:
    """Opens the survey of a contract's stage, once: each who took part in one of its activities is one person.

    Where nobody can be asked it is over at once, without an answer.
    """
    if await tx.scalar(select(Survey.id).where(Survey.acceptance_id == stage.acceptance_id)) is not None:
        return
    recorded = select(func.unnest(ParticipationCopy.participant_ids)).where(
        ParticipationCopy.id.in_(stage.activity_ids)
    )
    pool = eligible(await tx.scalars(recorded), await workers_of(tx, stage.activity_ids))
    survey = await _open(tx, _about_stage(stage), pool, at)
    if rules.is_complete(survey):
        await closing.finish(tx, survey, at=at, by="assessment")


def _about_activity(activity: ActivityCopy) -> Survey:
    survey = Survey(id=new_id(), area_id=activity.area_id, scope_key=activity.scope_key)
    survey.activity_id, survey.project_id, survey.need_ids = activity.id, activity.project_id, activity.need_ids
    survey.title = activity.title
    return survey


def _about_stage(stage: Stage) -> Survey:
    survey = Survey(id=new_id(), area_id=stage.area_id, scope_key=stage.scope_key)
    survey.acceptance_id, survey.contract_id, survey.stage_no = stage.acceptance_id, stage.contract_id, stage.stage_no
    survey.provider_id, survey.stage_activity_ids = stage.provider_id, sorted(set(stage.activity_ids))
    survey.project_id, survey.need_ids, survey.title = stage.project_id, stage.need_ids, stage.title
    return survey


async def _open(tx: AsyncSession, survey: Survey, pool: list[UUID], at: datetime) -> Survey:
    survey.pool, survey.seed, survey.recorded_at = pool, secrets.randbits(SEED_BITS), clock.wall()
    invitations, opened = rules.open_(survey, at=at)
    tx.add(survey)
    await tx.flush()
    tx.add_all(invitations)
    await facts.tell(tx, opened, by="assessment")
    return survey


async def _extend(tx: AsyncSession, survey: Survey, pool: list[UUID]) -> None:
    invitations = (await tx.scalars(select(Invitation).where(Invitation.survey_id == survey.id))).all()
    added, dropped, extended = rules.extend(survey, invitations, pool)
    for each in dropped:
        await tx.delete(each)
    tx.add_all(added)
    await facts.tell(tx, extended, by="assessment")
