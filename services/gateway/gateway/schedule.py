"""What happens because time has passed: traces that decide nothing any more are deleted."""

from datetime import datetime, timedelta

from sqlalchemy import delete

from chassis import clock
from chassis.database import Sessions, system_transaction
from chassis.schedule import Turn
from gateway.desk import DeskRule
from gateway.key.model import KEPT, Revocation
from gateway.notice.model import Notice
from gateway.phone.model import Challenge, PhoneText
from gateway.session.attempts import KNOWN_FOR
from gateway.session.model import Attempt, Session
from gateway.task.model import Task

# The codes of a day are counted; what is told of sign-ins to the auditor stays in the facts.
CODES_FOR = timedelta(hours=25)
SESSIONS_FOR = timedelta(days=30)


async def sweep(sessions: Sessions, now: datetime) -> int:
    """Deletes codes, attempts, revocations, sessions, decided to-dos and notices that are past; tells nothing."""
    desk = DeskRule.on(clock.day(now))
    async with system_transaction(sessions, at=now) as tx:
        await tx.execute(delete(Revocation).where(Revocation.at < now - 2 * KEPT))
        await tx.execute(delete(Attempt).where(Attempt.at < now - KNOWN_FOR))
        await tx.execute(delete(Challenge).where(Challenge.made_at < now - CODES_FOR))
        await tx.execute(delete(PhoneText).where(PhoneText.made_at < now - CODES_FOR))
        await tx.execute(delete(Session).where(Session.expires_at < now - SESSIONS_FOR))
        await tx.execute(delete(Task).where(Task.closed_at < now - desk.closed_tasks_for))
        await tx.execute(delete(Notice).where(Notice.told_at < now - desk.notices_for))
    return 0


SCHEDULE = [Turn(sweep, every=600)]
