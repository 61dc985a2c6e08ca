"""tasks and notices: copies of what waits for somebody and of what concerns them, and who has read the latter"""

import sqlalchemy as sa
from alembic import op

from chassis.database import row_security

revision = 'gateway_5'
down_revision = 'gateway_4'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('task',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('href', sa.Text(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('ranked_on', sa.Date(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task'))
    )
    waiting = {'postgresql_where': 'closed_at is null'}
    op.create_index('ix_task_scope_key_ranked_on', 'task', ['scope_key', 'ranked_on'], **waiting)
    op.create_index('ix_task_organisation_id_ranked_on', 'task', ['organisation_id', 'ranked_on'], **waiting)
    op.create_index('ix_task_closed_at', 'task', ['closed_at'], postgresql_where='closed_at is not null')
    op.create_table('notice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('href', sa.Text(), nullable=False),
    sa.Column('about', sa.Text(), nullable=True),
    sa.Column('actor', sa.Text(), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice'))
    )
    op.create_index('ix_notice_scope_key_told_at', 'notice', ['scope_key', 'told_at'])
    op.create_index('ix_notice_organisation_id_told_at', 'notice', ['organisation_id', 'told_at'])
    op.create_index('ix_notice_told_at', 'notice', ['told_at'])
    op.create_table('notice_reading',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('notice_id', sa.Uuid(), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['notice_id'], ['notice.id'], name=op.f('fk_notice_reading_notice_id_notice'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('account_id', 'notice_id', name=op.f('pk_notice_reading'))
    )
    op.create_index('ix_notice_reading_notice_id', 'notice_reading', ['notice_id'])
    for table in ('task', 'notice'):
        for statement in row_security(table, organisation=True):
            op.execute(statement)
