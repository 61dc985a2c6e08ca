"""task barred: who did the first of two steps is not asked for the second, and who else may do it"""

import sqlalchemy as sa
from alembic import op

revision = 'gateway_task_barred'
down_revision = 'gateway_ledger_anchor'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('task', sa.Column('barred_account_id', sa.Uuid(), nullable=True))
    op.add_column('task', sa.Column('stand_in_role', sa.Text(), nullable=True))
