"""scorecards: schemes, cards with their lines, and what is frozen of them; evidence by the procedures' attachments"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security
from procedures import migrations as procedures

revision = 'assessment_scorecards'
down_revision = 'assessment_5'

# What has come into force, been frozen or been published stays: the belt under the rules and the grants.
GUARDS = (
    """
    create function refuse_rewriting_scheme() returns trigger language plpgsql as $$
    begin
      if old.state <> 'draft' and (tg_op = 'DELETE'
        or (to_jsonb(old) - array['state', 'version']) <> (to_jsonb(new) - array['state', 'version'])
        or new.state = 'draft')
      then
        raise exception 'a scheme in force is not rewritten' using errcode = 'restrict_violation';
      end if;
      return coalesce(new, old);
    end $$
    """,
    """
    create function refuse_rewriting_scorecard() returns trigger language plpgsql as $$
    begin
      if old.state = 'frozen' then
        raise exception 'a frozen scorecard is not rewritten' using errcode = 'restrict_violation';
      end if;
      return coalesce(new, old);
    end $$
    """,
    """
    create function refuse_rewriting_scorecard_line() returns trigger language plpgsql as $$
    declare card uuid := coalesce(new.scorecard_id, old.scorecard_id);
    begin
      if exists (select from scorecard where id = card and state = 'frozen') then
        raise exception 'a frozen scorecard is not rewritten' using errcode = 'restrict_violation';
      end if;
      return coalesce(new, old);
    end $$
    """,
    """
    create function refuse_rewriting_frozen() returns trigger language plpgsql as $$
    begin
      raise exception 'what is frozen is not rewritten' using errcode = 'restrict_violation';
    end $$
    """,
    """
    create trigger scheme_guarded before update or delete on scheme
    for each row execute function refuse_rewriting_scheme()
    """,
    """
    create trigger scorecard_guarded before update or delete on scorecard
    for each row execute function refuse_rewriting_scorecard()
    """,
    """
    create trigger scorecard_line_guarded before insert or update or delete on scorecard_line
    for each row execute function refuse_rewriting_scorecard_line()
    """,
    """
    create trigger frozen_card_guarded before update or delete on frozen_card
    for each row execute function refuse_rewriting_frozen()
    """,
    """
    create trigger frozen_score_guarded before update or delete on frozen_score
    for each row execute function refuse_rewriting_frozen()
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    procedures.notices()
    procedures.attachments()
    op.create_table('scheme',
    sa.Column('year', sa.BigInteger(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('state', sa.Enum('draft', 'in_force', 'assessing', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('unit_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('lines', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('report_days', sa.BigInteger(), nullable=False),
    sa.Column('objection_days', sa.BigInteger(), nullable=False),
    sa.Column('decision_days', sa.BigInteger(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('assumption', sa.Boolean(), nullable=False),
    sa.Column('drafted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('drafted_by', sa.Uuid(), nullable=True),
    sa.Column('adopted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('adopted_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_scheme'))
    )
    op.create_index('ix_scheme_year_id', 'scheme', ['year', 'id'], unique=False)
    op.create_index('uq_scheme_year', 'scheme', ['year'], unique=True, postgresql_where="state <> 'draft'")
    op.create_table('scorecard',
    sa.Column('scheme_id', sa.Uuid(), nullable=False),
    sa.Column('year', sa.BigInteger(), nullable=False),
    sa.Column('number', sa.BigInteger(), nullable=False),
    sa.Column('unit_code', sa.Text(), nullable=False),
    sa.Column('unit_name', sa.Text(), nullable=True),
    sa.Column('state', sa.Enum('reporting', 'checking', 'announced', 'objected', 'settled', 'frozen', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('replaces_id', sa.Uuid(), nullable=True),
    sa.Column('correction', sa.Text(), nullable=True),
    sa.Column('positions', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('computed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_by', sa.Uuid(), nullable=True),
    sa.Column('report_by', sa.Date(), nullable=False),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reported_by', sa.Uuid(), nullable=True),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('confirmed_by', sa.Uuid(), nullable=True),
    sa.Column('returned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('returned_because', sa.Text(), nullable=True),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('checked_by', sa.Uuid(), nullable=True),
    sa.Column('object_until', sa.Date(), nullable=True),
    sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('accepted_by', sa.Uuid(), nullable=True),
    sa.Column('objected_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('objected_by', sa.Uuid(), nullable=True),
    sa.Column('decide_by', sa.Date(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('frozen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('frozen_by', sa.Uuid(), nullable=True),
    sa.Column('total_hundredths', sa.BigInteger(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['replaces_id'], ['scorecard.id'], name=op.f('fk_scorecard_replaces_id_scorecard')),
    sa.ForeignKeyConstraint(['scheme_id'], ['scheme.id'], name=op.f('fk_scorecard_scheme_id_scheme')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_scorecard')),
    sa.UniqueConstraint('replaces_id', name=op.f('uq_scorecard_replaces_id')),
    sa.UniqueConstraint('scheme_id', 'area_id', 'number', name=op.f('uq_scorecard_scheme_id_area_id_number'))
    )
    op.create_index('ix_scorecard_scope_key_id', 'scorecard', ['scope_key', 'id'], unique=False)
    op.create_index('ix_scorecard_object_until', 'scorecard', ['object_until'], unique=False, postgresql_where="state = 'announced'")
    op.create_table('scorecard_line',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('scorecard_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('place', sa.BigInteger(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('computed', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('report', sa.Text(), nullable=True),
    sa.Column('claimed_hundredths', sa.BigInteger(), nullable=True),
    sa.Column('attachment_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('records', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('checked_hundredths', sa.BigInteger(), nullable=True),
    sa.Column('waived', sa.Boolean(), nullable=False),
    sa.Column('check_reason', sa.Text(), nullable=True),
    sa.Column('objection', sa.Text(), nullable=True),
    sa.Column('objection_attachment_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('upheld', sa.Boolean(), nullable=True),
    sa.Column('decided_hundredths', sa.BigInteger(), nullable=True),
    sa.Column('decision', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['scorecard_id'], ['scorecard.id'], name=op.f('fk_scorecard_line_scorecard_id_scorecard')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_scorecard_line')),
    sa.UniqueConstraint('scorecard_id', 'code', name=op.f('uq_scorecard_line_scorecard_id_code'))
    )
    op.create_index('ix_scorecard_line_scope_key_id', 'scorecard_line', ['scope_key', 'id'], unique=False)
    op.create_table('frozen_card',
    sa.Column('scorecard_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('digest', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['scorecard_id'], ['scorecard.id'], name=op.f('fk_frozen_card_scorecard_id_scorecard')),
    sa.PrimaryKeyConstraint('scorecard_id', name=op.f('pk_frozen_card'))
    )
    op.create_index(op.f('ix_frozen_card_scope_key'), 'frozen_card', ['scope_key'], unique=False)
    op.create_table('frozen_score',
    sa.Column('scorecard_id', sa.Uuid(), nullable=False),
    sa.Column('scheme_id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.BigInteger(), nullable=False),
    sa.Column('total_hundredths', sa.BigInteger(), nullable=False),
    sa.Column('applicable_weight', sa.BigInteger(), nullable=False),
    sa.Column('frozen_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['scheme_id'], ['scheme.id'], name=op.f('fk_frozen_score_scheme_id_scheme')),
    sa.ForeignKeyConstraint(['scorecard_id'], ['scorecard.id'], name=op.f('fk_frozen_score_scorecard_id_scorecard')),
    sa.PrimaryKeyConstraint('scorecard_id', name=op.f('pk_frozen_score'))
    )
    op.create_index(op.f('ix_frozen_score_scheme_id'), 'frozen_score', ['scheme_id'], unique=False)
    for table in ('scorecard', 'scorecard_line', 'frozen_card'):
        for statement in row_security(table):
            op.execute(statement)
    for statement in GUARDS:
        op.execute(statement)
