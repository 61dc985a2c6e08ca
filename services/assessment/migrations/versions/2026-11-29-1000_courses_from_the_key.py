"""courses from the key: the index of a count's key holds its change, so that a figure is read without its rows"""

from alembic import op

revision = 'assessment_courses_from_the_key'
down_revision = 'assessment_made_anew'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.execute("alter table tally drop constraint pk_tally")
    op.execute("alter table tally add constraint pk_tally primary key (counted, scope_key, on_day) include (change)")
