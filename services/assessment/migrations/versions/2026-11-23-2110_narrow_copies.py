"""narrow copies: they lose what nobody reads"""

from alembic import op

revision = 'assessment_3'
down_revision = 'assessment_2'

UNREAD = {
    'need_copy': ('channel', 'category'),
    'organisation_copy': ('kind', 'path', 'category'),
    'volunteer_copy': ('groups', 'age_band'),
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    for table, columns in UNREAD.items():
        for column in columns:
            op.drop_column(table, column)
