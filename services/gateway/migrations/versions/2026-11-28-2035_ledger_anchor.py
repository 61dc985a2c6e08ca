"""ledger anchor: the heads of the hours ledger, kept in another database than the ledger"""

import sqlalchemy as sa
from alembic import op

revision = 'gateway_ledger_anchor'
down_revision = 'gateway_7'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('ledger_anchor',
    sa.Column('page', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('last', sa.BigInteger(), nullable=False),
    sa.Column('head', sa.Text(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('page', name=op.f('pk_ledger_anchor'))
    )
