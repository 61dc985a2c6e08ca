"""own hours: an account reaches the entries of its registrations, since the account in the ledger is sealed"""

from alembic import op

from chassis.database import row_security

revision = 'volunteers_own_hours'
down_revision = 'volunteers_confirmed'

ACCOUNT = "account_id = nullif(current_setting('app.owner', true), '')::uuid"
OF_THEIR_REGISTRATIONS = f"volunteer_id in (select id from volunteer where {ACCOUNT})"  # noqa: S608 - a constant


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.execute("drop policy visible on hours")
    for statement in row_security('hours', organisation=True, owner=True, named_by_queries=True):
        op.execute(statement.replace(ACCOUNT, OF_THEIR_REGISTRATIONS))
    op.drop_index('ix_hours_account_id_id', 'hours')
    _gather()


def _gather() -> None:
    """What was left under earlier accounts by who has claimed a registration since, or goes on with another one."""
    op.execute(
        "update volunteer set account_id = stays.account_id from volunteer stays"
        " where volunteer.continued_as_id = stays.id and volunteer.account_id <> stays.account_id"
    )
    for table in ('signup', 'attendance', 'training', 'team', 'membership', 'honour', 'certificate'):
        whose = 'leader_volunteer_id' if table == 'team' else 'volunteer_id'
        op.execute(
            f"update {table} set account_id = volunteer.account_id from volunteer"  # noqa: S608 - constants
            f" where {table}.{whose} = volunteer.id and {table}.account_id <> volunteer.account_id"
            " and (volunteer.registered_by is not null or volunteer.continued_as_id is not null)"
        )
