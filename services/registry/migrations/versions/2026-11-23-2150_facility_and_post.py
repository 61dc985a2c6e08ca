"""facility and post: facilities, who works in them until when, posts and who held them"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security

revision = 'registry_6'
down_revision = 'registry_5'


def record() -> list[sa.Column]:
    return [
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.BigInteger(), nullable=False),
        sa.Column('area_id', sa.Uuid(), nullable=False),
        sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    ]


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('facility',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Enum('service_centre', 'social_work_station', 'elderly_care', 'children_home', 'incubator', 'other', name='facilitykind', native_enum=False, length=40), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.Column('rooms', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('opening_hours', sa.Text(), nullable=False),
    sa.Column('floor_area_m2', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Enum('open', 'closed', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('closed_because', sa.Text(), nullable=True),
    *record(),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_facility'))
    )
    op.create_index('ix_facility_scope_key_id', 'facility', ['scope_key', 'id'], unique=False)
    op.create_index(op.f('ix_facility_state'), 'facility', ['state'], unique=False)
    op.create_table('stationing',
    sa.Column('facility_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('social_worker_id', sa.Uuid(), nullable=True),
    sa.Column('agreement', sa.Text(), nullable=False),
    sa.Column('state', sa.Enum('running', 'ended', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=True),
    *record(),
    sa.CheckConstraint('(organisation_id is null) <> (social_worker_id is null)', name=op.f('ck_stationing_one_of_both')),
    sa.ForeignKeyConstraint(['facility_id'], ['facility.id'], name=op.f('fk_stationing_facility_id_facility')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_stationing_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['social_worker_id'], ['social_worker.id'], name=op.f('fk_stationing_social_worker_id_social_worker')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stationing'))
    )
    op.create_index('ix_stationing_scope_key_id', 'stationing', ['scope_key', 'id'], unique=False)
    op.create_index('ix_stationing_until', 'stationing', ['until'], unique=False)
    for column in ('facility_id', 'organisation_id', 'social_worker_id'):
        op.create_index(op.f(f'ix_stationing_{column}'), 'stationing', [column], unique=False)
    for name, column in (('uq_stationing_organisation', 'organisation_id'), ('uq_stationing_social_worker', 'social_worker_id')):
        op.create_index(name, 'stationing', ['facility_id', column], unique=True, postgresql_where=sa.text("state = 'running'"))
    op.create_table('post',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('field', sa.Enum('community', 'elderly', 'children_youth', 'disability', 'family', 'social_assistance', 'justice', 'health', name='postfield', native_enum=False, length=40), nullable=False),
    sa.Column('employer_kind', sa.Enum('agency', 'town_government', name='employerkind', native_enum=False, length=40), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('full_time', sa.Boolean(), nullable=False),
    sa.Column('planned_on', sa.Date(), nullable=False),
    *record(),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_post_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_post')),
    sa.UniqueConstraint('number', name=op.f('uq_post_number'))
    )
    op.create_index('ix_post_scope_key_id', 'post', ['scope_key', 'id'], unique=False)
    op.create_index(op.f('ix_post_organisation_id'), 'post', ['organisation_id'], unique=False)
    op.create_table('holding',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('post_id', sa.Uuid(), nullable=False),
    sa.Column('social_worker_id', sa.Uuid(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('vacated_because', sa.Text(), nullable=True),
    sa.CheckConstraint('ends_on >= starts_on', name=op.f('ck_holding_days')),
    sa.ForeignKeyConstraint(['post_id'], ['post.id'], name=op.f('fk_holding_post_id_post')),
    sa.ForeignKeyConstraint(['social_worker_id'], ['social_worker.id'], name=op.f('fk_holding_social_worker_id_social_worker')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_holding'))
    )
    op.create_index(op.f('ix_holding_social_worker_id'), 'holding', ['social_worker_id'], unique=False)
    op.create_index('uq_holding_post', 'holding', ['post_id'], unique=True, postgresql_where=sa.text('ends_on is null'))
    op.execute("alter table holding enable row level security")
    op.execute("alter table holding force row level security")
    # Row security of the post itself decides, as the same caller.
    visible = "exists (select from post where post.id = holding.post_id)"
    op.execute(f"create policy visible on holding using ({visible}) with check (true)")
    for table, organisation in (("facility", False), ("stationing", True), ("post", True)):
        for statement in row_security(table, organisation=organisation):
            op.execute(statement)
