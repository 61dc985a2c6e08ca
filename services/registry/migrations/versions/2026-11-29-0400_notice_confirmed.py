"""notice confirmed: a notice says when what it proposed was decided so, and keeps its words"""

import sqlalchemy as sa
from alembic import op

revision = 'registry_confirmed'
down_revision = 'registry_dismissed'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('notice', sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True))
