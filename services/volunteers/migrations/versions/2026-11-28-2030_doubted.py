"""doubted: hours of a certificate were countered after it was issued"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_doubted'
down_revision = 'volunteers_certificate'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('certificate', sa.Column('doubted_at', sa.DateTime(timezone=True), nullable=True))
