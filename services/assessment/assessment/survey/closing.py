"""Closing a survey: the fact is told, and its answers are cut off from those who gave them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.survey import rules
from assessment.survey.model import Answer, Invitation, Subject, Survey
from assessment.survey.result import RULES
from chassis import clock, facts
from chassis.access import Access
from chassis.database import Sessions, system_transaction


async def finish(tx: AsyncSession, survey: Survey, *, at: datetime, by: Access | str) -> None:
    """Closes, tells and severs, in the caller's transaction."""
    closed = rules.close(survey, at=at)
    await facts.tell(tx, closed, by=by)
    await tx.execute(update(Answer).where(Answer.survey_id == survey.id).values(invitation_id=None))
    over = update(Invitation).where(Invitation.survey_id == survey.id).values(closes_at=survey.closed_at)
    await tx.execute(over)


def _open_long_enough(now: datetime) -> ColumnElement[bool]:
    of_stage = Survey.activity_id.is_(None)
    kinds = {Subject.ACTIVITY: ~of_stage, Subject.CONTRACT_STAGE: of_stage}
    return or_(
        *(and_(kinds[each], Survey.recorded_at <= now - RULES[each].on(clock.day(now)).least_open) for each in Subject)
    )


async def finish_due(sessions: Sessions, now: datetime) -> int:
    """Closes every survey whose time is over, each in its own transaction; returns how many."""
    async with system_transaction(sessions, at=now) as tx:
        query = select(Survey.id, Survey.closes_at).where(
            Survey.closed_at.is_(None), Survey.closes_at <= now, _open_long_enough(now)
        )
        due: Sequence[tuple[UUID, datetime]] = [(row.id, row.closes_at) for row in await tx.execute(query)]
    for survey_id, closes_at in due:
        async with system_transaction(sessions, at=closes_at) as tx:
            query_one = select(Survey).where(Survey.id == survey_id, Survey.closed_at.is_(None))
            survey = await tx.scalar(query_one.with_for_update(skip_locked=True))
            if survey is not None:
                await finish(tx, survey, at=closes_at, by="assessment")
    return len(due)
