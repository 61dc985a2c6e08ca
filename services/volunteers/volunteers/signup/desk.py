"""The sign-up desk of one process: what arrives while one sitting is decided goes together into the next.

Group commit is the exception to one transaction a request: many people want the same places at the same moment.
"""

import asyncio
from collections import deque
from typing import NamedTuple

import psycopg
import structlog
from fastapi import FastAPI
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from chassis.problems import Conflict, Unavailable
from volunteers.signup.batch import decide
from volunteers.signup.sitting import Answer, Asked

log = structlog.get_logger()

PAUSE = 0.001  # seconds without a new request after which those who wait are decided
CLERKS = 2
MOST = 200  # requests in one sitting: a long one makes everybody wait


class _Waiting(NamedTuple):
    asked: Asked
    answer: "asyncio.Future[Answer]"


class Desk:
    """报名窗口."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._queue: deque[_Waiting] = deque()
        self._clerks: set[asyncio.Task[None]] = set()

    async def ask(self, asked: Asked) -> Answer:
        """The answer to one request, in its turn."""
        waiting = _Waiting(asked, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        if len(self._clerks) < CLERKS:
            self._clerks.add(asyncio.create_task(self._work()))
        return await waiting.answer

    async def _work(self) -> None:
        """One clerk decides while the other waits for the database; who comes alone is decided at once."""
        rush = len(self._clerks) > 1
        while self._queue:
            if rush:
                await self._gather()
            sitting = [self._queue.popleft() for _ in range(min(MOST, len(self._queue)))]
            if sitting:
                await self._decide(sitting)
            rush = True
        # At once, not by a callback: whoever asks next must find that nobody is at work.
        self._clerks.discard(asyncio.current_task())

    async def _gather(self) -> None:
        """While others still come in: in a rush they share a sitting."""
        waiting = -1
        while waiting < len(self._queue) < MOST:
            waiting = len(self._queue)
            await asyncio.sleep(PAUSE)

    async def _decide(self, sitting: list[_Waiting]) -> None:
        """Together; if that fails, one by one, so that nobody is refused for another's sake."""
        state = self._app.state
        try:
            answers = await decide(state.sessions, state.vault, [each.asked for each in sitting])
        except Exception as failed:  # noqa: BLE001 - whatever it is, each caller gets an answer
            if len(sitting) > 1:
                log.warning("sitting falls apart", size=len(sitting), reason=repr(failed)[:300])
                for each in sitting:
                    await self._decide([each])
                return
            _fail(sitting[0], failed)
        else:
            for each, answer in zip(sitting, answers, strict=True):
                if not each.answer.done():  # the caller may have gone
                    each.answer.set_result(answer)


def _fail(waiting: _Waiting, failed: Exception) -> None:
    """A last belt that held, or a database that is away, is a refusal; anything else is a bug and stays one."""
    if waiting.answer.done():
        return
    if isinstance(failed, (IntegrityError, psycopg.IntegrityError)):
        waiting.answer.set_result(Conflict())
    elif isinstance(failed, (OperationalError, psycopg.OperationalError, PoolTimeout)):
        waiting.answer.set_result(Unavailable())
    else:
        waiting.answer.set_exception(failed)
