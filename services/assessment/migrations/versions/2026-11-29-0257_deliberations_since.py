"""deliberations since: a figure of them is made again when something of them was told, not with every need"""

from alembic import op

revision = 'assessment_11'
down_revision = 'assessment_10'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_index('ix_deliberation_copy_seq', 'deliberation_copy', ['seq'])
