"""What happens in the registry because time passed: registrations of social workers run out."""

import asyncio

import structlog
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from chassis import clock, facts
from chassis.database import Sessions, system_transaction
from registry.social_worker import rules
from registry.social_worker.model import SocialWorker, State

log = structlog.get_logger()

EVERY = 60.0  # seconds between two looks
BATCH = 200


async def lapse_registrations(sessions: Sessions) -> int:
    """Tells the lapse of each registration whose validity has ended; several workers never tell one twice."""
    now = clock.wall()
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


async def watch_registrations(app: FastAPI) -> None:
    """Looks once a minute for as long as the process lives."""
    while True:
        try:
            if await lapse_registrations(app.state.sessions):
                app.state.bell.ring()
        except (SQLAlchemyError, OSError) as failed:
            log.warning("registrations not looked at", reason=repr(failed)[:200])
        await asyncio.sleep(EVERY)
