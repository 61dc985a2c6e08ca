"""records of a period: behind a figure of any days lie millions, and a page of them is found by area and day"""

from alembic import op

revision = 'assessment_records_of_a_period'
down_revision = 'assessment_terms_of_areas'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_index('ix_hours_copy_confirmed_on', 'hours_copy', ['scope_key', 'confirmed_on', 'id'])
    op.create_index('ix_signup_copy_held_from', 'signup_copy', ['scope_key', 'held_from', 'id'])
