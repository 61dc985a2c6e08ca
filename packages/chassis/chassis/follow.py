"""Following other services' facts: each takes effect exactly once and in order.

A batch, its effects and the cursor are one transaction. Projections are local copies, rebuilt from zero at any time;
reactions do something, keep their own cursor and are never replayed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

import structlog
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.client import Neighbour
from chassis.clock import wall
from chassis.database import Sessions, system_transaction
from chassis.faults import strike
from chassis.tables import Cursor

log = structlog.get_logger()

BATCH = 500
WAIT = 20.0  # seconds of long poll
RETRY_FIRST, RETRY_MOST = 0.2, 5.0  # seconds between tries of a follower that is stopped


class Heard(BaseModel):
    """What a follower needs of a fact's data: narrow, so that producers may add fields."""

    model_config = ConfigDict(extra="ignore", frozen=True)


@dataclass(frozen=True, slots=True)
class Event:
    """The envelope of one fact as it was heard."""

    id: UUID
    source: str
    type: str
    subject: str
    time: datetime
    seq: int
    actor: str
    area_id: UUID
    scope_key: str

    @classmethod
    def of(cls, raw: dict[str, Any]) -> "Event":
        """From a CloudEvent."""
        return cls(
            id=UUID(raw["id"]),
            source=raw["source"].removeprefix("/"),
            type=raw["type"],
            subject=raw["subject"],
            time=datetime.fromisoformat(raw["time"]),
            seq=raw["sansheseq"],
            actor=raw["sansheactor"],
            area_id=UUID(raw["sanshearea"]),
            scope_key=raw["sanshescope"],
        )


HeardT = TypeVar("HeardT", bound=Heard)
Handler = Callable[[AsyncSession, Any, Event], Awaitable[None]]


@dataclass(slots=True)
class Follower:
    """The handlers of one file (`projections` or `reactions`), by source and fact type."""

    name: str
    replayable: bool
    handlers: dict[str, tuple[type[Heard], Handler]] = field(default_factory=dict)

    def on(
        self, fact_type: str, heard: type[HeardT]
    ) -> Callable[[Callable[[AsyncSession, HeardT, Event], Awaitable[None]]], Handler]:
        """Declares a handler: `async def handler(tx, heard, event)`."""

        def declare(handler: Callable[[AsyncSession, HeardT, Event], Awaitable[None]]) -> Handler:
            if fact_type in self.handlers:
                message = f"{self.name} hears {fact_type} twice"
                raise ValueError(message)
            self.handlers[fact_type] = (heard, handler)
            return handler

        return declare

    def sources(self) -> list[str]:
        """The services whose feeds this follower needs."""
        return sorted({fact_type.split(".", 1)[0] for fact_type in self.handlers})

    def types(self, source: str) -> list[str]:
        """The fact types it hears from one service."""
        return sorted(kind for kind in self.handlers if kind.startswith(f"{source}."))


async def apply(sessions: Sessions, follower: Follower, source: str, events: Sequence[dict[str, Any]]) -> int:
    """Applies a batch once; returns the cursor's new place. Facts at or before the cursor are passed over."""
    async with system_transaction(sessions, at=wall()) as tx:
        cursor = await locked_cursor(tx, follower.name, source)
        reached = cursor.seq
        for raw in events:
            event = Event.of(raw)
            if event.seq <= reached:
                continue
            heard, handler = follower.handlers[event.type]
            tx.info.update(at=event.time, request_id=raw.get("sanshereq", ""))
            await handler(tx, heard.model_validate(raw["data"]), event)
            strike("mid-batch")
            reached = event.seq
        # Set once: a changed cursor would be written before each handler's first statement.
        cursor.seq, cursor.moved_at, cursor.stopped_by = reached, wall(), None
        return reached


async def locked_cursor(tx: AsyncSession, follower: str, source: str) -> Cursor:
    """The cursor, made at zero when new, held until the transaction ends."""
    await tx.execute(insert(Cursor).values(follower=follower, source=source, seq=0).on_conflict_do_nothing())
    query = select(Cursor).where(Cursor.follower == follower, Cursor.source == source)
    return (await tx.scalars(query.with_for_update())).one()


async def place(sessions: Sessions, follower: str, source: str) -> int:
    """How far the follower has come; zero when it never began."""
    async with sessions() as session:
        query = select(Cursor.seq).where(Cursor.follower == follower, Cursor.source == source)
        return await session.scalar(query) or 0


async def _stopped(sessions: Sessions, follower: str, source: str, reason: str) -> None:
    """Writes what stops a follower where the health page shows it."""
    async with system_transaction(sessions, at=wall()) as tx:
        mine = (Cursor.follower == follower, Cursor.source == source)
        await tx.execute(update(Cursor).where(*mine).values(stopped_by=reason[:500]))


async def run(
    sessions: Sessions, follower: Follower, source: str, neighbour: Neighbour, stopping: asyncio.Event
) -> None:
    """Follows one feed for as long as the process lives; what fails is shown, tried again and never passed over."""
    delay = RETRY_FIRST
    while not stopping.is_set():
        try:
            after = await place(sessions, follower.name, source)
            query = {"after": after, "type": follower.types(source), "limit": BATCH, "wait": WAIT}
            events = await neighbour.get("/facts", query, patience=WAIT + 5, tries=1)
            if events:
                await apply(sessions, follower, source, events)
            delay = RETRY_FIRST
        except asyncio.CancelledError:
            raise
        except Exception as failed:  # noqa: BLE001 - whatever it is, the follower waits and tries again
            log.warning("follower waits", follower=follower.name, source=source, reason=repr(failed)[:300])
            await _note(sessions, follower.name, source, failed)
            await asyncio.sleep(delay)
            delay = min(delay * 2, RETRY_MOST)


async def _note(sessions: Sessions, follower: str, source: str, failed: Exception) -> None:
    try:
        await _stopped(sessions, follower, source, repr(failed))
    except Exception as unreachable:  # noqa: BLE001 - the database itself may be what is away
        log.warning("follower state not written", reason=repr(unreachable)[:200])
