"""Statements that go to the database together and come back together: one wait, however many there are.

For the one path on which the number of exchanges decides how many people get through; all others use the session. The
driver's own pipeline waits once for each statement that it sends, which took a fifth of a sign-up.
"""

from collections.abc import AsyncIterator, Generator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from psycopg import pq
from psycopg.adapt import Transformer
from psycopg.errors import InvalidSqlStatementName, error_from_result
from psycopg.pq.abc import PGconn, PGresult
from psycopg.waiting import Ready, Wait
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncTransaction

from chassis.copying import driver_of
from chassis.database import EVERYWHERE, SCOPE_BY_HAND, SET_SCOPE, Sessions, row_settings
from chassis.faults import strike
from volunteers.statement import Asked, Statement

Driver = psycopg.AsyncConnection[Any]
_DONE = (pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK)
_NUMBERS = count(1)
# The statements that each connection has been told, and what they are called there.
_told: "WeakKeyDictionary[Driver, dict[Statement, bytes]]" = WeakKeyDictionary()
# What is asked for stands under keys, and few: a plan made while a table was small would read all of it in every rush.
# Without a generic plan each sitting is planned anew, since a list's length is part of what a plan is said to cost.
_PLANNING = {
    "enable_seqscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "plan_cache_mode": "force_generic_plan",
}
_BY_KEY = Statement(select(*(func.set_config(name, to, text("true")) for name, to in _PLANNING.items()))).given()
_SEES_ALL = Statement(SET_SCOPE).given(**row_settings({"ranges": (EVERYWHERE,)}))


class Exchanges:
    """A connection for one transaction of the service itself after the other, each seeing every area."""

    def __init__(self, driver: Driver, within: AsyncTransaction | None) -> None:
        self._driver, self._within = driver, within
        # Within a transaction of somebody else, as a test's, nothing is known to stay.
        self._names = _told.setdefault(driver, {}) if within is None else {}
        self._begun = False

    @property
    def lasts(self) -> bool:
        """Whether another transaction may follow; within somebody else's there is one."""
        return self._within is None

    async def ask(self, *asked: Asked) -> list[list[tuple[Any, ...]]]:
        """The rows of each, in that order; each sees what the locks of those before it waited for."""
        before = [] if self._begun else [_SEES_ALL, _BY_KEY]
        self._begun = True
        together = [*before, *asked]
        try:
            results = await _exchanged(self._driver, self._names, together)
        except InvalidSqlStatementName:
            if not before:
                raise
            # The driver makes the server forget all statements after a rollback of anybody's.
            self._names.clear()
            await self._driver.rollback()
            results = await _exchanged(self._driver, self._names, together)
        answers = zip(asked, results[len(before) :], strict=True)
        return [self._objects(statement, result) for (statement, _), result in answers]

    def _objects(self, statement: Statement, result: PGresult) -> list[tuple[Any, ...]]:
        read = Transformer(self._driver)
        read.set_pgresult(result)
        return read.load_rows(0, result.ntuples, statement.objects)

    async def commit(self, asked: Iterable[Asked]) -> None:
        """Does these, and ends the transaction with them: the session would take an exchange of its own for it.

        Each is begun as soon as it is known: the database works on one while the next is thought of.
        """
        await _exchanged(self._driver, self._names, asked, ends=self._within is None)
        if self._within is not None:
            await self._within.commit()
        self._begun = False
        strike("after-commit")


async def _exchanged(
    driver: Driver, names: dict[Statement, bytes], asked: Iterable[Asked], *, ends: bool = False
) -> list[PGresult]:
    """Sends all without waiting, with the transaction's begin or end; the results, or the first refusal raised."""
    server = driver.pgconn
    sent, whole = _Sent(server, names), False
    server.enter_pipeline_mode()
    try:
        accident = sent.out(asked, ends=ends)
        server.pipeline_sync()
        results = await driver.wait(_results(server))
        whole = True
    finally:
        if whole:
            server.exit_pipeline_mode()
        else:
            server.finish()  # what is still under way cannot be told from what comes next
    names.update(sent.learned(results))
    if accident is not None:
        raise accident
    for result in results:
        if result.status not in _DONE:
            raise error_from_result(result)
    return sent.answers(results)


class _Sent:
    """What has gone out in one exchange, and which of the results to come is of what."""

    def __init__(self, server: PGconn, names: Mapping[Statement, bytes]) -> None:
        self._server, self._known = server, dict(names)
        self._told: dict[int, Statement] = {}  # the results that say that a statement is known now
        self._answers: list[int] = []
        self._place = count()

    def out(self, asked: Iterable[Asked], *, ends: bool) -> Exception | None:
        """Each at once, so that the database is at work while the next is thought of; an accident in thinking."""
        if self._server.transaction_status == pq.TransactionStatus.IDLE:
            self._bare(b"begin")
        try:
            for statement, values in asked:
                self._one(statement, values)
        except Exception as failed:  # noqa: BLE001 - what was sent is waited for, and left to whoever rolls it back
            return failed
        if ends:
            strike("before-commit")
            self._bare(b"commit")
        return None

    def learned(self, results: Sequence[PGresult]) -> dict[Statement, bytes]:
        """The statements that are known once and for all, whatever becomes of the transaction."""
        done = (at for at, result in enumerate(results) if result.status in _DONE)
        return {self._told[at]: self._known[self._told[at]] for at in done if at in self._told}

    def answers(self, results: Sequence[PGresult]) -> list[PGresult]:
        """What was asked for."""
        return [results[at] for at in self._answers]

    def _bare(self, text: bytes) -> None:
        self._server.send_query_params(text, None)
        next(self._place)

    def _one(self, statement: Statement, values: Mapping[str, object]) -> None:
        """A statement that is not known is told first."""
        if statement not in self._known:
            self._known[statement] = f"sanshe_{next(_NUMBERS)}".encode()
            self._told[next(self._place)] = statement
            self._server.send_prepare(self._known[statement], statement.text)
        self._answers.append(next(self._place))
        self._server.send_query_prepared(self._known[statement], statement.parameters(values))
        self._server.flush()


def _results(server: PGconn) -> Generator[Wait, Ready | int, list[PGresult]]:
    """What came back until everything that was sent is done."""
    while server.flush():
        if (yield Wait.RW) & Ready.R:
            server.consume_input()
    results: list[PGresult] = []
    while True:
        while server.is_busy():
            if (yield Wait.R):
                server.consume_input()
        result = server.get_result()
        if result is None:
            if server.status != pq.ConnStatus.OK:
                raise psycopg.OperationalError(server.get_error_message())
        elif result.status == pq.ExecStatus.PIPELINE_SYNC:
            return results
        else:
            results.append(result)


@asynccontextmanager
async def exchanges(sessions: Sessions) -> AsyncIterator[Exchanges]:
    """A connection of the pool; what is not committed within is rolled back."""
    async with sessions() as tx:
        tx.info[SCOPE_BY_HAND] = True
        within = (await tx.connection()).get_nested_transaction()
        yield Exchanges(await driver_of(tx), within)
