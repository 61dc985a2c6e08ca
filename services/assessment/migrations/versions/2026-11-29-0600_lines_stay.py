"""lines stay: no line leaves a frozen scorecard for another card, whoever asks and whatever they may see"""

from alembic import op

revision = 'assessment_lines_stay'
down_revision = 'assessment_payments'

# Row security would hide a card that lies elsewhere from the very look that guards it: for this look all are seen.
GUARD = """
create or replace function refuse_rewriting_scorecard_line() returns trigger language plpgsql as $$
declare
  low text := current_setting('app.lo1', true);
  high text := current_setting('app.hi1', true);
  frozen boolean;
begin
  perform set_config('app.lo1', '', true), set_config('app.hi1', '~', true);
  frozen := exists (select from scorecard where id in (new.scorecard_id, old.scorecard_id) and state = 'frozen');
  perform set_config('app.lo1', coalesce(low, ''), true), set_config('app.hi1', coalesce(high, ''), true);
  if frozen then
    raise exception 'a frozen scorecard is not rewritten' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.execute(GUARD)
