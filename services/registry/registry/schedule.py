"""What happens in the registry because time passed: registrations, stationings and the keeping of lists run out."""

from datetime import datetime

from sqlalchemy import select

from chassis import clock, facts
from chassis.database import Sessions, system_transaction
from chassis.schedule import Turn
from procedures.attachment import storing
from procedures.bulk import keeping
from registry.social_worker import rules
from registry.social_worker.model import SocialWorker, State
from registry.stationing import rules as stationing_rules
from registry.stationing.model import State as StationingState
from registry.stationing.model import Stationing

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


async def end_stationings(sessions: Sessions, now: datetime) -> int:
    """Ends each stationing whose agreement no longer holds."""
    due = (
        select(Stationing)
        .where(Stationing.state == StationingState.RUNNING, Stationing.until <= clock.day(now))
        .order_by(Stationing.until)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    async with system_transaction(sessions, at=now) as tx:
        ended = list(await tx.scalars(due))
        for stationing in ended:
            fact = stationing_rules.end(stationing, reason=None, on=clock.day(now))
            await facts.tell(tx, fact, by="registry")
    return len(ended)


SCHEDULE = [Turn(lapse_registrations, every=60), Turn(end_stationings, every=60), storing.TURN, keeping.TURN]
