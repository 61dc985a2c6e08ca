"""What happens because time has passed: a service names what it looks for and how often, the worker goes and looks.

Each look is its own transaction or transactions, idempotent, and safe beside other workers; a look that fails is made
up for by the next one. Hence no queue: nothing is remembered between two looks but the rows themselves.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from chassis.clock import wall
from chassis.database import Sessions

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Turn:
    """定时任务: `look` returns how much it found to do; `every` so many seconds."""

    look: Callable[[Sessions, datetime], Awaitable[int]]
    every: float

    @property
    def name(self) -> str:
        """Where the look is written; several services have one that forgets."""
        return f"{self.look.__module__}.{self.look.__name__}"


async def keep_looking(turn: Turn, state: Any) -> None:  # noqa: ANN401 - the app's state
    """Looks for as long as the process lives; what it told is in the log at once."""
    while not state.stopping.is_set():
        try:
            if await turn.look(state.sessions, wall()):
                state.bell.ring()
        except Exception as failed:  # noqa: BLE001 - whatever it is, the next look tries again
            log.warning("turn missed", look=turn.name, reason=repr(failed)[:300])
        await asyncio.sleep(turn.every)
