"""Alembic's entry: migrates this service's tables and the procedures' and the chassis's."""

import projects.main  # noqa: F401 - brings in every stage's tables
from chassis import migrations
from procedures.tables import ProcedureTable
from projects.database import Table

# What was posted is never posted otherwise.
migrations.run("projects", Table.metadata, ProcedureTable.metadata, append_only=["transfer"])
