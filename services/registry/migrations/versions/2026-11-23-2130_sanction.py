"""sanction: suspension and bar as dated rows; an organisation's credit code, registration and revocation"""

import sqlalchemy as sa
from alembic import op

from chassis.database import row_security

revision = 'registry_4'
down_revision = 'registry_3'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('organisation', sa.Column('registered_on', sa.Date(), nullable=True))
    op.add_column('organisation', sa.Column('uscc', sa.Text(), nullable=True))
    op.add_column('organisation', sa.Column('revoked_on', sa.Date(), nullable=True))
    for column in ('revoked_ground', 'revoked_because', 'revoked_by_document'):
        op.add_column('organisation', sa.Column(column, sa.Text(), nullable=True))
    op.create_unique_constraint(op.f('uq_organisation_uscc'), 'organisation', ['uscc'])
    op.create_table('sanction',
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('measure', sa.Enum('suspension', 'bar', 'revocation', name='measure', native_enum=False, length=40), nullable=False),
    sa.Column('ground', sa.Text(), nullable=False),
    sa.Column('article', sa.Text(), nullable=False),
    sa.Column('document', sa.Text(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('imposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('imposed_by', sa.Uuid(), nullable=True),
    sa.Column('lifted_on', sa.Date(), nullable=True),
    sa.Column('lifted_by', sa.Uuid(), nullable=True),
    sa.Column('lifted_because', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('ends_on > starts_on', name=op.f('ck_sanction_days')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_sanction_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sanction'))
    )
    op.create_index('ix_sanction_scope_key_id', 'sanction', ['scope_key', 'id'], unique=False)
    op.create_index(op.f('ix_sanction_organisation_id'), 'sanction', ['organisation_id'], unique=False)
    for statement in row_security("sanction", organisation=True):
        op.execute(statement)
