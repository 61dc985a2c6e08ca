"""What happens because time has passed: traces that decide nothing any more are deleted."""

import asyncio
from datetime import timedelta

import structlog
from fastapi import FastAPI
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.clock import wall
from chassis.database import system_transaction
from gateway.key.model import KEPT, Revocation
from gateway.phone.model import Challenge, PhoneText
from gateway.session.attempts import KNOWN_FOR
from gateway.session.model import Attempt, Session

log = structlog.get_logger()

EVERY = 600.0  # seconds
# The codes of a day are counted; what is told of sign-ins to the auditor stays in the facts.
CODES_FOR = timedelta(hours=25)
SESSIONS_FOR = timedelta(days=30)


async def sweep(tx: AsyncSession) -> None:
    """Deletes codes, attempts, revocations and sessions that are past."""
    now = wall()
    await tx.execute(delete(Revocation).where(Revocation.at < now - 2 * KEPT))
    await tx.execute(delete(Attempt).where(Attempt.at < now - KNOWN_FOR))
    await tx.execute(delete(Challenge).where(Challenge.made_at < now - CODES_FOR))
    await tx.execute(delete(PhoneText).where(PhoneText.made_at < now - CODES_FOR))
    await tx.execute(delete(Session).where(Session.expires_at < now - SESSIONS_FOR))


async def schedule(app: FastAPI) -> None:
    """Runs for as long as the process lives."""
    state = app.state
    while not state.stopping.is_set():
        try:
            async with system_transaction(state.sessions, at=wall()) as tx:
                await sweep(tx)
        except Exception as failed:  # noqa: BLE001 - the next turn does what this one could not
            log.warning("sweep failed", reason=repr(failed)[:300])
        await asyncio.sleep(EVERY)
