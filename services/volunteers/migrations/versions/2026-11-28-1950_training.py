"""training: courses and what was completed of them, what roles ask for, and consents that are withdrawn"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = 'volunteers_training'
down_revision = 'volunteers_4'

INSTANT = sa.DateTime(timezone=True)


def record() -> list[sa.Column]:
    return [
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.BigInteger(), nullable=False),
        sa.Column('area_id', sa.Uuid(), nullable=False),
        sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    ]


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table(
        'course',
        *record(),
        sa.Column('organisation_id', sa.Uuid(), nullable=True),
        sa.Column('provider_name', sa.Text(), nullable=False),
        sa.Column('name', sa.Text(), nullable=False),
        sa.Column('description', sa.Text(), nullable=False),
        sa.Column('skill', sa.Text(), nullable=True),
        sa.Column('minutes', sa.BigInteger(), nullable=False),
        sa.Column('validity_months', sa.BigInteger(), nullable=True),
        sa.Column('state', sa.Enum('offered', 'ended', name='offering', native_enum=False, length=40), nullable=False),
        sa.Column('waiting', sa.BigInteger(), nullable=False),
        sa.CheckConstraint('minutes > 0 and validity_months > 0 and waiting >= 0', name='ck_course_measures'),
        sa.PrimaryKeyConstraint('id', name='pk_course'),
    )
    op.create_index('ix_course_scope_key_id', 'course', ['scope_key', 'id'])
    op.create_index('ix_course_organisation_id_id', 'course', ['organisation_id', 'id'])
    op.create_table(
        'training',
        *record(),
        sa.Column('account_id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=True),
        sa.Column('course_id', sa.Uuid(), nullable=False),
        sa.Column('volunteer_id', sa.Uuid(), nullable=False),
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('course_name', sa.Text(), nullable=False),
        sa.Column('provider_name', sa.Text(), nullable=False),
        sa.Column('skill', sa.Text(), nullable=True),
        sa.Column('minutes', sa.BigInteger(), nullable=False),
        sa.Column('completed_on', sa.Date(), nullable=False),
        sa.Column('valid_until', sa.Date(), nullable=True),
        sa.Column(
            'state',
            sa.Enum('recorded', 'completed', 'returned', 'revoked', name='state', native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column('recorded_by', sa.Uuid(), nullable=True),
        sa.Column('recorded_person_id', sa.Uuid(), nullable=True),
        sa.Column('recorded_at', INSTANT, nullable=False),
        sa.Column('second_account_id', sa.Uuid(), nullable=True),
        sa.Column('decided_at', INSTANT, nullable=True),
        sa.Column('because', sa.Text(), nullable=True),
        sa.CheckConstraint(
            'second_account_id is null or second_account_id <> recorded_by', name='ck_training_second_is_another'
        ),
        sa.CheckConstraint(
            'second_account_id is null or second_account_id <> account_id', name='ck_training_second_is_not_oneself'
        ),
        sa.ForeignKeyConstraint(['course_id'], ['course.id'], name='fk_training_course_id_course'),
        sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name='fk_training_volunteer_id_volunteer'),
        sa.PrimaryKeyConstraint('id', name='pk_training'),
    )
    op.create_index('ix_training_account_id_id', 'training', ['account_id', 'id'])
    op.create_index('ix_training_organisation_id_id', 'training', ['organisation_id', 'id'])
    op.create_index('ix_training_scope_key_id', 'training', ['scope_key', 'id'])
    op.create_index('ix_training_volunteer_id', 'training', ['volunteer_id'])
    op.create_index(
        'uq_training_course_id_volunteer_id_completed_on',
        'training',
        ['course_id', 'volunteer_id', 'completed_on'],
        unique=True,
        postgresql_where=sa.text("state in ('recorded', 'completed')"),
    )
    for table in ("course", "training"):
        for statement in row_security(table, organisation=True, owner=table == "training"):
            op.execute(statement)
    op.add_column('opportunity', sa.Column('maximum_age', sa.BigInteger(), nullable=True))
    # What was published before asks for nothing more.
    op.add_column('opportunity', sa.Column('skills', sa.ARRAY(sa.Text()), nullable=False, server_default='{}'))
    op.add_column('opportunity', sa.Column('trainings', postgresql.JSONB(), nullable=False, server_default='[]'))
    op.alter_column('opportunity', 'skills', server_default=None)
    op.alter_column('opportunity', 'trainings', server_default=None)
    op.add_column('volunteer', sa.Column('consent_withdrawn_at', INSTANT, nullable=True))
    op.add_column('guardian_consent', sa.Column('withdrawn_at', INSTANT, nullable=True))
    op.add_column('guardian_consent', sa.Column('accompanies', sa.Boolean(), nullable=False, server_default='false'))
    op.alter_column('guardian_consent', 'accompanies', server_default=None)
