"""clients: other systems with a secret of their own"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = 'gateway_7'
down_revision = 'gateway_6'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('client',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('state', sa.Enum('active', 'disabled', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('sid', sa.Uuid(), nullable=False),
    sa.Column('secret_hash', sa.LargeBinary(), nullable=False),
    sa.Column('secret_set_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('former_secret_hash', sa.LargeBinary(), nullable=True),
    sa.Column('former_secret_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('scopes', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('networks', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_by', sa.Uuid(), nullable=True),
    sa.Column('permitted_by', sa.Uuid(), nullable=True),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('disabled_because', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_client'))
    )
    op.create_index('ix_client_scope_key_id', 'client', ['scope_key', 'id'])
    for statement in row_security('client'):
        op.execute(statement)
