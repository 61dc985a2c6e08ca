"""terms of areas: a past day is judged by the organ that a community had then

The present terms are taken over; those before them are known once the readings are made anew.
"""

import sqlalchemy as sa
from alembic import op

revision = 'assessment_terms_of_areas'
down_revision = 'assessment_lines_stay'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table(
        'area_term_copy',
        sa.Column('area_id', sa.Uuid(), nullable=False),
        sa.Column('valid_from', sa.Date(), nullable=False),
        sa.Column('organ_kind', sa.Text(), nullable=True),
        sa.Column('seq', sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint('area_id', 'valid_from', name=op.f('pk_area_term_copy')),
    )
    op.execute(
        "insert into area_term_copy (area_id, valid_from, organ_kind, seq)"
        " select id, coalesce(valid_from, date '0001-01-01'), organ_kind, seq from area_copy"
    )
