"""Alembic's entry: migrates this service's tables and the chassis's."""

import assessment.main  # noqa: F401 - brings in every stage's tables
from chassis import migrations
from assessment.database import Table

migrations.run("assessment", Table.metadata)
