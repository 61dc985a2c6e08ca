"""handover: when the guardian of a child who is there took the consent back"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_handover'
down_revision = 'volunteers_own_lists'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('attendance', sa.Column('guardian_withdrew_at', sa.DateTime(timezone=True), nullable=True))
