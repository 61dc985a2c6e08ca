"""Phone codes and the texts that carry them."""

import sqlalchemy as sa
from alembic import op

revision = 'gateway_2'
down_revision = 'gateway_1'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('phone_challenge',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('phone_hash', sa.LargeBinary(), nullable=False),
    sa.Column('phone_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('code_hash', sa.LargeBinary(), nullable=False),
    sa.Column('network', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('tries', sa.BigInteger(), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_phone_challenge'))
    )
    op.create_index('ix_phone_challenge_made_at', 'phone_challenge', ['made_at'], unique=False)
    op.create_index('ix_phone_challenge_network_made_at', 'phone_challenge', ['network', 'made_at'], unique=False)
    op.create_index('ix_phone_challenge_phone_hash_made_at', 'phone_challenge', ['phone_hash', 'made_at'], unique=False)
    op.create_table('phone_text',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('phone_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('body_cipher', sa.LargeBinary(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('tries', sa.BigInteger(), nullable=False),
    sa.Column('next_try_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_phone_text'))
    )
    op.create_index('ix_phone_text_sent_at_next_try_at', 'phone_text', ['sent_at', 'next_try_at'], unique=False)
