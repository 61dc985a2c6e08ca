"""deliberation: with what is agreed there; projects that grow from one; approval in steps"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security
from procedures import migrations

revision = 'projects_5'
down_revision = 'projects_4'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('deliberation',
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('description', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('continues_id', sa.Uuid(), nullable=True),
    sa.Column('form', sa.Enum('council', 'talk', 'hearing', 'appraisal', 'online', name='form', native_enum=False, length=40), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('meets_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('invited', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('present', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('state', sa.Enum('draft', 'notified', 'held', 'concluded', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('notified_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('minutes', sa.Text(), nullable=True),
    sa.Column('dissent', sa.Text(), nullable=True),
    sa.Column('outcome', sa.Enum('agreed', 'not_agreed', 'escalated', 'referred', name='outcome', native_enum=False, length=40), nullable=True),
    sa.Column('conclusion', sa.Text(), nullable=True),
    sa.Column('concluded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('(outcome is null) = (concluded_at is null)', name=op.f('ck_deliberation_outcome')),
    sa.ForeignKeyConstraint(['continues_id'], ['deliberation.id'], name=op.f('fk_deliberation_continues_id_deliberation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deliberation')),
    sa.UniqueConstraint('continues_id', name=op.f('uq_deliberation_continues_id'))
    )
    op.create_index('ix_deliberation_need_ids', 'deliberation', ['need_ids'], postgresql_using='gin')
    op.create_index('ix_deliberation_scope_key_id', 'deliberation', ['scope_key', 'id'])
    op.create_table('deliberation_item',
    sa.Column('deliberation_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('role', sa.String(length=40), nullable=True),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('status', sa.Enum('open', 'done', 'dropped', name='status', native_enum=False, length=40), nullable=False),
    sa.Column('feedback', sa.Text(), nullable=True),
    sa.Column('fed_back_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('(role is null) <> (organisation_id is null)', name=op.f('ck_deliberation_item_responsible')),
    sa.CheckConstraint("(status = 'open') = (feedback is null)", name=op.f('ck_deliberation_item_feedback')),
    sa.ForeignKeyConstraint(['deliberation_id'], ['deliberation.id'], name=op.f('fk_deliberation_item_deliberation_id_deliberation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deliberation_item'))
    )
    op.create_index('ix_deliberation_item_deliberation_id', 'deliberation_item', ['deliberation_id'])
    op.create_index('ix_deliberation_item_organisation_id_id', 'deliberation_item', ['organisation_id', 'id'])
    op.create_index('ix_deliberation_item_scope_key_id', 'deliberation_item', ['scope_key', 'id'])
    for statement in [*row_security("deliberation"), *row_security("deliberation_item", organisation=True)]:
        op.execute(statement)
    migrations.approvable("project")
    op.add_column('project', sa.Column('deliberation_id', sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f('fk_project_deliberation_id_deliberation'), 'project', 'deliberation', ['deliberation_id'], ['id'])
    op.create_index('ix_project_deliberation_id', 'project', ['deliberation_id'])
    # What waits for its town goes on waiting, with a time limit from now on.
    op.execute("update project set review_step = 0, review_role = 'town_officer', review_due_on = current_date + 7 where state = 'submitted'")
