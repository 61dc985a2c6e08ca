"""A bell inside one process: rung after a commit and after sequencing, so that nobody waits for a clock."""

import asyncio
from contextlib import suppress


class Bell:
    """Waiters wake when it rings, or after their patience: what another process did is seen then.

    NOTIFY would wake them across processes, but it takes a database-wide lock at commit and so ends group commit.
    """

    def __init__(self, patience: float) -> None:
        self.patience = patience
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wakes everyone who waits now."""
        self._event.set()
        self._event = asyncio.Event()

    def listen(self) -> asyncio.Event:
        """Taken before one looks, and given to `wait`: what rings meanwhile is not slept over."""
        return self._event

    async def wait(self, patience: float | None = None, *, since: asyncio.Event | None = None) -> None:
        """Until the next ring (since one began to listen), or `patience` seconds."""
        rung = since or self._event
        # Not wait_for: on Python 3.11 it swallows a cancellation that comes together with the ring, as at a stop.
        with suppress(TimeoutError):
            async with asyncio.timeout(patience if patience is not None else self.patience):
                await rung.wait()
