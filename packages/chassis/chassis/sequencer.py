"""The one order of a service's facts: newly committed ones are appended to the log and sealed with a hash chain.

It sees only what is committed, so the order has no gaps and no late arrivals. One sequencer at a time holds an
advisory lock; others wait.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import UTC
from typing import Any

import rfc8785
import structlog
from sqlalchemy import delete, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from chassis.bell import Bell
from chassis.copying import insert_lists, lists_of
from chassis.faults import strike
from chassis.tables import Audience, FactRow, LogRow, Unsequenced

log = structlog.get_logger()

LOCK = 0x53414E5348450001  # "SANSHE", 1: the sequencer's advisory lock, one per database
BATCH = 1000
GATHER = 0.1  # seconds between two passes: many commits share one
RUSH, RUSH_GATHER = 25, 0.5  # after so many facts in one pass, those that follow gather longer
SELDOM = 5.0  # seconds after which those look who are rung for
GENESIS = b"\x00" * 32
_FACT, _LOG = FactRow.__table__, LogRow.__table__
_waiting = select(Unsequenced.pos).order_by(Unsequenced.pos).limit(BATCH)
_taken = delete(Unsequenced).where(Unsequenced.pos.in_(_waiting)).returning(Unsequenced.pos).cte("taken")
_TAKE = select(_FACT).join(_taken, _FACT.c.pos == _taken.c.pos).order_by(_FACT.c.pos)
_LAST = select(LogRow.seq, LogRow.hash).order_by(LogRow.seq.desc()).limit(1)
_APPEND = insert_lists(_LOG)


def seal(previous: bytes, row: FactRow | Any) -> bytes:  # noqa: ANN401 - a row of the same columns
    """The hash of a fact chained to the one before it, over canonical JSON (RFC 8785)."""
    content = {
        "id": str(row.id),
        "type": row.type,
        "subject": row.subject,
        "time": row.time.astimezone(UTC).isoformat(),
        "recorded_at": row.recorded_at.astimezone(UTC).isoformat(),
        "actor": row.actor,
        "area_id": str(row.area_id) if row.area_id else None,
        "scope_key": row.scope_key,
        "audience": str(row.audience),
        "request_id": row.request_id,
        "data": row.data,
    }
    return hashlib.sha256(previous + rfc8785.dumps(content)).digest()


async def append_committed(connection: AsyncConnection) -> Sequence[str]:
    """Moves up to one batch of committed facts into the log; returns the type of each."""
    rows = (await connection.execute(_TAKE)).all()
    if not rows:
        return []
    last = (await connection.execute(_LAST)).one_or_none()
    seq, sealed = (last.seq, last.hash) if last else (0, GENESIS)
    entries = []
    for row in rows:
        seq, sealed = seq + 1, seal(sealed, row)
        entries.append((seq, row.id, row.type, Audience(row.audience), sealed))
    await connection.execute(_APPEND, lists_of(_LOG, entries))
    strike("while-sequencing")
    return [row.type for row in rows]


async def run(engine: AsyncEngine, committed: Bell, grown: Bell) -> None:
    """Sequences what `committed` tells of, and rings `grown`, for as long as the process lives."""
    while True:
        try:
            await _hold_and_sequence(engine, committed, grown)
        except (SQLAlchemyError, OSError) as failed:
            log.warning("sequencer interrupted", reason=repr(failed))
            await asyncio.sleep(1)


async def _hold_and_sequence(engine: AsyncEngine, committed: Bell, grown: Bell) -> None:
    async with engine.connect() as holder:
        await holder.execution_options(isolation_level="AUTOCOMMIT")
        while not await holder.scalar(text("select pg_try_advisory_lock(:key)"), {"key": LOCK}):  # noqa: ASYNC110 - the event is in the database
            await asyncio.sleep(1)
        # Here every fact is appended, so that whoever waits for one is rung for and need not look each second: once for
        # what was appended elsewhere until now, and seldom for what a holder before this one had still under way.
        patience, grown.patience = grown.patience, SELDOM
        grown.ring()
        try:
            while True:
                heard = committed.listen()
                async with engine.begin() as connection:
                    moved = await append_committed(connection)
                if moved:
                    grown.ring(set(moved))
                if len(moved) < BATCH:
                    # After a pass what follows may gather; with nothing moved, the next commit is answered at once.
                    pause = RUSH_GATHER if len(moved) >= RUSH else GATHER
                    await (asyncio.sleep(pause) if moved else committed.wait(since=heard))
                await holder.execute(text("select 1"))  # a lost connection has lost the lock: notice it
        finally:
            grown.patience = patience
            grown.ring()
            # Cancelled or lost while it waited for an answer, the connection is closed, and its lock gone with it.
            if not holder.invalidated:
                await holder.execute(text("select pg_advisory_unlock(:key)"), {"key": LOCK})


async def first_broken(connection: AsyncConnection) -> str | None:
    """Recomputes the chain; names the first altered, missing or swapped row, or answers None."""
    previous, expected = GENESIS, 1
    query = select(_LOG.c.seq, _LOG.c.hash, _FACT).outerjoin(_FACT, _FACT.c.id == _LOG.c.fact_id).order_by(_LOG.c.seq)
    async with connection.stream(query) as rows:
        async for row in rows:
            if row.seq != expected:
                return f"seq {expected}: missing"
            if row.id is None:
                return f"seq {row.seq}: fact missing"
            previous = seal(previous, row)
            if previous != row.hash:
                return f"seq {row.seq}: altered"
            expected += 1
    lost = await connection.scalar(
        select(_FACT.c.pos).where(
            ~select(_LOG.c.seq).where(_LOG.c.fact_id == _FACT.c.id).exists(),
            ~select(Unsequenced.pos).where(Unsequenced.pos == _FACT.c.pos).exists(),
        )
    )
    return f"fact at position {lost}: not in the log" if lost is not None else None
