"""one at a time: a project has one purchase or one contract running, whoever else might say otherwise"""

from alembic import op

revision = 'projects_one_at_a_time'
down_revision = 'projects_10'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_check_constraint('one_at_a_time', 'project', 'purchases_running + contracts_running <= 1')
