"""ledger: confirmed hours wait to be sealed, each gets a number and a seal, and pages of them are signed"""

import sqlalchemy as sa
from alembic import op

revision = 'volunteers_4'
down_revision = 'volunteers_admission'

# Whoever confirms, and however a row comes in: it waits for its seal in the transaction that made it count.
QUEUE = (
    """
    create function wait_to_be_sealed() returns trigger language plpgsql as $$
    begin
      insert into hours_unsealed (hours_id) values (new.id) on conflict do nothing;
      return null;
    end $$
    """,
    """
    create trigger hours_entered_confirmed after insert on hours
    for each row when (new.state = 'confirmed') execute function wait_to_be_sealed()
    """,
    """
    create trigger hours_confirmed after update of state on hours
    for each row when (new.state = 'confirmed' and old.state <> 'confirmed') execute function wait_to_be_sealed()
    """,
    # Row security binds the owner too.
    "select set_config('app.lo1', '', true), set_config('app.hi1', '~', true)",
    "insert into hours_unsealed (hours_id) select id from hours where state in ('confirmed', 'countered')",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('hours_unsealed',
    sa.Column('hours_id', sa.Uuid(), nullable=False),
    sa.PrimaryKeyConstraint('hours_id', name=op.f('pk_hours_unsealed'))
    )
    op.create_table('hours_seal',
    sa.Column('n', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('hours_id', sa.Uuid(), nullable=False),
    sa.Column('seal', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('n', name=op.f('pk_hours_seal')),
    sa.UniqueConstraint('hours_id', name=op.f('uq_hours_seal_hours_id'))
    )
    op.create_table('ledger_page',
    sa.Column('number', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('first', sa.BigInteger(), nullable=False),
    sa.Column('last', sa.BigInteger(), nullable=False),
    sa.Column('root', sa.LargeBinary(), nullable=False),
    sa.Column('head', sa.LargeBinary(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('sealed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('signed', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_ledger_page')),
    sa.UniqueConstraint('first', name=op.f('uq_ledger_page_first')),
    sa.UniqueConstraint('last', name=op.f('uq_ledger_page_last'))
    )
    op.create_index(op.f('ix_ledger_page_day'), 'ledger_page', ['day'], unique=False)
    for statement in QUEUE:
        op.execute(statement)
