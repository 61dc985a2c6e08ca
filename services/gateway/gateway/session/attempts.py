"""Attempts to sign in, written before they are decided and in transactions of their own, since a refusal rolls back."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.clock import day, wall
from chassis.database import Sessions, new_id, system_transaction
from gateway.dated import SignInRule
from gateway.facts import SignInFailed
from gateway.identity.model import city
from gateway.session.model import Attempt, Method, Outcome
from gateway.session.rules import Recent, TooManyAttempts, Visitor, must_refuse, must_wait

# Longer than any attempt takes to be decided: one pending for longer belonged to a process that died.
DECIDED_WITHIN = timedelta(seconds=20)
KNOWN_FOR = timedelta(days=30)
PAUSES = [min(0.05 * 1.4**look, 0.6) for look in range(16)]  # seconds; about seven in all


async def begin(sessions: Sessions, name_hash: bytes, visitor: Visitor, *, method: Method = Method.PASSWORD) -> UUID:
    """Takes a place among the attempts that are borne, waiting for those still being decided; returns its id."""
    limits = SignInRule.on(day(wall())).attempts
    for pause in PAUSES:
        async with system_transaction(sessions, at=wall()) as tx:
            recent = await _recent(tx, name_hash, visitor.network, timedelta(minutes=limits.window_minutes))
            if must_refuse(recent, limits):
                break
            if not must_wait(recent, limits):
                return await _placed(tx, name_hash, visitor.network)
        await asyncio.sleep(pause)
    async with system_transaction(sessions, at=wall()) as tx:
        await tell_failure(tx, new_id(), None, method=method, because="too-many-attempts", visitor=visitor)
    raise TooManyAttempts


async def fail(
    sessions: Sessions,
    attempt: UUID,
    account_id: UUID | None,
    *,
    because: str,
    visitor: Visitor,
    method: Method = Method.PASSWORD,
) -> None:
    """Decides against an attempt, and lets the auditor know."""
    async with system_transaction(sessions, at=wall()) as tx:
        await _decide(tx, attempt, Outcome.FAILED)
        await tell_failure(tx, attempt, account_id, method=method, because=because, visitor=visitor)


async def forget(sessions: Sessions, attempt: UUID) -> None:
    """Takes back an attempt that was not judged."""
    async with system_transaction(sessions, at=wall()) as tx:
        await tx.execute(delete(Attempt).where(Attempt.id == attempt))


async def succeed(tx: AsyncSession, attempt: UUID) -> None:
    """Decides for an attempt, in the transaction of what it opened."""
    await _decide(tx, attempt, Outcome.SUCCEEDED)


async def _decide(tx: AsyncSession, attempt: UUID, outcome: Outcome) -> None:
    await tx.execute(update(Attempt).where(Attempt.id == attempt).values(outcome=outcome))


async def tell_failure(
    tx: AsyncSession, attempt: UUID, account_id: UUID | None, *, method: Method, because: str, visitor: Visitor
) -> None:
    """The auditor's row of a refused sign-in; it lies in the city, as the account may be nobody's."""
    where = await city(tx)
    fact = SignInFailed(
        attempt_id=attempt,
        account_id=account_id,
        method=method,
        because=because,
        network=visitor.network,
        area_id=where.id,
        scope_key=where.scope_key,
    )
    await facts.tell(tx, fact, by=str(account_id or "resident"))


async def _placed(tx: AsyncSession, name_hash: bytes, network: str) -> UUID:
    attempt = Attempt(id=new_id(), name_hash=name_hash, network=network, at=wall(), outcome=Outcome.PENDING)
    tx.add(attempt)
    await tx.flush()
    return attempt.id


async def _recent(tx: AsyncSession, name_hash: bytes, network: str, window: timedelta) -> Recent:
    """What has been tried within the window; attempts on one name are counted one after another."""
    await tx.execute(select(func.pg_advisory_xact_lock(int.from_bytes(name_hash[:8], signed=True))))
    now = wall()
    named, here = Attempt.name_hash == name_hash, Attempt.network == network
    success = await _last_success(tx, name_hash, network, now)
    failed = (Attempt.outcome == Outcome.FAILED) | (
        (Attempt.outcome == Outcome.PENDING) & (Attempt.at <= now - DECIDED_WITHIN)
    )
    pending = (Attempt.outcome == Outcome.PENDING) & (Attempt.at > now - DECIDED_WITHIN)
    lately = Attempt.at > now - window
    since = max(success, now - window) if success else now - window
    counts = await tx.execute(
        select(
            func.count().filter(named, here, failed, Attempt.at > since),
            func.count().filter(named, here, pending),
            func.count().filter(named, failed),
            func.count().filter(here, failed),
        ).where(lately, named | here)
    )
    failed_here, pending_here, account, anywhere = counts.one()
    return Recent(failed_here, pending_here, account, anywhere, known_here=success is not None)


async def _last_success(tx: AsyncSession, name_hash: bytes, network: str, now: datetime) -> datetime | None:
    query = select(func.max(Attempt.at)).where(
        Attempt.name_hash == name_hash,
        Attempt.network == network,
        Attempt.outcome == Outcome.SUCCEEDED,
        Attempt.at > now - KNOWN_FOR,
    )
    return await tx.scalar(query)
