"""initial"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = '45d99e909916'
down_revision = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('area',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('level', sa.Enum('city', 'township', 'community', name='level', native_enum=False, length=40), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_area')),
    sa.UniqueConstraint('scope_key', name=op.f('uq_area_scope_key'))
    )
    op.create_table('organisation',
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Enum('social_association', 'social_service_org', name='kind', native_enum=False, length=40), nullable=False),
    sa.Column('category', sa.Enum('public_service', 'culture_sports', 'charity_mutual_aid', 'other', name='category', native_enum=False, length=40), nullable=False),
    sa.Column('path', sa.Enum('filed', name='path', native_enum=False, length=40), nullable=False),
    sa.Column('venue', sa.Text(), nullable=False),
    sa.Column('members', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Enum('draft', 'submitted', 'correction', 'filed', 'deregistered', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('submitted_by', sa.Uuid(), nullable=True),
    sa.Column('returned_because', sa.Text(), nullable=True),
    sa.Column('filed_on', sa.Date(), nullable=True),
    sa.Column('judged_by', sa.Text(), nullable=True),
    sa.Column('deregistered_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation')),
    sa.UniqueConstraint('number', name=op.f('uq_organisation_number'))
    )
    op.create_index('ix_organisation_scope_key_id', 'organisation', ['scope_key', 'id'], unique=False)
    op.create_table('area_term',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=True),
    sa.Column('organ_kind', sa.Enum('prefecture_city', 'subdistrict', 'town', 'functional_zone', 'RC', 'VC', 'quasi_RC', 'quasi_VC', name='organkind', native_enum=False, length=40), nullable=False),
    sa.Column('parent_id', sa.Uuid(), nullable=True),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['area_id'], ['area.id'], name=op.f('fk_area_term_area_id_area')),
    sa.ForeignKeyConstraint(['parent_id'], ['area.id'], name=op.f('fk_area_term_parent_id_area')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_area_term')),
    sa.UniqueConstraint('area_id', 'valid_from', name=op.f('uq_area_term_area_id_valid_from'))
    )
    op.create_index(op.f('ix_area_term_area_id'), 'area_term', ['area_id'], unique=False)
    op.create_index('ix_area_term_code', 'area_term', ['code'], unique=False)
    op.create_index('ix_area_term_parent_id', 'area_term', ['parent_id'], unique=False)
    op.create_table('initiator',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('natural', 'legal', name='initiatorkind', native_enum=False, length=40), nullable=False),
    sa.Column('name_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=True),
    sa.Column('uscc', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_initiator_organisation_id_organisation'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_initiator')),
    sa.UniqueConstraint('organisation_id', 'person_id', name=op.f('uq_initiator_organisation_id_person_id')),
    sa.UniqueConstraint('organisation_id', 'uscc', name=op.f('uq_initiator_organisation_id_uscc'))
    )
    op.create_table('population',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('value', sa.BigInteger(), nullable=False),
    sa.Column('counted_on', sa.Date(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['area_id'], ['area.id'], name=op.f('fk_population_area_id_area')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_population')),
    sa.UniqueConstraint('area_id', 'kind', 'counted_on', 'source', name=op.f('uq_population_area_id_kind_counted_on_source'))
    )
    op.create_table('social_worker',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('name_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('level', sa.Enum('assistant', 'intermediate', 'senior', name='level', native_enum=False, length=40), nullable=False),
    sa.Column('certificate_number', sa.Text(), nullable=False),
    sa.Column('certified_on', sa.Date(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=False),
    sa.Column('registered_under', sa.Text(), nullable=False),
    sa.Column('employer_kind', sa.Enum('agency', 'town_government', name='employerkind', native_enum=False, length=40), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('state', sa.Enum('registered', 'lapsed', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_social_worker_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_social_worker')),
    sa.UniqueConstraint('certificate_number', name=op.f('uq_social_worker_certificate_number')),
    sa.UniqueConstraint('person_id', name=op.f('uq_social_worker_person_id'))
    )
    op.create_index('ix_social_worker_scope_key_id', 'social_worker', ['scope_key', 'id'], unique=False)
    op.create_index('ix_social_worker_valid_to', 'social_worker', ['valid_to'], unique=False)
    op.create_table('area_copy',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=True),
    sa.Column('level', sa.Text(), nullable=False),
    sa.Column('organ_kind', sa.Text(), nullable=True),
    sa.Column('parent_id', sa.Uuid(), nullable=True),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('population', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_area_copy')),
    sa.UniqueConstraint('code', name=op.f('uq_area_copy_code')),
    sa.UniqueConstraint('scope_key', name=op.f('uq_area_copy_scope_key'))
    )
    op.create_table('fact',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('pos', sa.BigInteger(), sa.Identity(always=True), nullable=False),
    sa.Column('type', sa.Text(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('time', sa.DateTime(timezone=True), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('actor', sa.Text(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=True),
    sa.Column('scope_key', sa.Text(), nullable=False),
    sa.Column('audience', sa.Enum('public', 'audit', name='audience', native_enum=False, length=40), nullable=False),
    sa.Column('request_id', sa.Text(), nullable=False),
    sa.Column('data', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fact')),
    sa.UniqueConstraint('pos', name=op.f('uq_fact_pos'))
    )
    op.create_index('ix_fact_subject', 'fact', ['subject'], unique=False)
    op.create_table('fact_unsequenced',
    sa.Column('pos', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.PrimaryKeyConstraint('pos', name=op.f('pk_fact_unsequenced'))
    )
    op.create_table('follow_cursor',
    sa.Column('follower', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('moved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('stopped_by', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('follower', 'source', name=op.f('pk_follow_cursor'))
    )
    op.create_table('kept_answer',
    sa.Column('caller', sa.Text(), nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('fingerprint', sa.LargeBinary(), nullable=False),
    sa.Column('status', sa.BigInteger(), nullable=False),
    sa.Column('headers', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('kept_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('caller', 'key', name=op.f('pk_kept_answer'))
    )
    op.create_index('ix_kept_answer_kept_at', 'kept_answer', ['kept_at'], unique=False)
    op.create_table('log',
    sa.Column('seq', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('fact_id', sa.Uuid(), nullable=False),
    sa.Column('type', sa.Text(), nullable=False),
    sa.Column('audience', sa.Enum('public', 'audit', name='audience', native_enum=False, length=40), nullable=False),
    sa.Column('hash', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['fact_id'], ['fact.id'], name=op.f('fk_log_fact_id_fact')),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_log')),
    sa.UniqueConstraint('fact_id', name=op.f('uq_log_fact_id'))
    )
    op.create_index('ix_log_type_seq', 'log', ['type', 'seq'], unique=False)
    for table in ("organisation", "social_worker"):
        for statement in row_security(table, organisation=True):
            op.execute(statement)
