"""what waits: a project counts its drafts, says whether its last contract was performed, and what was done of its to-dos"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_what_waits'
down_revision = 'projects_one_spelling'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    for name in ('purchases_drafted', 'rounds'):
        op.add_column('project', sa.Column(name, sa.BigInteger(), nullable=False, server_default='0'))
    op.add_column('project', sa.Column('performed', sa.Boolean(), nullable=False, server_default=sa.false()))
    for name in ('purchases_drafted', 'rounds', 'performed'):
        op.alter_column('project', name, server_default=None)
    op.execute("""
    update project set purchases_drafted = counted.drafts from (
        select project_id, count(*) as drafts from purchase where state = 'draft' group by project_id
    ) as counted where counted.project_id = project.id
    """)
    op.execute("""
    update project set performed = last.state = 'completed' from (
        select distinct on (project_id) project_id, state from contract
        where state in ('completed', 'terminated') order by project_id, ended_at desc
    ) as last where last.project_id = project.id
    """)
    # The first to-do was done with the first draft, except where that of closing stands: it was asked in the same
    # round, and is done with the next draft. None is drafted while a contract runs, and ids sort by when they were made.
    op.execute("""
    update project set rounds = 1 where exists (select from purchase where project_id = project.id) and not (
        performed and contracts_running = 0 and not exists (
            select from purchase join contract on contract.project_id = purchase.project_id
            join payment on payment.contract_id = contract.id
            where purchase.project_id = project.id and contract.state = 'completed' and purchase.id > payment.id
        )
    )
    """)
    op.create_check_constraint('drafts', 'project', 'least(purchases_drafted, rounds) >= 0')
