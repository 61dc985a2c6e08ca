"""panel dropped: who has left the panel of a purchase stays known to it"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_7'
down_revision = 'projects_6'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('panelist', sa.Column('dropped_at', sa.DateTime(timezone=True), nullable=True))
