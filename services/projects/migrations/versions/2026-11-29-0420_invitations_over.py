"""invitations over: whoever was invited to bid is asked until the deadline"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_invitations_over'
down_revision = 'projects_what_waits'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('purchase', sa.Column('invitations_over', sa.Boolean(), server_default='false', nullable=False))
    op.alter_column('purchase', 'invitations_over', server_default=None)
