"""raising and narrow copies: how often needs are raised from a place; copies lose what nobody reads"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_3'
down_revision = 'projects_2'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('need_raising',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('place_hash', sa.LargeBinary(), nullable=False),
    sa.Column('raised_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_need_raising'))
    )
    op.create_index('ix_need_raising_place_hash_raised_at', 'need_raising', ['place_hash', 'raised_at'], unique=False)
    op.create_index('ix_need_raising_raised_at', 'need_raising', ['raised_at'], unique=False)
    for column in ('area_id', 'kind', 'category'):
        op.drop_column('organisation_copy', column)
    for column in ('organisation_id', 'level'):
        op.drop_column('social_worker_copy', column)
