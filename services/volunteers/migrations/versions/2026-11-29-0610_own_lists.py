"""own lists: an organisation's rows, a line with who was moved up past it, one person's presences and what was closed as theirs: each by an index"""

from alembic import op

revision = 'volunteers_own_lists'
down_revision = 'volunteers_uncounted'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    for table in ('signup', 'attendance', 'hours'):
        op.create_index(
            f'ix_{table}_organisation_id_id',
            table,
            ['organisation_id', 'id'],
            postgresql_where='organisation_id is not null',
        )
    op.create_index('ix_attendance_volunteer_id', 'attendance', ['volunteer_id'])
    op.create_index(
        'ix_signup_line',
        'signup',
        ['opportunity_id', 'waiting_number'],
        postgresql_where="state = 'waiting' or promoted_because is not null",
    )
    op.drop_index('ix_signup_waiting', 'signup')
    op.drop_index('ix_volunteer_continued', 'volunteer')
    op.create_index(
        'ix_volunteer_continued', 'volunteer', ['continued_as_id'], postgresql_where='continued_as_id is not null'
    )
