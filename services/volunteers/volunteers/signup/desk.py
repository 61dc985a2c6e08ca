"""The sign-up desk of one process: what arrives while one sitting is decided goes together into the next.

Group commit is the exception to one transaction a request: many people want the same places at the same moment.
"""

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

import psycopg
import structlog
from fastapi import FastAPI
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from chassis.problems import Conflict, Unavailable
from volunteers.exchange import Exchanges, exchanges
from volunteers.signup.batch import decide
from volunteers.signup.sitting import Answer, Asked

log = structlog.get_logger()

PAUSE = 0.001  # seconds without a new request after which those who wait are decided
STAY = 0.05  # seconds for which a clerk of a rush stays for those who come next, keeping the connection
CLERKS = 2
CROWD = 20  # who wait before a second clerk begins: for fewer, a sitting of their own costs more than it saves
HELD_UP = 0.1  # seconds after which a clerk may be waiting for somebody's lock: another serves whoever comes
MOST = 200  # requests in one sitting: a long one makes everybody wait
PORTIONS = 8  # in which a sitting's answers are sent: Caddy passes the first ones on while the next are written


class _Waiting(NamedTuple):
    asked: Asked
    answer: "asyncio.Future[Answer]"


class Desk:
    """报名窗口."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._queue: deque[_Waiting] = deque()
        self._clerks: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()  # whose it is calls the next ones up
        self._called = asyncio.Event()
        self._giving: set[asyncio.Task[None]] = set()
        self._called_up_at = 0.0  # time.monotonic
        self._later: asyncio.TimerHandle | None = None  # when it is looked again whether somebody waits unserved
        self._usual = 1  # how many were lately decided together: with as many again, nobody is missing

    async def ask(self, asked: Asked) -> Answer:
        """The answer to one request, in its turn."""
        waiting = _Waiting(asked, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        if len(self._queue) == 1 or len(self._queue) >= self._usual:
            self._called.set()
        self._staff()
        return await waiting.answer

    def _staff(self) -> None:
        """The first clerk where anybody waits, another where a crowd does, or anybody while the first is held up."""
        served = self._clerks and time.monotonic() - self._called_up_at < HELD_UP
        enough = len(self._queue) > (CROWD if served else 0)
        if enough and len(self._clerks) < CLERKS and not self._turn.locked():
            self._called_up_at = time.monotonic()
            self._clerks.add(asyncio.create_task(self._work()))
        elif self._queue and self._later is None:
            self._later = asyncio.get_running_loop().call_later(HELD_UP, self._look_again)

    def _look_again(self) -> None:
        self._later = None
        self._staff()

    async def _work(self) -> None:
        """One clerk decides while the other waits for the database; who comes alone is decided at once."""
        rush = len(self._clerks) > 1
        try:
            while sitting := await self._next(rush=rush):
                await self._sit(sitting)
                rush = bool(self._queue)
        finally:
            # At once, not by a callback: whoever asks next must find that nobody is at work.
            self._clerks.discard(asyncio.current_task())

    async def _sit(self, sitting: Sequence[_Waiting]) -> None:
        """Decides them and, on the same connection, whoever comes next in a rush."""
        try:
            async with exchanges(self._app.state.sessions) as database:
                await self._decide(database, sitting)
                while database.lasts and len(sitting) > 1:
                    sitting = await self._next(rush=True)
                    await self._decide(database, sitting)
        except Exception as failed:  # noqa: BLE001 - whatever it is, each caller gets an answer
            await self._fall_apart(sitting, failed)

    async def _next(self, *, rush: bool) -> list[_Waiting]:
        """Those who are decided next, in a rush together with who still comes in; nobody, once it is over."""
        async with self._turn:
            if rush:
                await self._gather()
            sitting = [self._queue.popleft() for _ in range(min(MOST, len(self._queue)))]
            self._usual = max(len(sitting), self._usual - 1)
            if sitting:
                self._called_up_at = time.monotonic()
        self._staff()
        return sitting

    async def _gather(self) -> None:
        """Until as many are here as usual, or nobody new has come for a moment. One clerk stays, another leaves."""
        if not self._queue and len(self._clerks) == 1:
            await self._call(STAY)
        waiting = 0
        while waiting < len(self._queue) < self._usual:
            waiting = len(self._queue)
            await self._call(PAUSE)

    async def _call(self, patience: float) -> None:
        self._called.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await self._called.wait()

    async def _decide(self, database: Exchanges, sitting: Sequence[_Waiting]) -> None:
        if sitting:
            answers = await decide(database, self._app.state.vault, [each.asked for each in sitting])
            giving = asyncio.create_task(_give(sitting, answers))
            self._giving.add(giving)
            giving.add_done_callback(self._giving.discard)

    async def _fall_apart(self, sitting: Sequence[_Waiting], failed: Exception) -> None:
        """One by one, so that nobody is refused for another's sake."""
        if len(sitting) == 1:
            _fail(sitting[0], failed)
            return
        log.warning("sitting falls apart", size=len(sitting), reason=repr(failed)[:300])
        for each in sitting:
            try:
                async with exchanges(self._app.state.sessions) as database:
                    await self._decide(database, [each])
            except Exception as own:  # noqa: BLE001 - as above
                _fail(each, own)


async def _give(sitting: Sequence[_Waiting], answers: Sequence[Answer]) -> None:
    """While the clerk calls the next ones up."""
    portion = -(-len(sitting) // PORTIONS)
    for place, (each, answer) in enumerate(zip(sitting, answers, strict=True), start=1):
        if not each.answer.done():  # the caller may have gone
            each.answer.set_result(answer)
        if place % portion == 0:
            await asyncio.sleep(0)


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
