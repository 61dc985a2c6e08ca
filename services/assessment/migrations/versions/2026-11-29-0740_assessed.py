"""assessed: a scheme of which every unit has its frozen points is said to be over"""

from alembic import op

revision = 'assessment_assessed'
down_revision = 'assessment_planned_for_millions'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.execute(
        """
        update scheme set state = 'assessed', version = version + 1 where state = 'assessing'
          and unit_ids <@ (select coalesce(array_agg(area_id), '{}') from frozen_score where scheme_id = scheme.id)
        """
    )
