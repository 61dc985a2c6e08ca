"""city lists: rows that arrive carry the fact that tells of them"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = 'volunteers_city_lists'
down_revision = 'volunteers_sampling'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('arriving_volunteer', sa.Column('fact_id', sa.Uuid(), nullable=True))
    op.add_column('arriving_volunteer', sa.Column('fact', postgresql.JSONB(), nullable=True))
