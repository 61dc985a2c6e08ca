"""second account: who confirms is an account, not a person; a guardian's consent is seen by whoever sees the child"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_3'
down_revision = 'volunteers_2'

REFUSE = """
    create or replace function refuse_rewriting_hours() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE'
        or (to_jsonb(old) - array['state', 'version', 'second_account_id', 'decided_at', 'objection'])
          <> (to_jsonb(new) - array['state', 'version', 'second_account_id', 'decided_at', 'objection'])
        or (old.state in ('returned', 'countered') and old.state <> new.state)
      then
        raise exception 'hours are append-only' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$
    """
CONSENT = (
    "alter table guardian_consent enable row level security",
    "alter table guardian_consent force row level security",
    # Row security of the volunteer's own row decides; what is written must be visible to whoever writes it.
    "create policy visible on guardian_consent"
    " using (exists (select 1 from volunteer where volunteer.id = guardian_consent.volunteer_id))",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.alter_column('hours', 'second_person_id', new_column_name='second_account_id')
    op.execute(
        "alter table hours rename constraint ck_hours_second_person_is_another to ck_hours_second_account_is_another"
    )
    op.add_column('hours', sa.Column('proposed_person_id', sa.Uuid(), nullable=True))
    op.execute(REFUSE)
    for statement in CONSENT:
        op.execute(statement)
    op.create_index(
        'ix_attendance_still_in', 'attendance', ['activity_id'], postgresql_where=sa.text("state = 'checked_in'")
    )
