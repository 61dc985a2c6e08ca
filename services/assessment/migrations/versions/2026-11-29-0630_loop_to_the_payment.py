"""loop to the payment: contracts, acceptances and payments wait and are done, too

Those that are told from now on; the earlier ones are known once the readings are made anew.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = 'assessment_loop_to_the_payment'
down_revision = 'assessment_records_of_a_period'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table(
        'stage_copy',
        sa.Column('kind', sa.Text(), nullable=False),
        sa.Column('project_id', sa.Uuid(), nullable=False),
        sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column('begun_on', sa.Date(), nullable=False),
        sa.Column('done_on', sa.Date(), nullable=True),
        sa.Column('left_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('area_id', sa.Uuid(), nullable=False),
        sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
        sa.Column('seq', sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_stage_copy')),
    )
    op.create_index('ix_stage_copy_scope_key_id', 'stage_copy', ['scope_key', 'id'], unique=False)
    for statement in row_security('stage_copy'):
        op.execute(statement)
