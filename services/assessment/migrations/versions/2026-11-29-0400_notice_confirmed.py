"""notice confirmed: a notice says when what it proposed was decided so, and keeps its words"""

from alembic import op

from procedures.migrations import confirmed_notices

revision = 'assessment_confirmed'
down_revision = 'assessment_dismissed'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    confirmed_notices()
