"""objections dismissed: a notice that was objected to says so also once everything is answered"""

from alembic import op

from procedures.migrations import dismissed_objections

revision = 'assessment_dismissed'
down_revision = 'assessment_11'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    dismissed_objections()
