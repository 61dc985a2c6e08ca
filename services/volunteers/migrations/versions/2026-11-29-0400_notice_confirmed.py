"""notice confirmed: a notice says when what it proposed was decided so, and keeps its words"""

from alembic import op

from procedures.migrations import confirmed_notices

revision = 'volunteers_confirmed'
down_revision = 'volunteers_dismissed'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    confirmed_notices()
    op.execute(
        "update notice set confirmed_at = honour.granted_at from honour"
        " where honour.notice_id = notice.id and honour.granted_at is not null and notice.withdrawn_at is null"
    )
