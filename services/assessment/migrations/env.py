"""Alembic's entry: migrates this service's tables and the chassis's."""

import assessment.main  # noqa: F401 - brings in every stage's tables
from assessment.database import Table
from chassis import migrations

migrations.run("assessment", Table.metadata)
