"""Many rows at once, inside the caller's transaction: in one COPY, or in one statement."""

from collections.abc import AsyncIterable, Iterable, Sequence
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import ARRAY, FromClause, bindparam, column, func, select, text
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.ext.asyncio import AsyncSession


async def driver_of(tx: AsyncSession) -> psycopg.AsyncConnection[Any]:
    """The session's own connection as the driver knows it: what runs on it is part of the transaction."""
    connection: Any = (await (await tx.connection()).get_raw_connection()).driver_connection
    return connection  # type: ignore[no-any-return]


async def copy_rows(tx: AsyncSession, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Appends the rows. A table under row security takes none: copy beside it and insert from there."""
    async with (await driver_of(tx)).cursor() as cursor, cursor.copy(_statement(table, columns)) as copy:
        for row in rows:
            await copy.write_row(row)


async def copy_text(tx: AsyncSession, table: str, columns: Sequence[str], blocks: AsyncIterable[bytes]) -> None:
    """Appends rows that are written in COPY's text format already, as by processes beside this one."""
    async with (await driver_of(tx)).cursor() as cursor, cursor.copy(_statement(table, columns)) as copy:
        async for block in blocks:
            await copy.write(block)


def _statement(table: str, columns: Sequence[str]) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(table), names)


async def lift_limits(tx: AsyncSession) -> None:
    """Takes the time limits of a request from this transaction: a list may be longer than they allow."""
    # The last is unknown to older servers.
    limits = ["statement_timeout", "idle_in_transaction_session_timeout", "transaction_timeout"]
    query = text("select set_config(name, '0', true) from pg_settings where name = any(:limits)")
    await tx.execute(query, {"limits": limits})


def insert_lists(table: FromClause) -> Insert:
    """Inserts rows given as `lists_of` each column: one statement, and the same one however many rows there are.

    For tables without columns that are lists themselves; a default is not filled in.
    """
    given = func.unnest(*(bindparam(each.name, type_=ARRAY(each.type)) for each in table.c))
    rows = given.table_valued(*(column(each.name, each.type) for each in table.c), name="given").render_derived()
    return insert(table).from_select(table.c.keys(), select(rows))  # type: ignore[arg-type]


def lists_of(table: FromClause, rows: Iterable[Sequence[Any]]) -> dict[str, list[Any]]:
    """Rows, one at least, in the order of the table's columns, as what `insert_lists` takes."""
    return dict(zip(table.c.keys(), map(list, zip(*rows, strict=True)), strict=True))
