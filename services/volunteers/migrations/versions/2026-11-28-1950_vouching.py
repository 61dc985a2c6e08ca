"""vouching: who answers for a presence, when somebody says that they left, no-shows and their excuse, disputes in time"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_vouching'
down_revision = 'volunteers_paper_lists'

DECIDED = "array['state', 'version', 'second_account_id', 'decided_at', 'objection', 'disputed_at', 'vouched_by', 'vouched_person_id']"
REFUSE = f"""
    create or replace function refuse_rewriting_hours() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE'
        or (to_jsonb(old) - {DECIDED}) <> (to_jsonb(new) - {DECIDED})
        or (old.state in ('returned', 'countered') and old.state <> new.state)
      then
        raise exception 'hours are append-only' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$
    """


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('signup', sa.Column('excused_because', sa.Text(), nullable=True))
    op.create_index('ix_signup_still_out', 'signup', ['ends_at'], postgresql_where=sa.text("state = 'confirmed'"))
    op.add_column('attendance', sa.Column('said_left_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('attendance', sa.Column('said_because', sa.Text(), nullable=True))
    op.add_column('hours', sa.Column('disputed_at', sa.DateTime(timezone=True), nullable=True))
    for name in ('vouched_by', 'vouched_person_id'):
        op.add_column('hours', sa.Column(name, sa.Uuid(), nullable=True))
    op.execute(REFUSE)
