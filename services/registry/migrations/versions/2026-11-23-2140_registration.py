"""registration: applications and their decision; certificate, representative and past states of an organisation"""

import sqlalchemy as sa
from alembic import op

from chassis.database import row_security

revision = 'registry_5'
down_revision = 'registry_4'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    for column in ('authority_code', 'certificate_number', 'business_scope', 'liquidation'):
        op.add_column('organisation', sa.Column(column, sa.Text(), nullable=True))
    op.add_column('organisation', sa.Column('certificate_valid_to', sa.Date(), nullable=True))
    op.add_column('organisation', sa.Column('representative_cipher', sa.LargeBinary(), nullable=True))
    op.add_column('organisation', sa.Column('representative_id', sa.Uuid(), nullable=True))
    op.create_unique_constraint(op.f('uq_organisation_certificate_number'), 'organisation', ['certificate_number'])
    op.create_check_constraint(op.f('ck_organisation_code_of_registered'), 'organisation', 'uscc is null or registered_on is not null')
    op.create_table('past_organisation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=False),
    sa.Column('ended_by', sa.Text(), nullable=False),
    sa.Column('path', sa.Enum('filed', 'registered', name='path', native_enum=False, length=40), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('venue', sa.Text(), nullable=False),
    sa.Column('business_scope', sa.Text(), nullable=True),
    sa.Column('representative_cipher', sa.LargeBinary(), nullable=True),
    sa.Column('representative_id', sa.Uuid(), nullable=True),
    sa.Column('certificate_number', sa.Text(), nullable=True),
    sa.Column('certificate_valid_to', sa.Date(), nullable=True),
    sa.CheckConstraint('valid_to > valid_from', name=op.f('ck_past_organisation_days')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_past_organisation_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_past_organisation'))
    )
    op.create_index(op.f('ix_past_organisation_organisation_id'), 'past_organisation', ['organisation_id'], unique=False)
    op.execute("alter table past_organisation enable row level security")
    op.execute("alter table past_organisation force row level security")
    # Row security of the organisation itself decides, as the same caller.
    visible = "exists (select from organisation where organisation.id = past_organisation.organisation_id)"
    op.execute(f"create policy visible on past_organisation using ({visible}) with check (true)")
    op.create_table('registration',
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('promotes', sa.Boolean(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Enum('social_association', 'social_service_org', 'foundation', name='kind', native_enum=False, length=40), nullable=False),
    sa.Column('category', sa.Enum('public_service', 'culture_sports', 'charity_mutual_aid', 'other', name='category', native_enum=False, length=40), nullable=False),
    sa.Column('venue', sa.Text(), nullable=False),
    sa.Column('business_scope', sa.Text(), nullable=False),
    sa.Column('members', sa.BigInteger(), nullable=False),
    sa.Column('funds_fen', sa.BigInteger(), nullable=False),
    sa.Column('representative_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('representative_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.Enum('submitted', 'accepted', 'correction', 'granted', 'refused', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('submitted_by', sa.Uuid(), nullable=True),
    sa.Column('judged_by', sa.Text(), nullable=False),
    sa.Column('accepted_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('returned_because', sa.Text(), nullable=True),
    sa.Column('refused_because', sa.Text(), nullable=True),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_registration'))
    )
    op.create_index('ix_registration_scope_key_id', 'registration', ['scope_key', 'id'], unique=False)
    op.create_index(op.f('ix_registration_organisation_id'), 'registration', ['organisation_id'], unique=False)
    op.create_index('uq_registration_open', 'registration', ['organisation_id'], unique=True, postgresql_where=sa.text("state in ('submitted', 'accepted', 'correction')"))
    for statement in row_security("registration", organisation=True):
        op.execute(statement)
