"""twenty indicators: the readings keep more, and are therefore made anew from the facts"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = 'assessment_5'
down_revision = 'assessment_4'

KEPT = ("activity_copy", "hours_copy", "need_copy", "organisation_copy", "participation_copy", "project_copy",
        "signup_copy", "tally", "volunteer_copy")
NEW = ("budget_copy", "deliberation_copy", "facility_copy", "payment_copy", "post_copy", "service_month_copy")


def copy(table: str, *columns: sa.Column) -> None:
    op.create_table(
        table,
        *columns,
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('area_id', sa.Uuid(), nullable=False),
        sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
        sa.Column('seq', sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{table}')),
    )
    op.create_index(f'ix_{table}_scope_key_id', table, ['scope_key', 'id'], unique=False)


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.execute(f"truncate {', '.join(KEPT)}")
    op.execute("update follow_cursor set seq = 0 where follower = 'projections'")
    for column in ('valid_from', 'valid_to'):
        op.drop_column('organisation_copy', column)
    op.add_column('organisation_copy', sa.Column('days', postgresql.DATEMULTIRANGE(), nullable=False))
    op.add_column('organisation_copy', sa.Column('promoted_on', sa.Date(), nullable=True))
    op.add_column('organisation_copy', sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False))
    op.add_column('volunteer_copy', sa.Column('homes', postgresql.JSONB(astext_type=sa.Text()), nullable=False))
    copy('post_copy', sa.Column('days', postgresql.DATEMULTIRANGE(), nullable=False))
    copy('facility_copy', sa.Column('days', postgresql.DATEMULTIRANGE(), nullable=False))
    copy(
        'deliberation_copy',
        sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column('held_on', sa.Date(), nullable=False),
        sa.Column('concluded_on', sa.Date(), nullable=True),
        sa.Column('closed_on', sa.Date(), nullable=True),
    )
    copy(
        'budget_copy',
        sa.Column('year', sa.BigInteger(), nullable=False),
        sa.Column('granted_fen', sa.BigInteger(), nullable=False),
        sa.Column('granted_on', sa.Date(), nullable=False),
    )
    copy(
        'payment_copy',
        sa.Column('project_id', sa.Uuid(), nullable=False),
        sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column('year', sa.BigInteger(), nullable=False),
        sa.Column('amount_fen', sa.BigInteger(), nullable=False),
        sa.Column('made_on', sa.Date(), nullable=False),
    )
    op.create_table(
        'service_month_copy',
        sa.Column('volunteer_id', sa.Uuid(), nullable=False),
        sa.Column('on_month', sa.Date(), nullable=False),
        sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
        sa.Column('minutes', sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint('volunteer_id', 'on_month', name=op.f('pk_service_month_copy')),
    )
    for table in NEW:
        for statement in row_security(table):
            op.execute(statement)
