"""lists: the jobs that take organisations and social workers in and out"""

from alembic import op

from chassis import job_tables

revision = 'registry_lists'
down_revision = 'registry_7'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    job_tables.create()
