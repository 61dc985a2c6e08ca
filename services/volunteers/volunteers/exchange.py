"""Statements that go to the database together and come back together, by the driver's pipeline.

For the one path on which the number of exchanges decides how many people get through; all others use the session.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from sqlalchemy import Enum
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import class_mapper
from sqlalchemy.sql import ClauseElement

from chassis.copying import driver_of
from chassis.database import EVERYWHERE, SCOPE_BY_HAND, SET_SCOPE, Sessions, row_settings
from chassis.faults import strike

Driver = psycopg.AsyncConnection[Any]
_DIALECT = PGDialect_psycopg()  # type: ignore[no-untyped-call]


class Statement:
    """A statement written out once; what it reads becomes objects of these classes, which no session knows."""

    def __init__(self, statement: ClauseElement, *read: type[Any]) -> None:
        compiled = statement.compile(dialect=_DIALECT)
        self._text, self._fixed = str(compiled), compiled.params
        self._makers = [_maker(cls) for cls in read]

    def given(self, **values: object) -> "Asked":
        """With its parameters."""
        return self, self._fixed | values

    async def send(self, driver: Driver, values: Mapping[str, object]) -> psycopg.AsyncCursor[Any]:
        """Into the pipeline."""
        cursor = driver.cursor()
        await cursor.execute(self._text, values)
        return cursor

    def objects(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """What one row holds: an object a class, or the bare values where there is no class."""
        if not self._makers:
            return tuple(row)
        made, at = [], 0
        for number, maker in self._makers:
            made.append(maker(row[at : at + number]))
            at += number
        return tuple(made)


Asked = tuple[Statement, Mapping[str, object]]
_SCOPE = Statement(SET_SCOPE)


def _maker(cls: type[Any]) -> tuple[int, Callable[[Sequence[Any]], Any]]:
    """How many columns a class takes of a row, and what makes an object of them, as the mapper does when it loads."""
    names = cls.__table__.c.keys()
    kinds = [(each.name, each.type.python_type) for each in cls.__table__.c if isinstance(each.type, Enum)]
    empty = class_mapper(cls).class_manager.new_instance

    def made(values: Sequence[Any]) -> Any:  # noqa: ANN401 - an object of that class
        loaded = empty()
        given = vars(loaded)
        given.update(zip(names, values, strict=True))
        for name, kind in kinds:
            given[name] = None if given[name] is None else kind(given[name])
        return loaded

    return len(names), made


class Exchanges:
    """A transaction of the service itself, seeing every area."""

    def __init__(self, tx: AsyncSession, driver: Driver) -> None:
        self._tx, self._driver = tx, driver
        self._first = [_SCOPE.given(**row_settings({"ranges": (EVERYWHERE,)}))]

    async def ask(self, *asked: Asked) -> list[list[tuple[Any, ...]]]:
        """The rows of each, in that order; each sees what the locks of those before it waited for."""
        async with self._driver.pipeline():
            before, self._first = self._first, []
            for statement, values in before:
                await statement.send(self._driver, values)
            cursors = [await statement.send(self._driver, values) for statement, values in asked]
        answers = zip(asked, cursors, strict=True)
        return [[each[0].objects(row) for row in await cursor.fetchall()] for each, cursor in answers]

    async def commit(self, *asked: Asked) -> None:
        """Does these, and ends the transaction with them.

        Not the session, which would hand the connection to whoever waits for one while it is still in the pipeline.
        """
        connection = await self._tx.connection()
        mine = connection.get_nested_transaction() or connection.get_transaction()
        async with self._driver.pipeline():
            for statement, values in asked:
                await statement.send(self._driver, values)
            strike("before-commit")
            if mine is not None:
                await mine.commit()
        strike("after-commit")


@asynccontextmanager
async def exchanges(sessions: Sessions) -> AsyncIterator[Exchanges]:
    """What is not committed within is rolled back."""
    async with sessions() as tx:
        tx.info[SCOPE_BY_HAND] = True
        yield Exchanges(tx, await driver_of(tx))
