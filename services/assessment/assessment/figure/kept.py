"""What was computed a moment ago is said again until anything is heard or decided that could change it.

A figure follows from the copies, whose cursors move in the same transaction, from surveys, and from the targets, which
are only ever added. So long as none of them has moved, the figures of a day are the same. While facts flow, an answer
is said for half a second more, as of when it was last known to hold; a target that is set counts at once.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakValueDictionary

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.target.model import Target
from chassis.tables import Cursor, FactRow, LogRow

Known = TypeVar("Known")

MOST = 1024  # of areas, days and figures that are kept at once; the one asked for longest ago goes first
FRESH = 0.5  # seconds for which an answer may be said after it was last known to hold


class Version(NamedTuple):
    """How far this service has heard and told, and how many targets were set."""

    heard: tuple[int | None, datetime | None, int | None, int | None]
    targets: int


class Said(NamedTuple, Generic[Known]):
    """An answer, and when it was last known to hold."""

    answer: Known
    as_of: datetime


@dataclass(slots=True)
class _Entry:
    version: Version
    said: Said[Any]
    held_at: float  # by the clock that only runs on


async def version(tx: AsyncSession) -> Version:
    """What answers follow from; the log moves once more for a fact that was committed out of turn."""
    told, logged = select(func.max(FactRow.pos)).scalar_subquery(), select(func.max(LogRow.seq)).scalar_subquery()
    targets = select(func.count()).select_from(Target).scalar_subquery()
    row = (await tx.execute(select(func.sum(Cursor.seq), func.max(Cursor.moved_at), told, logged, targets))).one()
    return Version((row[0], row[1], row[2], row[3]), row[4])


class Kept:
    """The answers of one process; each process computes its own, and each answer once at a time."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: OrderedDict[object, _Entry] = OrderedDict()
        self._computing: WeakValueDictionary[object, asyncio.Lock] = WeakValueDictionary()

    async def get(
        self, tx: AsyncSession, key: object, at: datetime, compute: Callable[[], Awaitable[Known]]
    ) -> Said[Known]:
        """What was computed under this key, if it still holds or did a moment ago; `key` names area and day."""
        now = await version(tx)
        said: Said[Known] | None = self._holding(key, at, now)
        if said is not None:
            return said
        computing = self._computing.setdefault(key, asyncio.Lock())
        async with computing:
            said = self._holding(key, at, now)
            if said is None:
                begun = time.monotonic()
                said = Said(await compute(), at)
                self._keep(key, _Entry(now, said, begun))
        return said

    def _holding(self, key: object, at: datetime, now: Version) -> Said[Any] | None:
        entry = self._known.get(key)
        if entry is None or entry.version.targets != now.targets:
            return None
        if entry.version == now:
            entry.said, entry.held_at = Said(entry.said.answer, at), time.monotonic()
        elif time.monotonic() - entry.held_at >= FRESH:
            return None
        self._known.move_to_end(key)
        return entry.said

    def _keep(self, key: object, entry: _Entry) -> None:
        self._known[key] = entry
        self._known.move_to_end(key)
        if len(self._known) > MOST:
            self._known.popitem(last=False)


KEPT = Kept()
