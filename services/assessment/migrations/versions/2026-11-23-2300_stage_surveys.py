"""stage surveys: a survey asks about an activity or about a stage of a contract"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = 'assessment_4'
down_revision = 'assessment_3'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.alter_column('survey', 'activity_id', existing_type=sa.Uuid(), nullable=True)
    op.add_column('survey', sa.Column('acceptance_id', sa.Uuid(), nullable=True))
    op.add_column('survey', sa.Column('contract_id', sa.Uuid(), nullable=True))
    op.add_column('survey', sa.Column('provider_id', sa.Uuid(), nullable=True))
    op.add_column('survey', sa.Column('stage_no', sa.BigInteger(), nullable=True))
    op.add_column('survey', sa.Column('stage_activity_ids', postgresql.ARRAY(sa.Uuid()), nullable=True))
    op.create_unique_constraint(op.f('uq_survey_acceptance_id'), 'survey', ['acceptance_id'])
    op.create_check_constraint(
        op.f('ck_survey_subject'),
        'survey',
        "num_nonnulls(activity_id, acceptance_id) = 1"
        " and num_nonnulls(acceptance_id, contract_id, provider_id, stage_no, stage_activity_ids) in (0, 5)",
    )
    op.alter_column('invitation', 'activity_id', existing_type=sa.Uuid(), nullable=True)
    op.add_column('invitation', sa.Column('stage_no', sa.BigInteger(), nullable=True))
