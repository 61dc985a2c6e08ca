"""task doable: what waits for its hour says from when it can be done"""

import sqlalchemy as sa
from alembic import op

revision = 'gateway_task_doable'
down_revision = 'gateway_task_barred'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('task', sa.Column('doable_at', sa.DateTime(timezone=True), nullable=True))
