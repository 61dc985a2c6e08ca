"""Accounts, their roles, sessions, attempts and revocations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = 'gateway_1'
down_revision = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('account',
    sa.Column('kind', sa.Enum('staff', 'volunteer', 'client', 'service', 'anonymous', name='kind', native_enum=False, length=40), nullable=False),
    sa.Column('state', sa.Enum('active', 'disabled', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('username_cipher', sa.LargeBinary(), nullable=True),
    sa.Column('username_hash', sa.LargeBinary(), nullable=True),
    sa.Column('display_name_cipher', sa.LargeBinary(), nullable=True),
    sa.Column('phone_cipher', sa.LargeBinary(), nullable=True),
    sa.Column('phone_hash', sa.LargeBinary(), nullable=True),
    sa.Column('password_hash', sa.Text(), nullable=True),
    sa.Column('password_set_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_by', sa.Uuid(), nullable=True),
    sa.Column('disabled_because', sa.Text(), nullable=True),
    sa.Column('rights', sa.BigInteger(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('phone_hash', name=op.f('uq_account_phone_hash')),
    sa.UniqueConstraint('username_hash', name=op.f('uq_account_username_hash'))
    )
    op.create_index('ix_account_scope_key_id', 'account', ['scope_key', 'id'], unique=False)
    op.create_table('known_person',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('account_id', name=op.f('pk_known_person')),
    info={'projection': True}
    )
    op.create_table('revocation',
    sa.Column('seq', sa.BigInteger(), sa.Identity(always=True), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_revocation'))
    )
    op.create_index('ix_revocation_at', 'revocation', ['at'], unique=False)
    op.create_table('sign_in_attempt',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name_hash', sa.LargeBinary(), nullable=False),
    sa.Column('network', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('outcome', sa.Enum('pending', 'failed', 'succeeded', name='outcome', native_enum=False, length=40), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_in_attempt'))
    )
    op.create_index('ix_sign_in_attempt_name_hash_at', 'sign_in_attempt', ['name_hash', 'at'], unique=False)
    op.create_index('ix_sign_in_attempt_network_at', 'sign_in_attempt', ['network', 'at'], unique=False)
    op.create_table('role_grant',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('role', sa.Enum('leader', 'bureau_officer', 'department_officer', 'town_officer', 'community_officer', 'organisation_manager', 'social_worker', 'expert', 'volunteer', 'resident', 'system_admin', 'security_admin', 'audit_admin', 'oa_client', 'service', name='role', native_enum=False, length=40), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('granted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('granted_by', sa.Uuid(), nullable=True),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('revoked_by', sa.Uuid(), nullable=True),
    sa.Column('revoked_because', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_role_grant_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_role_grant'))
    )
    op.create_index('ix_role_grant_account_id', 'role_grant', ['account_id'], unique=False)
    op.create_index('ix_role_grant_scope_key_id', 'role_grant', ['scope_key', 'id'], unique=False)
    op.create_table('session',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('sid', sa.Uuid(), nullable=False),
    sa.Column('token_hash', sa.LargeBinary(), nullable=False),
    sa.Column('method', sa.Enum('pwd', 'sms', name='method', native_enum=False, length=40), nullable=False),
    sa.Column('network', sa.Text(), nullable=False),
    sa.Column('device', sa.Text(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('idle_until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_because', sa.Enum('signed_out', 'replaced', 'ended_elsewhere', 'password_set', 'account_disabled', name='ending', native_enum=False, length=40), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_session_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_session')),
    sa.UniqueConstraint('sid', name=op.f('uq_session_sid')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_session_token_hash'))
    )
    op.create_index('ix_session_account_id_id', 'session', ['account_id', 'id'], unique=False)
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
    for statement in (*row_security("account"), *row_security("role_grant", owner=True)):
        op.execute(statement)
    # Everybody's own account: its row is named by its own id, not by an account_id.
    op.execute("create policy own on account using (id = nullif(current_setting('app.owner', true), '')::uuid)")
