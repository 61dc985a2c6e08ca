"""What happens in the registry because time passed: registrations of social workers run out."""

from datetime import datetime

from sqlalchemy import select

from chassis import clock, facts
from chassis.database import Sessions, system_transaction
from chassis.schedule import Turn
from registry.social_worker import rules
from registry.social_worker.model import SocialWorker, State

BATCH = 200


async def lapse_registrations(sessions: Sessions, now: datetime) -> int:
    """Tells the lapse of each registration whose validity has ended; several workers never tell one twice."""
    due = (
        select(SocialWorker)
        .where(SocialWorker.state == State.REGISTERED, SocialWorker.valid_to <= clock.day(now))
        .order_by(SocialWorker.valid_to)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    async with system_transaction(sessions, at=now) as tx:
        lapsed = list(await tx.scalars(due))
        for worker in lapsed:
            await facts.tell(tx, rules.lapse(worker), by="registry")
    return len(lapsed)


SCHEDULE = [Turn(lapse_registrations, every=60)]
