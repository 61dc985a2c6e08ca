"""objections dismissed: a notice that was objected to says so also once everything is answered"""

from alembic import op

from procedures.migrations import dismissed_objections

revision = 'registry_dismissed'
down_revision = 'registry_lists'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    dismissed_objections()
