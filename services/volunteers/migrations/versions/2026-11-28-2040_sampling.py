"""sampling: draws of entries by hand, checks against the paper list, and proposers whose entries are all checked"""

import sqlalchemy as sa
from alembic import op

from chassis.database import row_security

revision = 'volunteers_sampling'
down_revision = 'volunteers_team'

DECIDED = (
    "array['state', 'version', 'second_account_id', 'decided_at', 'objection', 'disputed_at', 'vouched_by',"
    " 'vouched_person_id', 'checked_at']"
)
REFUSE = f"""
    create or replace function refuse_rewriting_hours() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE'
        or (to_jsonb(old) - {DECIDED}) <> (to_jsonb(new) - {DECIDED})
        or (old.state in ('returned', 'countered') and old.state <> new.state)
      then
        raise exception 'hours are append-only' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$
    """


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('hours', sa.Column('full_check', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('hours', sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        'ix_hours_by_hand', 'hours', ['decided_at'], postgresql_where=sa.text("source = 'manual' and state = 'confirmed'")
    )
    op.execute(REFUSE)
    record = (
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.BigInteger(), nullable=False),
        sa.Column('area_id', sa.Uuid(), nullable=False),
        sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    )
    op.create_table(
        'proposer_watch',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('proposed_by', sa.Text(), nullable=False),
        sa.Column('proposed_person_id', sa.Uuid(), nullable=True),
        sa.Column('hours_id', sa.Uuid(), nullable=False),
        sa.Column('until_on', sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint('id', name='pk_proposer_watch'),
    )
    op.create_index('ix_proposer_watch_proposed_by', 'proposer_watch', ['proposed_by'])
    op.create_index('ix_proposer_watch_proposed_person_id', 'proposer_watch', ['proposed_person_id'])
    op.create_table(
        'hours_draw',
        *(column.copy() for column in record),
        sa.Column('month', sa.Date(), nullable=False),
        sa.Column('pool', sa.ARRAY(sa.Uuid()), nullable=False),
        sa.Column('seed', sa.BigInteger(), nullable=False),
        sa.Column('share_percent', sa.BigInteger(), nullable=False),
        sa.Column('drawn_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name='pk_hours_draw'),
        sa.UniqueConstraint('area_id', 'month', name='uq_hours_draw_area_id_month'),
    )
    op.create_index('ix_hours_draw_scope_key_id', 'hours_draw', ['scope_key', 'id'])
    op.create_table(
        'hours_check',
        *(column.copy() for column in record),
        sa.Column('hours_id', sa.Uuid(), nullable=False),
        sa.Column('draw_id', sa.Uuid(), nullable=True),
        *(sa.Column(name, sa.String(length=40), nullable=False) for name in ('kind', 'state')),
        sa.Column('due_on', sa.Date(), nullable=False),
        sa.Column('entry_area_id', sa.Uuid(), nullable=False),
        sa.Column('volunteer_number', sa.Text(), nullable=False),
        sa.Column('title', sa.Text(), nullable=False),
        sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('minutes', sa.BigInteger(), nullable=False),
        sa.Column('because', sa.Text(), nullable=False),
        sa.Column('finding', sa.Text(), nullable=True),
        sa.Column('decided_by', sa.Uuid(), nullable=True),
        sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint('id', name='pk_hours_check'),
        sa.ForeignKeyConstraint(['hours_id'], ['hours.id'], name='fk_hours_check_hours_id_hours'),
        sa.ForeignKeyConstraint(['draw_id'], ['hours_draw.id'], name='fk_hours_check_draw_id_hours_draw'),
        sa.UniqueConstraint('hours_id', name='uq_hours_check_hours_id'),
    )
    op.create_index('ix_hours_check_scope_key_id', 'hours_check', ['scope_key', 'id'])
    for table in ('hours_draw', 'hours_check'):
        for statement in row_security(table):
            op.execute(statement)
