"""moved since: whoever knows what communities had reached reads again only where the registry told something since"""

from alembic import op

revision = 'assessment_10'
down_revision = 'assessment_9'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    for table in ('organisation_copy', 'post_copy', 'facility_copy'):
        op.create_index(f'ix_{table}_seq', table, ['seq'])
