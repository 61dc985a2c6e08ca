"""honour: stars of volunteers and their notices"""

import sqlalchemy as sa
from alembic import op

from chassis.database import row_security
from procedures import migrations

revision = 'volunteers_honour'
down_revision = 'volunteers_doubted'

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    migrations.notices()
    migrations.attachments()
    op.create_table(
        'honour',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.BigInteger(), nullable=False),
        sa.Column('area_id', sa.Uuid(), nullable=False),
        sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
        sa.Column('account_id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=True),
        sa.Column('volunteer_id', sa.Uuid(), nullable=False),
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('stars', sa.BigInteger(), nullable=False),
        sa.Column(
            'state',
            sa.Enum('applied', 'publicised', 'granted', 'refused', 'revoked', native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column('statement', sa.Text(), nullable=False),
        sa.Column('applied_by', sa.Uuid(), nullable=True),
        sa.Column('applied_person_id', sa.Uuid(), nullable=True),
        sa.Column('applied_at', INSTANT, nullable=False),
        sa.Column('notice_id', sa.Uuid(), nullable=True),
        sa.Column('publicised_by', sa.Uuid(), nullable=True),
        sa.Column('publicised_at', INSTANT, nullable=True),
        sa.Column('granted_by', sa.Uuid(), nullable=True),
        sa.Column('granted_at', INSTANT, nullable=True),
        sa.Column('minutes', sa.BigInteger(), nullable=False),
        sa.Column('ended_because', sa.Text(), nullable=True),
        sa.Column('ended_at', INSTANT, nullable=True),
        sa.Column('disqualified_until', sa.Date(), nullable=True),
        sa.CheckConstraint('stars > 0 and minutes >= 0', name='ck_honour_measures'),
        sa.CheckConstraint('granted_by is null or granted_by <> publicised_by', name='ck_honour_granted_by_another'),
        sa.CheckConstraint('publicised_by is null or publicised_by <> account_id', name='ck_honour_not_by_oneself'),
        sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name='fk_honour_volunteer_id_volunteer'),
        sa.PrimaryKeyConstraint('id', name='pk_honour'),
    )
    for columns in ('account_id', 'organisation_id', 'scope_key'):
        op.create_index(f'ix_honour_{columns}_id', 'honour', [columns, 'id'])
    op.create_index('ix_honour_volunteer_id', 'honour', ['volunteer_id'])
    op.create_index(
        'uq_honour_person_id_undecided',
        'honour',
        ['person_id'],
        unique=True,
        postgresql_where=sa.text("state in ('applied', 'publicised')"),
    )
    op.create_index(
        'uq_honour_person_id_stars',
        'honour',
        ['person_id', 'stars'],
        unique=True,
        postgresql_where=sa.text("state = 'granted'"),
    )
    for statement in row_security('honour', organisation=True, owner=True):
        op.execute(statement)
