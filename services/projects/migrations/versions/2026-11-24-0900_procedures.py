"""procedures: notices with their objections, and attachments"""

from alembic import op

from procedures import migrations

revision = 'projects_4'
down_revision = 'projects_3'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    migrations.notices()
    migrations.attachments()
