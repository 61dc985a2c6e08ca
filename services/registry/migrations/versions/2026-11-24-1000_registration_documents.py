"""registration documents: what was given for each paper that the law names; attachments"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from procedures import migrations

revision = 'registry_7'
down_revision = 'registry_6'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    migrations.notices()
    migrations.attachments()
    op.add_column('registration', sa.Column('documents', postgresql.JSONB(), nullable=False, server_default='[]'))
    op.alter_column('registration', 'documents', server_default=None)
