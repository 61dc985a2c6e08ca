"""Alembic's entry: migrates this service's tables and the chassis's."""

import volunteers.main  # noqa: F401 - brings in every stage's tables
from chassis import migrations
from chassis.jobs import JobTable
from procedures.tables import ProcedureTable
from volunteers.database import Table

CARRIED = (JobTable.metadata, ProcedureTable.metadata)
migrations.run("volunteers", Table.metadata, *CARRIED, append_only=["hours_seal", "ledger_page"])
