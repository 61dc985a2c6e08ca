"""notice confirmed: a notice says when what it proposed was decided so, and keeps its words"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_confirmed'
down_revision = 'projects_dismissed'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('notice', sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "update notice set confirmed_at = purchase.awarded_at from purchase"
        " where purchase.notice_id = notice.id and purchase.state = 'awarded' and notice.withdrawn_at is null"
    )
    # What was written over by an award reads again as it lay open.
    op.execute(r"""
    update notice set title = replace(title, ' 成交结果公告', ' 拟成交结果公示'), text = regexp_replace(
        regexp_replace(text, '公示期内为拟成交，已于 .{10} 确认成交。$', ''), '(^|；)成交(供应商|金额)', '\1拟成交\2', 'g'
    ) where kind = 'award' and title like '% 成交结果公告'
    """)
