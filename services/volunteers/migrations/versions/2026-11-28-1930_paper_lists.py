"""paper lists: registrations that officers make of signed forms, and the jobs that take lists in and out"""

import sqlalchemy as sa
from alembic import op

from chassis import job_tables

revision = 'volunteers_paper_lists'
down_revision = 'volunteers_training'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('volunteer', sa.Column('phone_cipher', sa.LargeBinary(), nullable=True))
    op.add_column('volunteer', sa.Column('registered_by', sa.Uuid(), nullable=True))
    op.add_column('volunteer', sa.Column('consented_on', sa.Date(), nullable=True))
    job_tables.create()
    # Nobody's rows for longer than a transaction; `like` takes columns alone, without what they must hold.
    op.execute("create unlogged table arriving_volunteer (like volunteer)")
    op.execute(
        "do $$ declare each text; begin"
        "  for each in select column_name from information_schema.columns where table_name = 'arriving_volunteer' loop"
        "    execute format('alter table arriving_volunteer alter column %I drop not null', each);"
        "  end loop;"
        "end $$"
    )
