"""provider of record: a project keeps the organisation of its last signed contract, a result its winner, and a payment number pays once"""

import sqlalchemy as sa
from alembic import op

revision = 'projects_provider_of_record'
down_revision = 'projects_reviewer_seat'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.add_column('project', sa.Column('by_contract', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.alter_column('project', 'by_contract', server_default=None)
    op.execute(
        "update project set by_contract = true, organisation_id = last.organisation_id"
        " from (select distinct on (project_id) project_id, organisation_id from contract"
        " where signed_at is not null order by project_id, signed_at desc) last where last.project_id = project.id"
    )
    op.add_column('purchase', sa.Column('awarded_name', sa.Text(), nullable=True))
    op.execute(
        "update purchase set awarded_name = bid.provider_name from bid"
        " where bid.purchase_id = purchase.id and bid.organisation_id = purchase.awarded_organisation_id"
    )
    # Where one number already stands at two payments, the later ones say so, so that somebody looks at them.
    op.execute(
        "update payment set reference = payment.reference || ' (重复 ' || payment.id || ')'"
        " from payment earlier where earlier.reference = payment.reference and earlier.id < payment.id"
    )
    op.create_index('ix_payment_reference', 'payment', ['reference'], unique=True)
