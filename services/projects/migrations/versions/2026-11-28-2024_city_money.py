"""city money: whether a project draws on the city's budget, which then decides on it, too"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_city_money'
down_revision = 'projects_one_at_a_time'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('project', sa.Column('city_money', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.alter_column('project', 'city_money', server_default=None)
    op.execute(
        "update project set city_money = true from budget_line join budget on budget.id = budget_line.budget_id"
        " where budget_line.project_id = project.id and budget.level = 'city' and project.state in ('draft', 'returned')"
    )
