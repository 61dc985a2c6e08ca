"""lots: rows that arrive are found by the lot they came with, however many others have come and gone before them"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_lots'
down_revision = 'volunteers_alike'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('arriving_volunteer', sa.Column('lot', sa.Uuid(), nullable=True))
    op.create_index('ix_arriving_volunteer_lot_id', 'arriving_volunteer', ['lot', 'id'])
