"""Needs, projects, activities, participation, and the copies they lean on."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = 'a95b9f6358ca'
down_revision = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('need',
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('description', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('persons_affected', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Enum('raised', 'pooled', 'planned', 'met', 'declined', 'merged', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('raised_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('declined_because', sa.Text(), nullable=True),
    sa.Column('merged_into_id', sa.Uuid(), nullable=True),
    sa.Column('project_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['merged_into_id'], ['need.id'], name=op.f('fk_need_merged_into_id_need')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_need'))
    )
    op.create_index('ix_need_account_id_id', 'need', ['account_id', 'id'], unique=False)
    op.create_index('ix_need_project_id', 'need', ['project_id'], unique=False)
    op.create_index('ix_need_scope_key_id', 'need', ['scope_key', 'id'], unique=False)
    op.create_table('organisation_copy',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation_copy')),
    info={'projection': True}
    )
    op.create_table('project',
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('goals', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('budget_fen', sa.BigInteger(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('state', sa.Enum('draft', 'submitted', 'approved', 'returned', 'closed', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('submitted_by', sa.Uuid(), nullable=True),
    sa.Column('returned_because', sa.Text(), nullable=True),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('outcome', sa.Text(), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('activities_published', sa.BigInteger(), nullable=False),
    sa.Column('activities_held', sa.BigInteger(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('activities_published >= 0 and activities_held >= 0', name=op.f('ck_project_activities')),
    sa.CheckConstraint('budget_fen >= 0', name=op.f('ck_project_budget')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project'))
    )
    op.create_index('ix_project_need_ids', 'project', ['need_ids'], unique=False, postgresql_using='gin')
    op.create_index('ix_project_organisation_id_id', 'project', ['organisation_id', 'id'], unique=False)
    op.create_index('ix_project_scope_key_id', 'project', ['scope_key', 'id'], unique=False)
    op.create_table('social_worker_copy',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('level', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_social_worker_copy')),
    info={'projection': True}
    )
    op.create_table('activity',
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('description', sa.Text(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('place_name', sa.Text(), nullable=False),
    sa.Column('latitude', sa.Double(), nullable=True),
    sa.Column('longitude', sa.Double(), nullable=True),
    sa.Column('lead_social_worker_id', sa.Uuid(), nullable=False),
    sa.Column('lead_person_id', sa.Uuid(), nullable=False),
    sa.Column('wanted', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('resident_places', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Enum('planned', 'published', 'held', 'cancelled', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('cancelled_because', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('ends_at > starts_at', name=op.f('ck_activity_times')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_activity_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_activity'))
    )
    op.create_index('ix_activity_need_ids', 'activity', ['need_ids'], unique=False, postgresql_using='gin')
    op.create_index('ix_activity_organisation_id_id', 'activity', ['organisation_id', 'id'], unique=False)
    op.create_index('ix_activity_project_id_id', 'activity', ['project_id', 'id'], unique=False)
    op.create_index('ix_activity_scope_key_id', 'activity', ['scope_key', 'id'], unique=False)
    op.create_index('ix_activity_state_starts_at_id', 'activity', ['state', 'starts_at', 'id'], unique=False)
    op.create_table('need_source',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('need_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('channel', sa.Enum('forum', 'home_visit', 'phone', 'questionnaire', 'self_report', name='channel', native_enum=False, length=40), nullable=False),
    sa.Column('heard_on', sa.Date(), nullable=False),
    sa.Column('persons', sa.BigInteger(), nullable=False),
    sa.Column('contact_name_cipher', sa.LargeBinary(), nullable=True),
    sa.Column('contact_phone_cipher', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['need_id'], ['need.id'], name=op.f('fk_need_source_need_id_need')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_need_source'))
    )
    op.create_index(op.f('ix_need_source_need_id'), 'need_source', ['need_id'], unique=False)
    op.create_index('ix_need_source_scope_key_id', 'need_source', ['scope_key', 'id'], unique=False)
    op.create_table('participation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('phone_masked', sa.Text(), nullable=True),
    sa.Column('means', sa.Enum('code', 'recorded', name='means', native_enum=False, length=40), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_participation_activity_id_activity')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_participation')),
    sa.UniqueConstraint('activity_id', 'account_id', name=op.f('uq_participation_activity_id_account_id'))
    )
    op.create_index('ix_participation_account_id_id', 'participation', ['account_id', 'id'], unique=False)
    op.create_index('ix_participation_organisation_id_id', 'participation', ['organisation_id', 'id'], unique=False)
    op.create_index('ix_participation_scope_key_id', 'participation', ['scope_key', 'id'], unique=False)
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
    for table, columns in (
        ("need", {"owner": True}),
        ("need_source", {"owner": True}),
        ("project", {"organisation": True}),
        ("activity", {"organisation": True}),
        ("participation", {"organisation": True, "owner": True}),
    ):
        for statement in row_security(table, **columns):
            op.execute(statement)
