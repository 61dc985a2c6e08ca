"""objections dismissed: a notice that was objected to says so also once everything is answered"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_dismissed'
down_revision = 'projects_provider_of_record'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('notice', sa.Column('objections_dismissed', sa.BigInteger(), server_default='0', nullable=False))
    op.execute("""
    update notice set objections_dismissed = counted.dismissed from (
        select notice_id, count(*) as dismissed from objection where standing = 'dismissed' group by notice_id
    ) as counted where counted.notice_id = notice.id
    """)
    op.alter_column('notice', 'objections_dismissed', server_default=None)
