"""admission: taken in by the lead or on the spot, moved up by hand, answering a late promotion, vouching for a place"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_admission'
down_revision = 'volunteers_3'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('signup', sa.Column('walk_in', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.alter_column('signup', 'walk_in', server_default=None)
    op.add_column('signup', sa.Column('clash_signup_id', sa.Uuid(), nullable=True))
    op.add_column('signup', sa.Column('admitted_by', sa.Uuid(), nullable=True))
    for name in ('admitted_because', 'promoted_because'):
        op.add_column('signup', sa.Column(name, sa.Text(), nullable=True))
    op.add_column('signup', sa.Column('answer_by', sa.DateTime(timezone=True), nullable=True))
    op.create_index('ix_signup_answer_by', 'signup', ['answer_by'], postgresql_where=sa.text('answer_by is not null'))
    for name in ('vouched_by', 'vouched_person_id'):
        op.add_column('attendance', sa.Column(name, sa.Uuid(), nullable=True))
    op.add_column('attendance', sa.Column('vouched_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('attendance', sa.Column('vouched_because', sa.Text(), nullable=True))
