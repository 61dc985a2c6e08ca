"""area codes: an area may take a code that another has given up, in whichever order the copies hear of it"""

from alembic import op

revision = 'assessment_2'
down_revision = 'e9fae32f8f1a'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.drop_constraint("uq_area_copy_code", "area_copy", type_="unique")
