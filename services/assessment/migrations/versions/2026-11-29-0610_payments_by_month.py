"""payments by month: what was counted by the day of the payment stands on the first of its month"""

from alembic import op

revision = 'assessment_payments'
down_revision = 'assessment_confirmed'

SUMMED = """
with daily as (delete from tally where counted = 'paid_fen' returning counted, scope_key, on_day, change)
insert into tally (counted, scope_key, on_day, change)
select counted, scope_key, date_trunc('month', on_day)::date, sum(change)::bigint from daily group by 1, 2, 3
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.execute(SUMMED)
