"""notice confirmed: a notice says when what it proposed was decided so, and keeps its words"""

from alembic import op

from procedures.migrations import confirmed_notices

revision = 'projects_confirmed'
down_revision = 'projects_dismissed'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    confirmed_notices()
    op.execute(
        "update notice set confirmed_at = purchase.awarded_at from purchase"
        " where purchase.notice_id = notice.id and purchase.state = 'awarded' and notice.withdrawn_at is null"
    )
