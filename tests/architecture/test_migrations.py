"""What the migrations have made is what the models say."""

import importlib
import os
import subprocess
import sys
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

import procedures.migrations  # noqa: F401 - a service that uses one procedure carries the tables of all
from chassis.jobs import JobTable
from chassis.migrations import is_modelled
from chassis.settings import async_url
from chassis.tables import ChassisTable
from conftest import ROOT, app_of
from deploy.local.cluster import ThrowawayCluster
from deploy.local.settings import SERVICES
from procedures.tables import ProcedureTable


@pytest.mark.parametrize("name", SERVICES)
def test_models_and_migrations_agree(name: str, world: dict[str, str]) -> None:
    app_of(name, world)
    own = importlib.import_module(f"{name}.database").Table.metadata
    engine = create_engine(async_url(world[f"{name.upper()}_MIGRATION_URL"]))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": is_modelled})
        carried = [own, ChassisTable.metadata]
        if engine.dialect.has_table(connection, "attachment"):
            carried.append(ProcedureTable.metadata)
        if engine.dialect.has_table(connection, "job"):
            carried.append(JobTable.metadata)
        found: list[Any] = compare_metadata(context, carried)
    engine.dispose()
    assert found == []


# A value for whatever a row must have and the test does not speak of.
ANYTHING = {"uuid": str(uuid4()), "text": "x", "bigint": 0, "integer": 0, "boolean": False, "jsonb": "{}"}
EVERYWHERE = "-c app.lo1= -c app.hi1=~"


def upgrade(name: str, revision: str, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "alembic", "-c", str(ROOT / f"services/{name}/alembic.ini"), "upgrade", revision]
    subprocess.run(command, check=True, env={**os.environ, **environment}, capture_output=True)


def insert(connection: psycopg.Connection[Any], table: str, **said: object) -> None:
    needed = connection.execute(
        "select column_name, data_type from information_schema.columns"
        " where table_name = %s and is_nullable = 'NO' and column_default is null",
        (table,),
    )
    row = {column: ANYTHING.get(kind, "2026-11-01") for column, kind in needed} | said
    names, places = ", ".join(row), ", ".join(["%s"] * len(row))
    connection.execute(f"insert into {table} ({names}) values ({places})", list(row.values()))  # type: ignore[arg-type] # noqa: S608


def test_a_migration_changes_the_rows_that_are_there_though_row_security_binds_the_owner() -> None:
    with ThrowawayCluster(services=("projects",)) as cluster:
        upgrade("projects", "projects_provider_of_record", cluster.env)
        with psycopg.connect(cluster.env["PROJECTS_MIGRATION_URL"], options=EVERYWHERE) as connection:
            notice, place = uuid4(), {"area_id": uuid4(), "scope_key": "441900/"}
            insert(connection, "notice", id=notice, kind="award", closes_at="2026-11-09", objections_waiting=0, **place)
            insert(connection, "objection", id=uuid4(), notice_id=notice, standing="dismissed", **place)
        upgrade("projects", "head", cluster.env)
        with psycopg.connect(cluster.env["PROJECTS_MIGRATION_URL"], options=EVERYWHERE) as connection:
            assert connection.execute("select objections_dismissed from notice").fetchall() == [(1,)]
