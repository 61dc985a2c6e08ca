"""staff person: whom the document names that was shown when an account of staff was opened"""

import sqlalchemy as sa
from alembic import op

revision = 'gateway_4'
down_revision = 'gateway_3'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('account', sa.Column('person_id', sa.Uuid(), nullable=True))
