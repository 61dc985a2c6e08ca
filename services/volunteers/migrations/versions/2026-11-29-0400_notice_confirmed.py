"""notice confirmed: a notice says when what it proposed was decided so, and keeps its words"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_confirmed'
down_revision = 'volunteers_dismissed'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('notice', sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "update notice set confirmed_at = honour.granted_at from honour"
        " where honour.notice_id = notice.id and honour.granted_at is not null and notice.withdrawn_at is null"
    )
