"""clash_index: sign-ups of one volunteer by their end and start, so that what cannot clash is not read"""

from alembic import op

revision = 'volunteers_clash_index'
down_revision = 'volunteers_handover'

NEW, OLD = 'ix_signup_volunteer_id_ends_at_starts_at', 'ix_signup_volunteer_id_ends_at'


def upgrade() -> None:
    # Beside the sign-ups that go on meanwhile: an index of millions takes minutes.
    with op.get_context().autocommit_block():
        # It holds nobody up, but waits itself for whoever is at work: a list or a dump may take longer than the limits.
        op.execute("set lock_timeout = 0; set statement_timeout = 0")
        # An attempt that was cut off has left one that is not valid.
        op.drop_index(NEW, 'signup', if_exists=True, postgresql_concurrently=True)
        op.create_index(NEW, 'signup', ['volunteer_id', 'ends_at', 'starts_at'], postgresql_concurrently=True)
        op.drop_index(OLD, 'signup', if_exists=True, postgresql_concurrently=True)
        op.execute("set lock_timeout = '5s'; set statement_timeout = '10min'")
