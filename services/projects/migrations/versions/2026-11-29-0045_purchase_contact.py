"""purchase contact: the office and its telephone that an announcement names for bidders' questions"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_purchase_contact'
down_revision = 'projects_bid_files'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('purchase', sa.Column('contact_office', sa.Text(), nullable=True))
    op.add_column('purchase', sa.Column('contact_phone', sa.Text(), nullable=True))
