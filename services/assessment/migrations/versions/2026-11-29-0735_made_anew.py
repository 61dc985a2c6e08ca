"""made anew: copies that were added lately know what was told before, and nothing is said of them until they do"""

import sqlalchemy as sa
from alembic import op

from assessment.reading.emptying import read_anew

revision = 'assessment_made_anew'
down_revision = 'assessment_assessed'

NOTE = """
create function note_made_anew() returns trigger language plpgsql as $$
begin
  insert into made_anew (source, until) values (old.source, old.seq)
  on conflict (source) do update set until = greatest(made_anew.until, excluded.until);
  return null;
end $$
"""
NOTED = """
create trigger note_made_anew after update on follow_cursor for each row
when (old.follower = 'projections' and new.seq < old.seq) execute function note_made_anew()
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table(
        'made_anew',
        sa.Column('source', sa.Text(), nullable=False),
        sa.Column('until', sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint('source', name=op.f('pk_made_anew')),
    )
    op.execute(NOTE)
    op.execute(NOTED)
    read_anew()
