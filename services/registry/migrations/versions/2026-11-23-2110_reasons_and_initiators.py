"""reasons and initiators: why a filing ended stays in the registry; initiators are seen with their organisation"""

import sqlalchemy as sa
from alembic import op

revision = 'registry_3'
down_revision = 'registry_2'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('organisation', sa.Column('deregistered_because', sa.Text(), nullable=True))
    op.execute("alter table initiator enable row level security")
    op.execute("alter table initiator force row level security")
    # Row security of the organisation itself decides, as the same caller.
    visible = "exists (select from organisation where organisation.id = initiator.organisation_id)"
    op.execute(f"create policy visible on initiator using ({visible}) with check (true)")
