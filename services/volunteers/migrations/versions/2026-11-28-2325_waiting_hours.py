"""waiting hours: found by area without passing over what was confirmed; one scope is taken for one restriction"""

from alembic import op

from chassis.database import row_security

revision = 'volunteers_waiting_hours'
down_revision = 'volunteers_city_lists'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_index(
        'ix_hours_waiting', 'hours', ['scope_key', 'id'], postgresql_where="state in ('proposed', 'disputed')"
    )
    for table in ('hours', 'volunteer'):
        op.execute(f"drop policy visible on {table}")
        for statement in row_security(table, organisation=table != "volunteer", owner=True, named_by_queries=True):
            op.execute(statement)
