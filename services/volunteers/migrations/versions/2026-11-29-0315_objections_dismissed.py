"""objections dismissed: a notice that was objected to says so also once everything is answered"""

from alembic import op

from procedures.migrations import dismissed_objections

revision = 'volunteers_dismissed'
down_revision = 'volunteers_lots'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    dismissed_objections()
