"""bid files: what a bid names beside its plan, known once the bids are opened"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_bid_files'
down_revision = 'projects_city_money'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('bid', sa.Column('attachment_ids', sa.ARRAY(sa.Uuid()), nullable=True))
