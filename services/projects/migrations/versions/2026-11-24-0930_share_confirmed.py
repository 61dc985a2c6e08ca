"""share confirmed: who confirmed the share of a payment that two people decided"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_6'
down_revision = 'projects_5'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('payment', sa.Column('confirmed_by', sa.Uuid(), nullable=True))
