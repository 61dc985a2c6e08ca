"""outside counts: what other systems count, beside our own"""

import sqlalchemy as sa
from alembic import op

from chassis.database import row_security

revision = 'assessment_7'
down_revision = 'assessment_6'

COUNTS = ('accounts', 'active_volunteers', 'cards', 'hours', 'organisations', 'social_workers')


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table(
        'outside_count',
        sa.Column('system', sa.Text(), nullable=False),
        sa.Column('counts', sa.Enum(*COUNTS, name='counts', native_enum=False, length=40), nullable=False),
        sa.Column('value', sa.BigInteger(), nullable=False),
        sa.Column('counted_on', sa.Date(), nullable=False),
        sa.Column('source', sa.Text(), nullable=False),
        sa.Column('entered_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('entered_by', sa.Uuid(), nullable=True),
        sa.Column('state', sa.Enum('entered', 'withdrawn', name='state', native_enum=False, length=40), nullable=False),
        sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('withdrawn_because', sa.Text(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.BigInteger(), nullable=False),
        sa.Column('area_id', sa.Uuid(), nullable=False),
        sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
        sa.CheckConstraint('value >= 0', name=op.f('ck_outside_count_value')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_outside_count')),
    )
    op.create_index('ix_outside_count_scope_key_id', 'outside_count', ['scope_key', 'id'], unique=False)
    op.create_index(
        'uq_outside_count_entered',
        'outside_count',
        ['area_id', 'system', 'counts', 'counted_on'],
        unique=True,
        postgresql_where="state = 'entered'",
    )
    for statement in row_security('outside_count'):
        op.execute(statement)
