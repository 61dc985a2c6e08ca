"""Migrating one service's database: as its owner, with limits that cannot hang a deploy, then granting the app role."""

import os
from collections.abc import Sequence
from typing import Any

from alembic import context
from sqlalchemy import Connection, MetaData, create_engine, text

from chassis.settings import async_url
from chassis.tables import ChassisTable

# The job queue's own tables have no model here.
NOT_MODELLED = "procrastinate_"
# Facts and their log are append-only for the service itself too: no update, no delete.
APPEND_ONLY = ("fact", "log")


def is_modelled(_thing: Any, name: str | None, kind: str, *_others: Any) -> bool:  # noqa: ANN401 - Alembic's own
    """What autogenerate compares with the models."""
    return kind != "table" or not (name or "").startswith(NOT_MODELLED)


def _grant(connection: Connection, app_role: str, append_only: Sequence[str]) -> None:
    """What the app role may do: rows of every table, but nothing that changes history."""
    connection.execute(text(f'grant usage on schema public to "{app_role}"'))
    connection.execute(text(f'grant select, insert, update, delete on all tables in schema public to "{app_role}"'))
    connection.execute(text(f'grant usage, select on all sequences in schema public to "{app_role}"'))
    for table in append_only:
        connection.execute(text(f'revoke update, delete on {table} from "{app_role}"'))
    connection.execute(text(f'revoke insert, update, delete on alembic_version from "{app_role}"'))


def run(service: str, *metadata: MetaData, append_only: Sequence[str] = ()) -> None:
    """Called by each service's `migrations/env.py` with the tables that it carries beside the chassis's."""
    url = os.environ[f"{service.upper()}_MIGRATION_URL"]
    engine = create_engine(async_url(url))
    with engine.connect() as connection:
        connection.execute(text("set lock_timeout = '5s'; set statement_timeout = '10min'"))
        # Row security holds for the owner too: without a range, what is changed in rows would change none.
        connection.execute(text("select set_config('app.lo1', '', false), set_config('app.hi1', '~', false)"))
        connection.commit()
        context.configure(
            connection=connection,
            target_metadata=[*metadata, ChassisTable.metadata],
            compare_type=True,
            include_object=is_modelled,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
        if connection.scalar(text("select to_regclass('fact')")) is not None:
            _grant(
                connection, (engine.url.username or "").removesuffix("_owner") + "_app", [*APPEND_ONLY, *append_only]
            )
        connection.commit()
    engine.dispose()
