"""Opening the survey of an activity that was held: from recorded participants, never those who worked at it."""

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.reading.model import ActivityCopy, ParticipationCopy, SignupCopy, VolunteerCopy
from assessment.survey import rules
from assessment.survey.model import Invitation, Survey
from assessment.survey.sample import eligible
from chassis import clock, facts
from chassis.database import new_id

SEED_BITS = 53  # whole numbers that JSON carries exactly, so that a seed that is read is the seed that was used


async def workers_of(tx: AsyncSession, activity_id: UUID) -> set[UUID]:
    """Accounts that worked at an activity: volunteers with a place and, where they have an account, the lead."""
    signed_up = select(SignupCopy.volunteer_id).where(
        SignupCopy.activity_id == activity_id, SignupCopy.held_from.is_not(None)
    )
    lead = select(ActivityCopy.lead_person_id).where(ActivityCopy.id == activity_id)
    worked = or_(VolunteerCopy.id.in_(signed_up), VolunteerCopy.person_id.in_(lead))
    return set(await tx.scalars(select(VolunteerCopy.account_id).where(worked)))


async def ask_about(tx: AsyncSession, activity_id: UUID, at: datetime) -> None:
    """Opens the survey of an activity that was held, or extends it by participants who were recorded later."""
    activity = await tx.get(ActivityCopy, activity_id, populate_existing=True)
    participation = await tx.get(ParticipationCopy, activity_id, populate_existing=True)
    if activity is None or activity.held_on is None or participation is None:
        return
    pool = eligible(participation.participant_ids, await workers_of(tx, activity_id))
    survey = await tx.scalar(select(Survey).where(Survey.activity_id == activity_id).with_for_update())
    if survey is None and pool:
        await _open(tx, activity, pool, at)
    elif survey is not None and at < survey.closes_at and not set(pool) <= set(survey.pool):
        await _extend(tx, survey, eligible({*pool, *survey.pool}, ()))


async def _open(tx: AsyncSession, activity: ActivityCopy, pool: list[UUID], at: datetime) -> None:
    survey = Survey(id=new_id(), area_id=activity.area_id, scope_key=activity.scope_key)
    survey.activity_id, survey.project_id, survey.need_ids = activity.id, activity.project_id, activity.need_ids
    survey.title, survey.pool, survey.seed = activity.title, pool, secrets.randbits(SEED_BITS)
    survey.recorded_at = clock.wall()
    invitations, opened = rules.open_(survey, at=at)
    tx.add(survey)
    await tx.flush()
    tx.add_all(invitations)
    await facts.tell(tx, opened, by="assessment")


async def _extend(tx: AsyncSession, survey: Survey, pool: list[UUID]) -> None:
    invitations = (await tx.scalars(select(Invitation).where(Invitation.survey_id == survey.id))).all()
    added, dropped, extended = rules.extend(survey, invitations, pool)
    for each in dropped:
        await tx.delete(each)
    tx.add_all(added)
    await facts.tell(tx, extended, by="assessment")
