"""reviewers: for which experts a review waits"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_9'
down_revision = 'projects_8'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('purchase_reviewer',
    sa.Column('purchase_id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchase.id'], name=op.f('fk_purchase_reviewer_purchase_id_purchase')),
    sa.PrimaryKeyConstraint('purchase_id', 'account_id', name=op.f('pk_purchase_reviewer'))
    )
