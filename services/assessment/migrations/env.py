"""Alembic's entry: migrates this service's tables and the procedures' and the chassis's."""

import assessment.main  # noqa: F401 - brings in every stage's tables
from assessment.database import Table
from chassis import migrations
from procedures.tables import ProcedureTable

# What was frozen is never frozen otherwise.
migrations.run("assessment", Table.metadata, ProcedureTable.metadata, append_only=["frozen_card", "frozen_score"])
