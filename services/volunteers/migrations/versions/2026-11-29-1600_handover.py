"""handover: a guardian who took the consent back, the child handed over, and hours that are decided"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_handover'
down_revision = 'volunteers_own_lists'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    for name in ('guardian_withdrew_at', 'handed_over_at'):
        op.add_column('attendance', sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    decided = sa.Column('hours_decided', sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column('attendance', decided)
    op.execute("select set_config('app.lo1', '', true), set_config('app.hi1', '~', true)")
    op.execute(
        "update attendance set hours_decided = true from hours"
        " where hours.activity_id = attendance.activity_id and hours.signup_id = attendance.signup_id"
        " and hours.state in ('confirmed', 'countered') and attendance.state in ('checked_in', 'forgotten')"
    )
