"""publicised person: whoever publicised a star does not grant it by another account either"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_publicised_person'
down_revision = 'volunteers_own_hours'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('honour', sa.Column('publicised_person_id', sa.Uuid(), nullable=True))
