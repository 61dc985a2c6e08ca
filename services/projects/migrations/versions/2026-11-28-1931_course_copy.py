"""course copy: the trainings that a wanted role may ask for"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_10'
down_revision = 'projects_9'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table(
        'course_copy',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('name', sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint('id', name='pk_course_copy'),
        info={'projection': True},
    )
