"""A bell inside one process: rung after a commit and after sequencing, so that nobody waits for a clock."""

import asyncio
from collections.abc import Collection
from contextlib import suppress
from weakref import WeakKeyDictionary

COMMITTED = "committed"


class Bell:
    """Waiters wake when it rings for them, or after their patience: what another process did is seen then.

    Who knows that no other process does what is waited for may lengthen the patience.

    NOTIFY would wake them across processes, but it takes a database-wide lock at commit and so ends group commit.
    """

    def __init__(self, patience: float) -> None:
        self.patience = patience
        # Each listener's own, and the kinds that it wakes for, none meaning all; who has gone is forgotten.
        self._listening: WeakKeyDictionary[asyncio.Event, frozenset[str]] = WeakKeyDictionary()

    def ring(self, kinds: Collection[str] = ()) -> None:
        """Wakes everyone who waits now, or those alone who listen for one of these kinds."""
        for event, wanted in list(self._listening.items()):
            if not kinds or not wanted or not wanted.isdisjoint(kinds):
                event.set()
                del self._listening[event]

    def listen(self, kinds: Collection[str] = ()) -> asyncio.Event:
        """Taken before one looks, and given to `wait`: what rings meanwhile is not slept over."""
        event = asyncio.Event()
        self._listening[event] = frozenset(kinds)
        return event

    async def wait(self, patience: float | None = None, *, since: asyncio.Event | None = None) -> None:
        """Until the next ring (since one began to listen), or `patience` seconds."""
        rung = since or self.listen()
        # Not wait_for: on Python 3.11 it swallows a cancellation that comes together with the ring, as at a stop.
        with suppress(TimeoutError):
            async with asyncio.timeout(patience if patience is not None else self.patience):
                await rung.wait()
