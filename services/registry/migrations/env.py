"""Alembic's entry: migrates this service's tables and the chassis's."""

import registry.main  # noqa: F401 - brings in every stage's tables
from chassis import migrations
from chassis.jobs import JobTable
from procedures.tables import ProcedureTable
from registry.database import Table

migrations.run("registry", Table.metadata, ProcedureTable.metadata, JobTable.metadata)
