"""What was computed a moment ago is said again until anything is heard or done that could change it.

A figure follows from the copies, whose cursors move in the same transaction, and from what this service decides itself,
which it tells. So long as no cursor has moved and nothing was told since, the figures of a day are the same.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.tables import Cursor, FactRow, LogRow

Known = TypeVar("Known")
Version = tuple[int | None, datetime | None, int | None, int | None]

MOST = 256  # of areas, days and figures that are kept at once; the one asked for longest ago goes first


async def version(tx: AsyncSession) -> Version:
    """How far this service has heard and told; the log moves once more for a fact that was committed out of turn."""
    told, logged = select(func.max(FactRow.pos)).scalar_subquery(), select(func.max(LogRow.seq)).scalar_subquery()
    row = (await tx.execute(select(func.sum(Cursor.seq), func.max(Cursor.moved_at), told, logged))).one()
    return row[0], row[1], row[2], row[3]


class Kept:
    """The answers of one process; each process computes its own."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: OrderedDict[object, tuple[Version, Any]] = OrderedDict()

    async def get(self, tx: AsyncSession, key: object, compute: Callable[[], Awaitable[Known]]) -> Known:
        """What was computed under this key, if nothing has happened since; `key` names area and day."""
        now = await version(tx)
        was = self._known.get(key)
        if was is not None and was[0] == now:
            self._known.move_to_end(key)
            known: Known = was[1]
            return known
        made = await compute()
        self._known[key] = (now, made)
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return made


KEPT = Kept()
