"""alike: registrations wait to be compared with all others, and the hashes that several have are kept"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_alike'
down_revision = 'volunteers_duplicate'

QUEUE = """
    create function queue_likeness() returns trigger language plpgsql as $$
    begin
      insert into likeness_waiting (likeness) select likeness from registered where likeness is not null;
      return null;
    end $$
    """
TRIGGER = """
    create trigger queue_likeness after insert on volunteer
    referencing new table as registered for each statement execute function queue_likeness()
    """


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('likeness_waiting', sa.Column('likeness', sa.Uuid(), nullable=False))
    op.create_table(
        'likeness_shared',
        sa.Column('likeness', sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint('likeness', name='pk_likeness_shared'),
    )
    op.execute(QUEUE)
    op.execute(TRIGGER)
    op.execute("set local app.lo1 = ''")
    op.execute("set local app.hi1 = '~'")
    op.execute("insert into likeness_waiting (likeness) select likeness from volunteer where likeness is not null")
