"""targets of towns: one that begins on a day is unique for its unit, not for the city"""

from alembic import op

revision = 'assessment_6'
down_revision = 'assessment_scorecards'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.drop_index('uq_target_begun', table_name='target')
    op.create_index(
        'uq_target_begun',
        'target',
        ['area_id', 'indicator', 'organ_kind', 'valid_from'],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
