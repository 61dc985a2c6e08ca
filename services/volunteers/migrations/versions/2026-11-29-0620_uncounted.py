"""uncounted: why no hours could be proposed of somebody who served"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_uncounted'
down_revision = 'volunteers_publicised_person'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('signup', sa.Column('uncounted_because', sa.Text(), nullable=True))
