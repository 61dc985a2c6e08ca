"""initial"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

# What is entered in the hours ledger is written once: the belt under the rules.
APPEND_ONLY = (
    """
    create function refuse_rewriting_hours() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE'
        or (to_jsonb(old) - array['state', 'version', 'second_person_id', 'decided_at', 'objection'])
          <> (to_jsonb(new) - array['state', 'version', 'second_person_id', 'decided_at', 'objection'])
        or (old.state in ('returned', 'countered') and old.state <> new.state)
      then
        raise exception 'hours are append-only' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$
    """,
    """
    create trigger hours_append_only before update or delete on hours
    for each row execute function refuse_rewriting_hours()
    """,
)

revision = '62015c35c601'
down_revision = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('activity_copy',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('lead_person_id', sa.Uuid(), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('place_name', sa.Text(), nullable=False),
    sa.Column('latitude', sa.Double(), nullable=True),
    sa.Column('longitude', sa.Double(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_activity_copy')),
    info={'projection': True}
    )
    op.create_index('ix_activity_copy_scope_key_id', 'activity_copy', ['scope_key', 'id'], unique=False)
    op.create_table('opportunity',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('role_name', sa.Text(), nullable=False),
    sa.Column('minimum_age', sa.BigInteger(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opportunity')),
    info={'projection': True}
    )
    op.create_index(op.f('ix_opportunity_activity_id'), 'opportunity', ['activity_id'], unique=False)
    op.create_index('ix_opportunity_scope_key_id', 'opportunity', ['scope_key', 'id'], unique=False)
    op.create_index('ix_opportunity_starts_at_id', 'opportunity', ['starts_at', 'id'], unique=False)
    op.create_table('places',
    sa.Column('opportunity_id', sa.Uuid(), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Enum('open', 'held', 'cancelled', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('wanted', sa.BigInteger(), nullable=False),
    sa.Column('capacity', sa.BigInteger(), nullable=False),
    sa.Column('taken', sa.BigInteger(), nullable=False),
    sa.Column('waiting_numbers', sa.BigInteger(), nullable=False),
    sa.CheckConstraint('0 <= taken and taken <= capacity', name=op.f('ck_places_taken_within_capacity')),
    sa.CheckConstraint('0 <= wanted and wanted <= capacity', name=op.f('ck_places_wanted_within_capacity')),
    sa.PrimaryKeyConstraint('opportunity_id', name=op.f('pk_places'))
    )
    op.create_index(op.f('ix_places_activity_id'), 'places', ['activity_id'], unique=False)
    op.create_table('volunteer',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('state', sa.Enum('registered', 'withdrawn', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('id_type', sa.Enum('foreign_permanent_resident', 'hk_macau_residence', 'home_return_permit', 'passport', 'resident_id', 'taiwan_permit', 'taiwan_residence', name='idtype', native_enum=False, length=40), nullable=False),
    sa.Column('name_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('id_number_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('born_on_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('groups', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('skills', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('registered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer')),
    sa.UniqueConstraint('number', name=op.f('uq_volunteer_number'))
    )
    op.create_index('ix_volunteer_account_id', 'volunteer', ['account_id'], unique=False)
    op.create_index('ix_volunteer_groups', 'volunteer', ['groups'], unique=False, postgresql_using='gin')
    op.create_index('ix_volunteer_person_id', 'volunteer', ['person_id'], unique=False)
    op.create_index('ix_volunteer_scope_key_id', 'volunteer', ['scope_key', 'id'], unique=False)
    op.create_index('uq_volunteer_account_id', 'volunteer', ['account_id'], unique=True, postgresql_where=sa.text("state <> 'withdrawn'"))
    op.create_index('uq_volunteer_person_id', 'volunteer', ['person_id'], unique=True, postgresql_where=sa.text("state <> 'withdrawn'"))
    op.create_table('guardian_consent',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=True),
    sa.Column('name_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('phone_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('relation', sa.Enum('grandparent', 'other_guardian', 'parent', name='relation', native_enum=False, length=40), nullable=False),
    sa.Column('consented_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name=op.f('fk_guardian_consent_volunteer_id_volunteer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guardian_consent'))
    )
    op.create_index(op.f('ix_guardian_consent_volunteer_id'), 'guardian_consent', ['volunteer_id'], unique=False)
    op.create_table('signup',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('opportunity_id', sa.Uuid(), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.Enum('waiting', 'confirmed', 'attending', 'attended', 'cancelled', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('waiting_number', sa.BigInteger(), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('role_name', sa.Text(), nullable=False),
    sa.Column('place_name', sa.Text(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('signed_up_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('cancelled_because', sa.Enum('activity_cancelled', 'by_volunteer', 'withdrawn', name='because', native_enum=False, length=40), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['opportunity_id'], ['places.opportunity_id'], name=op.f('fk_signup_opportunity_id_places')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name=op.f('fk_signup_volunteer_id_volunteer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signup'))
    )
    op.create_index('ix_signup_account_id_id', 'signup', ['account_id', 'id'], unique=False)
    op.create_index('ix_signup_activity_id', 'signup', ['activity_id'], unique=False)
    op.create_index('ix_signup_scope_key_id', 'signup', ['scope_key', 'id'], unique=False)
    op.create_index('ix_signup_volunteer_id_ends_at', 'signup', ['volunteer_id', 'ends_at'], unique=False)
    op.create_index('ix_signup_waiting', 'signup', ['opportunity_id', 'waiting_number'], unique=False, postgresql_where=sa.text("state = 'waiting'"))
    op.create_index('uq_signup_opportunity_id_volunteer_id', 'signup', ['opportunity_id', 'volunteer_id'], unique=True, postgresql_where=sa.text("state <> 'cancelled'"))
    op.create_table('attendance',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('signup_id', sa.Uuid(), nullable=False),
    sa.Column('opportunity_id', sa.Uuid(), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.Enum('checked_in', 'checked_out', 'forgotten', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('means', sa.Enum('code', name='means', native_enum=False, length=40), nullable=False),
    sa.Column('place_unknown', sa.Boolean(), nullable=False),
    sa.Column('checked_in_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('checked_out_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['signup_id'], ['signup.id'], name=op.f('fk_attendance_signup_id_signup')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attendance')),
    sa.UniqueConstraint('signup_id', name=op.f('uq_attendance_signup_id'))
    )
    op.create_index('ix_attendance_account_id_id', 'attendance', ['account_id', 'id'], unique=False)
    op.create_index('ix_attendance_activity_id', 'attendance', ['activity_id'], unique=False)
    op.create_index('ix_attendance_scope_key_id', 'attendance', ['scope_key', 'id'], unique=False)
    op.create_table('hours',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('signup_id', sa.Uuid(), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('state', sa.Enum('proposed', 'disputed', 'returned', 'confirmed', 'countered', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('source', sa.Enum('attendance', 'manual', 'counter', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('minutes', sa.BigInteger(), nullable=False),
    sa.Column('evidence_id', sa.Uuid(), nullable=True),
    sa.Column('forgot_check_out', sa.Boolean(), nullable=False),
    sa.Column('place_unknown', sa.Boolean(), nullable=False),
    sa.Column('because', sa.Text(), nullable=True),
    sa.Column('proposed_by', sa.Text(), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('second_person_id', sa.Uuid(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('objection', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint("ends_at > starts_at and minutes <> 0 and abs(minutes) * interval '1 minute' <= ends_at - starts_at and (minutes < 0) = (source = 'counter')", name=op.f('ck_hours_minutes_within_interval')),
    sa.CheckConstraint('second_person_id is null or second_person_id <> account_id', name=op.f('ck_hours_not_confirmed_by_oneself')),
    sa.CheckConstraint('second_person_id is null or second_person_id::text <> proposed_by', name=op.f('ck_hours_second_person_is_another')),
    sa.ForeignKeyConstraint(['signup_id'], ['signup.id'], name=op.f('fk_hours_signup_id_signup')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name=op.f('fk_hours_volunteer_id_volunteer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hours'))
    )
    op.create_index('ix_hours_account_id_id', 'hours', ['account_id', 'id'], unique=False)
    op.create_index('ix_hours_activity_id', 'hours', ['activity_id'], unique=False)
    op.create_index('ix_hours_person_id_ends_at', 'hours', ['person_id', 'ends_at'], unique=False)
    op.create_index('ix_hours_scope_key_id', 'hours', ['scope_key', 'id'], unique=False)
    op.create_index('ix_hours_volunteer_id', 'hours', ['volunteer_id'], unique=False)
    op.create_index('uq_hours_countered', 'hours', ['evidence_id'], unique=True, postgresql_where=sa.text("source = 'counter'"))
    op.create_index('uq_hours_evidence_id', 'hours', ['evidence_id'], unique=True, postgresql_where=sa.text("source = 'attendance' and state <> 'returned'"))
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
    for table in ("volunteer", "signup", "attendance", "hours"):
        for statement in row_security(table, organisation=table != "volunteer", owner=True):
            op.execute(statement)
    for table in ("activity_copy", "opportunity"):
        for statement in row_security(table, organisation=True):
            op.execute(statement)
    for statement in APPEND_ONLY:
        op.execute(statement)
