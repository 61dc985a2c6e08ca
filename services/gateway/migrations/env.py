"""Alembic's entry: migrates this service's tables and the chassis's."""

import gateway.main  # noqa: F401 - brings in every stage's tables
from chassis import migrations
from gateway.database import Table

migrations.run("gateway", Table.metadata, append_only=["ledger_anchor"])
