"""What the migrations have made is what the models say."""

import importlib
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

import procedures.migrations  # noqa: F401 - a service that uses one procedure carries the tables of all
from chassis.jobs import JobTable
from chassis.migrations import is_modelled
from chassis.settings import async_url
from chassis.tables import ChassisTable
from conftest import app_of
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
