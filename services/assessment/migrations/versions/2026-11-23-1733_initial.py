"""initial"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = 'e9fae32f8f1a'
down_revision = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('activity_copy',
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('lead_person_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_activity_copy')),
    info={'projection': True}
    )
    op.create_index('ix_activity_copy_scope_key_id', 'activity_copy', ['scope_key', 'id'], unique=False)
    op.create_table('hours_copy',
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('minutes', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('proposed_on', sa.Date(), nullable=False),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hours_copy')),
    info={'projection': True}
    )
    op.create_index('ix_hours_copy_scope_key_id', 'hours_copy', ['scope_key', 'id'], unique=False)
    op.create_table('need_copy',
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('raised_on', sa.Date(), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('project_id', sa.Uuid(), nullable=True),
    sa.Column('left_on', sa.Date(), nullable=True),
    sa.Column('into_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_need_copy')),
    info={'projection': True}
    )
    op.create_index('ix_need_copy_scope_key_id', 'need_copy', ['scope_key', 'id'], unique=False)
    op.create_table('organisation_copy',
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('path', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation_copy')),
    info={'projection': True}
    )
    op.create_index('ix_organisation_copy_scope_key_id', 'organisation_copy', ['scope_key', 'id'], unique=False)
    op.create_table('participation_copy',
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('participant_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_participation_copy')),
    info={'projection': True}
    )
    op.create_index('ix_participation_copy_scope_key_id', 'participation_copy', ['scope_key', 'id'], unique=False)
    op.create_table('project_copy',
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('proposed_on', sa.Date(), nullable=False),
    sa.Column('approved_on', sa.Date(), nullable=True),
    sa.Column('first_held_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project_copy')),
    info={'projection': True}
    )
    op.create_index('ix_project_copy_scope_key_id', 'project_copy', ['scope_key', 'id'], unique=False)
    op.create_table('signup_copy',
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('held_from', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signup_copy')),
    info={'projection': True}
    )
    op.create_index('ix_signup_copy_activity_id', 'signup_copy', ['activity_id'], unique=False)
    op.create_index('ix_signup_copy_scope_key_id', 'signup_copy', ['scope_key', 'id'], unique=False)
    op.create_table('survey',
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('pool', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('seed', sa.BigInteger(), nullable=False),
    sa.Column('drawn', sa.BigInteger(), nullable=False),
    sa.Column('answered', sa.BigInteger(), nullable=False),
    sa.Column('satisfied', sa.BigInteger(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('satisfied <= answered and answered <= drawn', name=op.f('ck_survey_counts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_survey')),
    sa.UniqueConstraint('activity_id', name=op.f('uq_survey_activity_id'))
    )
    op.create_index('ix_survey_closes_at', 'survey', ['closes_at'], unique=False, postgresql_where='closed_at is null')
    op.create_index('ix_survey_scope_key_id', 'survey', ['scope_key', 'id'], unique=False)
    op.create_table('tally',
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('counted', sa.Enum('activities', 'minutes', 'needs', 'needs_answered', 'organisations', 'projects', 'signups', 'volunteers', name='counted', native_enum=False, length=40), nullable=False),
    sa.Column('on_day', sa.Date(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('change', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('area_id', 'counted', 'on_day', name=op.f('pk_tally')),
    info={'projection': True}
    )
    op.create_index('ix_tally_counted_scope_key_on_day', 'tally', ['counted', 'scope_key', 'on_day'], unique=False)
    op.create_table('target',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('indicator', sa.Enum('org_average', 'org_minimum', 'satisfaction', 'volunteer_ratio', name='aim', native_enum=False, length=40), nullable=False),
    sa.Column('organ_kind', sa.Enum('RC', 'VC', name='organkind', native_enum=False, length=40), nullable=True),
    sa.Column('value', sa.Double(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('deadline', sa.Date(), nullable=True),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('clause', sa.Text(), nullable=True),
    sa.Column('assumption', sa.Boolean(), nullable=False),
    sa.Column('set_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_target'))
    )
    op.create_index('uq_target_begun', 'target', ['indicator', 'organ_kind', 'valid_from'], unique=True, postgresql_nulls_not_distinct=True)
    op.create_table('volunteer_copy',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('groups', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('age_band', sa.Text(), nullable=False),
    sa.Column('registered_on', sa.Date(), nullable=False),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_copy')),
    info={'projection': True}
    )
    op.create_index('ix_volunteer_copy_person_id', 'volunteer_copy', ['person_id'], unique=False)
    op.create_index('ix_volunteer_copy_scope_key_id', 'volunteer_copy', ['scope_key', 'id'], unique=False)
    op.create_table('invitation',
    sa.Column('survey_id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered', sa.Boolean(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['survey.id'], name=op.f('fk_invitation_survey_id_survey')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('survey_id', 'account_id', name=op.f('uq_invitation_survey_id_account_id'))
    )
    op.create_index(op.f('ix_invitation_account_id'), 'invitation', ['account_id'], unique=False)
    op.create_index('ix_invitation_scope_key_id', 'invitation', ['scope_key', 'id'], unique=False)
    op.create_table('answer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('survey_id', sa.Uuid(), nullable=False),
    sa.Column('invitation_id', sa.Uuid(), nullable=True),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('score', sa.BigInteger(), nullable=False),
    sa.Column('comment', sa.Text(), nullable=True),
    sa.CheckConstraint('score between 1 and 5', name=op.f('ck_answer_score')),
    sa.ForeignKeyConstraint(['invitation_id'], ['invitation.id'], name=op.f('fk_answer_invitation_id_invitation')),
    sa.ForeignKeyConstraint(['survey_id'], ['survey.id'], name=op.f('fk_answer_survey_id_survey')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_answer')),
    sa.UniqueConstraint('invitation_id', name=op.f('uq_answer_invitation_id'))
    )
    op.create_index('ix_answer_scope_key_id', 'answer', ['scope_key', 'id'], unique=False)
    op.create_index(op.f('ix_answer_survey_id'), 'answer', ['survey_id'], unique=False)
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
    scoped = ("activity_copy", "answer", "hours_copy", "need_copy", "organisation_copy", "participation_copy",
              "project_copy", "signup_copy", "survey", "tally")
    for table in scoped:
        for statement in row_security(table):
            op.execute(statement)
    for table in ("invitation", "volunteer_copy"):
        for statement in row_security(table, owner=True):
            op.execute(statement)
