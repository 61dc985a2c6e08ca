"""team: teams of volunteers, and social workers paired with them"""

import sqlalchemy as sa
from alembic import op

from chassis.database import row_security

revision = 'volunteers_team'
down_revision = 'volunteers_honour'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('organisation_copy',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation_copy')),
    info={'projection': True}
    )
    op.create_table('post_copy',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('field', sa.Text(), nullable=False),
    sa.Column('social_worker_id', sa.Uuid(), nullable=True),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_post_copy')),
    info={'projection': 'overwritten'}
    )
    op.create_index('ix_post_copy_organisation_id', 'post_copy', ['organisation_id'], unique=False)
    op.create_index('ix_post_copy_scope_key', 'post_copy', ['scope_key'], unique=False)
    op.create_index(op.f('ix_post_copy_social_worker_id'), 'post_copy', ['social_worker_id'], unique=False)
    op.create_table('social_worker_copy',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_social_worker_copy')),
    info={'projection': 'overwritten'}
    )
    op.create_table('team',
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('state', sa.Enum('active', 'dissolved', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('field', sa.Enum('community', 'elderly', 'children_youth', 'disability', 'family', 'social_assistance', 'health', 'culture_sports', 'environment', 'emergency', name='servicefield', native_enum=False, length=40), nullable=False),
    sa.Column('description', sa.Text(), nullable=False),
    sa.Column('leader_volunteer_id', sa.Uuid(), nullable=True),
    sa.Column('members', sa.BigInteger(), nullable=False),
    sa.Column('formed_on', sa.Date(), nullable=False),
    sa.Column('dissolved_on', sa.Date(), nullable=True),
    sa.Column('dissolved_because', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['leader_volunteer_id'], ['volunteer.id'], name=op.f('fk_team_leader_volunteer_id_volunteer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team'))
    )
    op.create_index('ix_team_account_id', 'team', ['account_id'], unique=False)
    op.create_index('ix_team_organisation_id', 'team', ['organisation_id'], unique=False)
    op.create_index('ix_team_scope_key_id', 'team', ['scope_key', 'id'], unique=False)
    op.create_index('uq_team_area_id_name', 'team', ['area_id', 'name'], unique=True, postgresql_where=sa.text("state = 'active'"))
    op.create_table('membership',
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('team_id', sa.Uuid(), nullable=False),
    sa.Column('volunteer_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.Enum('asked', 'invited', 'member', 'left', 'removed', 'declined', name='standing', native_enum=False, length=40), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('joined_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_membership_team_id_team')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer.id'], name=op.f('fk_membership_volunteer_id_volunteer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_membership'))
    )
    op.create_index('ix_membership_account_id_id', 'membership', ['account_id', 'id'], unique=False)
    op.create_index('ix_membership_scope_key_id', 'membership', ['scope_key', 'id'], unique=False)
    op.create_index('ix_membership_team_id_state', 'membership', ['team_id', 'state'], unique=False)
    op.create_index(op.f('ix_membership_volunteer_id'), 'membership', ['volunteer_id'], unique=False)
    op.create_index('uq_membership_team_id_volunteer_id', 'membership', ['team_id', 'volunteer_id'], unique=True, postgresql_where=sa.text("state in ('asked', 'invited', 'member')"))
    op.create_table('pairing',
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('team_id', sa.Uuid(), nullable=False),
    sa.Column('social_worker_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.Enum('running', 'handover_due', 'handed_over', 'ended', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('predecessor_id', sa.Uuid(), nullable=True),
    sa.Column('handover_because', sa.Enum('post_vacated', 'registration_lapsed', 'released', name='because', native_enum=False, length=40), nullable=True),
    sa.Column('handover_since', sa.Date(), nullable=True),
    sa.Column('handover_until', sa.Date(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('handover_note', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('ends_on >= starts_on', name=op.f('ck_pairing_days')),
    sa.ForeignKeyConstraint(['predecessor_id'], ['pairing.id'], name=op.f('fk_pairing_predecessor_id_pairing')),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_pairing_team_id_team')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pairing'))
    )
    op.create_index('ix_pairing_scope_key_id', 'pairing', ['scope_key', 'id'], unique=False)
    op.create_index(op.f('ix_pairing_social_worker_id'), 'pairing', ['social_worker_id'], unique=False)
    op.create_index(op.f('ix_pairing_team_id'), 'pairing', ['team_id'], unique=False)
    op.create_index('uq_pairing_team_id', 'pairing', ['team_id'], unique=True, postgresql_where=sa.text("state in ('running', 'handover_due')"))
    op.create_index('ix_activity_copy_lead_person_id', 'activity_copy', ['lead_person_id'], unique=False)
    op.add_column('guardian_consent', sa.Column('team_id', sa.Uuid(), nullable=True))
    for table in ("team", "membership"):
        for statement in row_security(table, organisation=True, owner=True):
            op.execute(statement)
    for statement in row_security("pairing", organisation=True):
        op.execute(statement)
    # The copies of organisations, social workers and posts are new: the registry is followed again from its beginning.
    op.execute("update follow_cursor set seq = 0 where follower = 'projections' and source = 'registry'")
