"""counters of areas above: a count is kept for its area and for all above; those there are, are summed up once

What waits in the linkage loop is found by an index of its own.
"""

from alembic import op

revision = 'assessment_8'
down_revision = 'assessment_7'

SUMMED = """
create temporary table summed on commit drop as
select counted, array_to_string(codes[1:depth], '/') || '/' as scope_key, on_day, sum(change)::bigint as change
from (select *, string_to_array(rtrim(scope_key, '/'), '/') as codes from tally) as counts
cross join lateral generate_series(1, cardinality(codes)) as depth
group by 1, 2, 3
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.execute("lock table tally in access exclusive mode")
    op.execute("alter table tally no force row level security")
    op.execute(SUMMED)
    op.execute("truncate tally")
    op.drop_index('ix_tally_counted_scope_key_on_day', table_name='tally')
    op.drop_constraint('pk_tally', 'tally')
    op.drop_column('tally', 'area_id')
    op.create_primary_key('pk_tally', 'tally', ['counted', 'scope_key', 'on_day'])
    op.execute("insert into tally (counted, scope_key, on_day, change) select * from summed")
    op.execute("alter table tally force row level security")
    op.create_index(
        'ix_need_copy_unanswered',
        'need_copy',
        ['scope_key', 'raised_on'],
        postgresql_where="left_on is null and answered_on is null",
    )
    op.create_index(
        'ix_hours_copy_unconfirmed',
        'hours_copy',
        ['scope_key', 'proposed_on'],
        postgresql_where="state in ('proposed', 'disputed')",
    )
