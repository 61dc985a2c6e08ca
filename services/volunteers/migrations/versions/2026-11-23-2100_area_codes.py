"""area codes: an area may take a code that another has given up, in whichever order the copies hear of it"""

from alembic import op

revision = 'volunteers_2'
down_revision = '62015c35c601'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.drop_constraint("uq_area_copy_code", "area_copy", type_="unique")
