"""continued: a deliberation that its town takes further knows that it does"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_8'
down_revision = 'projects_7'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('deliberation', sa.Column('is_continued', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(
        'update deliberation set is_continued = true'
        ' where id in (select further.continues_id from deliberation as further where further.continues_id is not null)'
    )
