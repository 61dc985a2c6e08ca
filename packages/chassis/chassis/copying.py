"""Many rows in one COPY, inside the caller's transaction."""

from collections.abc import AsyncIterable, Iterable, Sequence
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import text
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
    for limit in ("statement_timeout", "idle_in_transaction_session_timeout", "transaction_timeout"):
        # The last is unknown to older servers.
        query = text("select set_config(name, '0', true) from pg_settings where name = :name")
        await tx.execute(query, {"name": limit})
