"""What was computed a moment ago is said again until anything is heard or decided that could change it.

A figure follows from the copies, whose cursors move in the same transaction, from surveys, and from the targets, which
are only ever added. So long as none of them has moved, the figures of a day are the same. While facts flow, an answer
is said for a second more, as of when it was last known to hold; a target that is set counts at once.
Of a source that has stopped nobody knows what has happened since: what is made of it is as of when it last moved.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakValueDictionary

from pydantic import BaseModel
from sqlalchemy import BigInteger, Select, Text, cast, func, literal_column, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.reading.anew import BeingMadeAnew, MadeAnew
from assessment.reading.feeds import AREAS, DELIBERATIONS, FOLLOWER, OWN, TELLER
from assessment.reading.model import DeliberationCopy
from assessment.target.model import Target
from chassis.tables import AreaCopy, Cursor, FactRow, LogRow

Known = TypeVar("Known")

MOST = 1024  # of areas, days and figures that are kept at once; the one asked for longest ago goes first
FRESH = 1.0  # seconds for which an answer may be said after it was last known to hold


class Stopped(BaseModel, frozen=True):
    """停下的来源: a neighbour whose facts cannot be followed now, and when the last of them took effect."""

    source: str
    moved_at: datetime | None


class Version(NamedTuple):
    """How far this service has heard each of its neighbours and told itself, and how many targets were set."""

    heard: Mapping[str, object]
    targets: int
    stopped: tuple[Stopped, ...] = ()

    def place(self, source: str) -> int:
        """How far a neighbour's log has been heard."""
        heard = self.heard.get(source)
        return int(heard[0]) if isinstance(heard, tuple) else 0

    def of(self, sources: Collection[str]) -> "Version":
        """Of some sources only; what was computed holds on while a source stands still."""
        return Version({source: self.heard.get(source) for source in sources}, self.targets)

    def stopped_of(self, sources: Collection[str]) -> tuple[Stopped, ...]:
        """Which of those who tell of some sources have stopped."""
        return tuple(each for each in self.stopped if each.source in {TELLER.get(one, one) for one in sources})


class Said(NamedTuple, Generic[Known]):
    """An answer, and when it was last known to hold."""

    answer: Known
    as_of: datetime


@dataclass(slots=True)
class _Entry:
    version: Version
    said: Said[Any]
    held_at: float  # by the clock that only runs on


def _asked() -> Select[Any]:
    told, logged = select(func.max(FactRow.pos)).scalar_subquery(), select(func.max(LogRow.seq)).scalar_subquery()
    targets = select(func.count()).select_from(Target).scalar_subquery()
    behind = (Cursor.seq < MadeAnew.until).label("behind")
    cursor = select(Cursor.source, Cursor.seq, Cursor.moved_at, Cursor.stopped_by, behind)
    cursors = cursor.outerjoin(MadeAnew, MadeAnew.source == Cursor.source)
    heard = cursors.where(Cursor.follower == FOLLOWER).order_by(Cursor.source).subquery()
    areas = select(func.max(AreaCopy.seq)).scalar_subquery()
    met = select(func.max(DeliberationCopy.seq)).scalar_subquery()
    # Copies that were made anew from the facts are other rows, however alike.
    written = select(func.max(cast(cast(literal_column("xmin"), Text), BigInteger))).select_from(AreaCopy)
    numbers = {"told": told, "logged": logged, "targets": targets, "areas": areas, "met": met}
    numbers["written"] = written.scalar_subquery()
    own = select(*(number.label(name) for name, number in numbers.items())).subquery()
    return select(own, heard).select_from(own.outerjoin(heard, true()))


_VERSION = _asked()  # every look begins with it, and making it took as long as asking it


async def version(tx: AsyncSession) -> Version:
    """What answers follow from; the log moves once more for a fact that was committed out of turn.

    Refuses while the copies are made anew: half of them would be said as all.
    """
    rows = (await tx.execute(_VERSION)).all()
    if any(row.behind for row in rows):
        raise BeingMadeAnew
    neighbours: dict[str, object] = {row.source: (row.seq, row.moved_at) for row in rows}
    stopped = tuple(Stopped(source=row.source, moved_at=row.moved_at) for row in rows if row.stopped_by is not None)
    mine = rows[0]
    slow = {AREAS: (mine.areas, mine.written), DELIBERATIONS: mine.met}
    return Version({**neighbours, **slow, OWN: (mine.told, mine.logged)}, mine.targets, stopped)


class Kept:
    """The answers of one process; each process computes its own, and each answer once at a time."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: OrderedDict[object, _Entry] = OrderedDict()
        self._computing: WeakValueDictionary[object, asyncio.Lock] = WeakValueDictionary()

    async def get(
        self,
        key: object,
        at: datetime,
        compute: Callable[[], Awaitable[Known]],
        *,
        now: Version,
        exactly: bool = False,
    ) -> Said[Known]:
        """What was computed under this key, if it still holds or did a moment ago; `key` names area and day.

        `now` is the version of the sources that it is made of; what others are computed from holds `exactly`.
        """
        said: Said[Known] | None = self._holding(key, at, now, FRESH if not exactly else 0.0)
        if said is not None:
            return said
        computing = self._computing.setdefault(key, asyncio.Lock())
        async with computing:
            said = self._holding(key, at, now, FRESH if not exactly else 0.0)
            if said is None:
                begun = time.monotonic()
                said = Said(await compute(), at)
                self._keep(key, _Entry(now, said, begun))
        return said

    def last(self, key: object) -> Any:  # noqa: ANN401 - whatever was computed under the key
        """What was computed last, whether it still holds or not; nothing where nothing was."""
        entry = self._known.get(key)
        return None if entry is None else entry.said.answer

    def _holding(self, key: object, at: datetime, now: Version, fresh: float) -> Said[Any] | None:
        entry = self._known.get(key)
        if entry is None or entry.version.targets != now.targets:
            return None
        if entry.version == now:
            entry.said, entry.held_at = Said(entry.said.answer, at), time.monotonic()
        elif time.monotonic() - entry.held_at >= fresh:
            return None
        self._known.move_to_end(key)
        return entry.said

    def _keep(self, key: object, entry: _Entry) -> None:
        self._known[key] = entry
        self._known.move_to_end(key)
        if len(self._known) > MOST:
            self._known.popitem(last=False)


KEPT = Kept()
