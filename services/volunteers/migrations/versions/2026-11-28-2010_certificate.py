"""certificate: asked for, issued by whoever organised, taken back; the register of them"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = 'volunteers_certificate'
down_revision = 'volunteers_vouching'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('certificate',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('issuer_kind', sa.Enum('organisation', 'committee', 'office', name='issuerkind', native_enum=False, length=40), nullable=False),
    sa.Column('state', sa.Enum('requested', 'issued', 'refused', 'revoked', 'replaced', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('to_on', sa.Date(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=True),
    sa.Column('requested_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('minutes', sa.BigInteger(), nullable=True),
    sa.Column('hours_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('issuer_name', sa.Text(), nullable=True),
    sa.Column('said', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('proof', sa.Text(), nullable=True),
    sa.Column('printed_cipher', sa.LargeBinary(), nullable=True),
    sa.Column('issued_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('replaced_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint("(number is null) = (state in ('requested', 'refused')) and (proof is null) = (number is null)", name=op.f('ck_certificate_issued_with_number_and_proof')),
    sa.CheckConstraint('from_on <= to_on', name=op.f('ck_certificate_period_forward')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name=op.f('fk_certificate_volunteer_id_volunteer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificate')),
    sa.UniqueConstraint('number', name=op.f('uq_certificate_number'))
    )
    op.create_index('ix_certificate_account_id_id', 'certificate', ['account_id', 'id'], unique=False)
    op.create_index('ix_certificate_hours_ids', 'certificate', ['hours_ids'], unique=False, postgresql_using='gin')
    op.create_index('ix_certificate_organisation_id_id', 'certificate', ['organisation_id', 'id'], unique=False)
    op.create_index('ix_certificate_scope_key_id', 'certificate', ['scope_key', 'id'], unique=False)
    op.create_index('ix_certificate_volunteer_id', 'certificate', ['volunteer_id'], unique=False)
    op.create_index('uq_certificate_requested', 'certificate', ['person_id', 'issuer_kind', sa.text('coalesce(organisation_id, area_id)')], unique=True, postgresql_where=sa.text("state = 'requested'"))
    for statement in row_security("certificate", organisation=True, owner=True):
        op.execute(statement)
