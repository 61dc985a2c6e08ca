"""Alembic's entry: migrates this service's tables and the chassis's."""

import projects.main  # noqa: F401 - brings in every stage's tables
from chassis import migrations
from projects.database import Table

migrations.run("projects", Table.metadata)
