"""planned for millions: queries of the large copies name their scope, and the planner takes it for one restriction"""

from alembic import op

from chassis.database import row_security

revision = 'assessment_planned_for_millions'
down_revision = 'assessment_loop_to_the_payment'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    for table in ('hours_copy', 'signup_copy', 'volunteer_copy'):
        op.execute(f"drop policy visible on {table}")
        for statement in row_security(table, named_by_queries=True):
            op.execute(statement)
