"""reviewer seat: who has scored or stands back stays on the list, so that a whole panel is seen to have scored"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_reviewer_seat'
down_revision = 'projects_purchase_contact'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('purchase_reviewer', sa.Column('seat', sa.Enum('waiting', 'scored', 'conflicted', name='seat', native_enum=False, length=40), server_default='waiting', nullable=False))
    op.alter_column('purchase_reviewer', 'seat', server_default=None)
