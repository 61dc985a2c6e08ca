"""duplicates: what finds registrations of one person under two documents, and what was judged of each pair"""

import sqlalchemy as sa
from alembic import op

from chassis.database import row_security

revision = 'volunteers_duplicate'
down_revision = 'volunteers_waiting_hours'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    for table in ('volunteer', 'arriving_volunteer'):
        op.add_column(table, sa.Column('likeness', sa.Uuid(), nullable=True))
        op.add_column(table, sa.Column('continued_as_id', sa.Uuid(), nullable=True))
    op.create_foreign_key(
        'fk_volunteer_continued_as_id_volunteer', 'volunteer', 'volunteer', ['continued_as_id'], ['id']
    )
    standing = "state <> 'withdrawn' and likeness is"
    op.create_index(
        'ix_volunteer_likeness',
        'volunteer',
        ['likeness', 'id'],
        postgresql_where=sa.text(f'{standing} not null'),
    )
    op.create_index('ix_volunteer_likeness_missing', 'volunteer', ['id'], postgresql_where=sa.text(f'{standing} null'))
    op.create_index(
        'ix_volunteer_continued', 'volunteer', ['person_id'], postgresql_where=sa.text('continued_as_id is not null')
    )
    op.create_table(
        'duplicate_judgement',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.BigInteger(), nullable=False),
        sa.Column('area_id', sa.Uuid(), nullable=False),
        sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
        sa.Column('one_id', sa.Uuid(), nullable=False),
        sa.Column('other_id', sa.Uuid(), nullable=False),
        sa.Column('verdict', sa.String(length=40), nullable=False),
        sa.Column('stays_id', sa.Uuid(), nullable=True),
        sa.Column('reason', sa.Text(), nullable=False),
        sa.Column('decided_by', sa.Uuid(), nullable=True),
        sa.Column('decided_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name='pk_duplicate_judgement'),
        sa.ForeignKeyConstraint(['one_id'], ['volunteer.id'], name='fk_duplicate_judgement_one_id_volunteer'),
        sa.ForeignKeyConstraint(['other_id'], ['volunteer.id'], name='fk_duplicate_judgement_other_id_volunteer'),
        sa.UniqueConstraint('one_id', 'other_id', name='uq_duplicate_judgement_one_id_other_id'),
    )
    for statement in row_security('duplicate_judgement'):
        op.execute(statement)
