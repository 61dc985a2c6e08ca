"""deliberations by day: a figure of the city counts them from an index alone"""

from alembic import op

revision = 'assessment_9'
down_revision = 'assessment_8'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_index(
        'ix_deliberation_copy_held_on', 'deliberation_copy', ['scope_key', 'held_on', 'closed_on']
    )
