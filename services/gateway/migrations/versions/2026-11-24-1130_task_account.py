"""task account: a to-do may wait for one holder of the role alone"""

import sqlalchemy as sa
from alembic import op

revision = 'gateway_6'
down_revision = 'gateway_5'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('task', sa.Column('account_id', sa.Uuid(), nullable=True))
