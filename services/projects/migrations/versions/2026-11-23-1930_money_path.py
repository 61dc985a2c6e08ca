"""money path: budgets and their ledger, purchases, contracts, acceptances, payments; notices and attachments"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.database import row_security
from procedures import migrations

revision = 'projects_4'
down_revision = 'projects_3'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.create_table('budget',
    sa.Column('level', sa.Enum('city', 'town', name='level', native_enum=False, length=40), nullable=False),
    sa.Column('year', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('document', sa.Text(), nullable=False),
    sa.Column('available_fen', sa.BigInteger(), nullable=False),
    sa.Column('committed_fen', sa.BigInteger(), nullable=False),
    sa.Column('tendered_fen', sa.BigInteger(), nullable=False),
    sa.Column('contracted_fen', sa.BigInteger(), nullable=False),
    sa.Column('payable_fen', sa.BigInteger(), nullable=False),
    sa.Column('paid_fen', sa.BigInteger(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('available_fen >= 0', name=op.f('ck_budget_available')),
    sa.CheckConstraint('committed_fen >= 0', name=op.f('ck_budget_committed')),
    sa.CheckConstraint('contracted_fen >= 0', name=op.f('ck_budget_contracted')),
    sa.CheckConstraint('paid_fen >= 0', name=op.f('ck_budget_paid')),
    sa.CheckConstraint('payable_fen >= 0', name=op.f('ck_budget_payable')),
    sa.CheckConstraint('tendered_fen >= 0', name=op.f('ck_budget_tendered')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budget')),
    sa.UniqueConstraint('area_id', 'year', 'name', name=op.f('uq_budget_area_id_year_name'))
    )
    op.create_index('ix_budget_scope_key_id', 'budget', ['scope_key', 'id'], unique=False)
    op.create_table('stage_survey_copy',
    sa.Column('acceptance_id', sa.Uuid(), nullable=False),
    sa.Column('survey_id', sa.Uuid(), nullable=False),
    sa.Column('drawn', sa.BigInteger(), nullable=False),
    sa.Column('answered', sa.BigInteger(), nullable=False),
    sa.Column('satisfied', sa.BigInteger(), nullable=True),
    sa.Column('bound_ppm', sa.BigInteger(), nullable=True),
    sa.Column('share_ppm', sa.BigInteger(), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('acceptance_id', name=op.f('pk_stage_survey_copy')),
    info={'projection': True}
    )
    op.create_table('budget_line',
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('budget_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=True),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=False),
    sa.Column('committed_fen', sa.BigInteger(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('amount_fen > 0', name=op.f('ck_budget_line_amount')),
    sa.CheckConstraint('committed_fen between 0 and amount_fen', name=op.f('ck_budget_line_committed')),
    sa.ForeignKeyConstraint(['budget_id'], ['budget.id'], name=op.f('fk_budget_line_budget_id_budget')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budget_line'))
    )
    op.create_index(op.f('ix_budget_line_budget_id'), 'budget_line', ['budget_id'], unique=False)
    op.create_index(op.f('ix_budget_line_project_id'), 'budget_line', ['project_id'], unique=False)
    op.create_index('ix_budget_line_scope_key_id', 'budget_line', ['scope_key', 'id'], unique=False)
    op.create_table('transfer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('budget_id', sa.Uuid(), nullable=False),
    sa.Column('line_id', sa.Uuid(), nullable=True),
    sa.Column('cause_id', sa.Uuid(), nullable=True),
    sa.Column('source', sa.Enum('granted', 'available', 'committed', 'tendered', 'contracted', 'payable', 'paid', name='account', native_enum=False, length=40), nullable=False),
    sa.Column('target', sa.Enum('granted', 'available', 'committed', 'tendered', 'contracted', 'payable', 'paid', name='account', native_enum=False, length=40), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=False),
    sa.Column('posted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ground', sa.Text(), nullable=False),
    sa.CheckConstraint('amount_fen > 0', name=op.f('ck_transfer_amount')),
    sa.CheckConstraint('source <> target', name=op.f('ck_transfer_accounts')),
    sa.ForeignKeyConstraint(['budget_id'], ['budget.id'], name=op.f('fk_transfer_budget_id_budget')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_transfer'))
    )
    op.create_index('ix_transfer_budget_id_id', 'transfer', ['budget_id', 'id'], unique=False)
    op.create_index(op.f('ix_transfer_cause_id'), 'transfer', ['cause_id'], unique=False)
    op.create_index(op.f('ix_transfer_line_id'), 'transfer', ['line_id'], unique=False)
    op.create_table('purchase',
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('budget_id', sa.Uuid(), nullable=False),
    sa.Column('line_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('requirement', sa.Text(), nullable=False),
    sa.Column('catalogue_code', sa.Text(), nullable=False),
    sa.Column('method', sa.Enum('open_tender', 'invited_tender', 'competitive_consultation', 'competitive_negotiation', 'inquiry', 'single_source', 'direct', name='method', native_enum=False, length=40), nullable=False),
    sa.Column('ceiling_fen', sa.BigInteger(), nullable=False),
    sa.Column('criteria', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('invited_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('bids_due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.Enum('draft', 'announced', 'opened', 'proposed', 'awarded', 'failed', 'cancelled', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('drafted_by', sa.Uuid(), nullable=True),
    sa.Column('announced_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('opened_bids', sa.BigInteger(), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('proposed_by', sa.Uuid(), nullable=True),
    sa.Column('proposed_bid_id', sa.Uuid(), nullable=True),
    sa.Column('notice_id', sa.Uuid(), nullable=True),
    sa.Column('awarded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('awarded_fen', sa.BigInteger(), nullable=True),
    sa.Column('awarded_organisation_id', sa.Uuid(), nullable=True),
    sa.Column('signed', sa.Boolean(), nullable=False),
    sa.Column('ended_because', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('awarded_at is null or awarded_at > bids_due_at', name=op.f('ck_purchase_deadline')),
    sa.CheckConstraint('awarded_fen is null or awarded_fen between 1 and ceiling_fen', name=op.f('ck_purchase_award')),
    sa.CheckConstraint('ceiling_fen > 0', name=op.f('ck_purchase_ceiling')),
    sa.ForeignKeyConstraint(['budget_id'], ['budget.id'], name=op.f('fk_purchase_budget_id_budget')),
    sa.ForeignKeyConstraint(['line_id'], ['budget_line.id'], name=op.f('fk_purchase_line_id_budget_line')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_purchase_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_purchase'))
    )
    op.create_index(op.f('ix_purchase_project_id'), 'purchase', ['project_id'], unique=False)
    op.create_index('ix_purchase_scope_key_id', 'purchase', ['scope_key', 'id'], unique=False)
    op.create_table('bid',
    sa.Column('purchase_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('provider_name', sa.Text(), nullable=False),
    sa.Column('provider_uscc', sa.Text(), nullable=True),
    sa.Column('state', sa.Enum('sealed', 'withdrawn', 'opened', 'excluded', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('submitted_by', sa.Uuid(), nullable=True),
    sa.Column('amount_fen', sa.BigInteger(), nullable=True),
    sa.Column('plan', sa.Text(), nullable=True),
    sa.Column('excluded_because', sa.Text(), nullable=True),
    sa.Column('price_points', sa.BigInteger(), nullable=True),
    sa.Column('quality_points', sa.BigInteger(), nullable=True),
    sa.Column('rank', sa.BigInteger(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint("(state in ('opened', 'excluded')) = (amount_fen is not null)", name=op.f('ck_bid_seal')),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchase.id'], name=op.f('fk_bid_purchase_id_purchase')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bid')),
    sa.UniqueConstraint('purchase_id', 'organisation_id', name=op.f('uq_bid_purchase_id_organisation_id'))
    )
    op.create_index('ix_bid_organisation_id_id', 'bid', ['organisation_id', 'id'], unique=False)
    op.create_index('ix_bid_scope_key_id', 'bid', ['scope_key', 'id'], unique=False)
    op.create_table('contract',
    sa.Column('purchase_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('budget_id', sa.Uuid(), nullable=False),
    sa.Column('line_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('provider_name', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=False),
    sa.Column('original_fen', sa.BigInteger(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('state', sa.Enum('draft', 'offered', 'signed', 'completed', 'terminated', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('sign_by', sa.Date(), nullable=False),
    sa.Column('offered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('signed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('amount_fen > 0 and ends_on >= starts_on', name=op.f('ck_contract_terms')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_contract_project_id_project')),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchase.id'], name=op.f('fk_contract_purchase_id_purchase')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contract')),
    sa.UniqueConstraint('purchase_id', name=op.f('uq_contract_purchase_id'))
    )
    op.create_index('ix_contract_organisation_id_id', 'contract', ['organisation_id', 'id'], unique=False)
    op.create_index(op.f('ix_contract_project_id'), 'contract', ['project_id'], unique=False)
    op.create_index('ix_contract_scope_key_id', 'contract', ['scope_key', 'id'], unique=False)
    op.create_table('panelist',
    sa.Column('purchase_id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('declared_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('conflicted', sa.Boolean(), nullable=True),
    sa.Column('statement', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchase.id'], name=op.f('fk_panelist_purchase_id_purchase')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_panelist')),
    sa.UniqueConstraint('purchase_id', 'account_id', name=op.f('uq_panelist_purchase_id_account_id'))
    )
    op.create_index(op.f('ix_panelist_account_id'), 'panelist', ['account_id'], unique=False)
    op.create_index('ix_panelist_scope_key_id', 'panelist', ['scope_key', 'id'], unique=False)
    op.create_table('acceptance',
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('stage_no', sa.BigInteger(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('evidence', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('activity_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('state', sa.Enum('requested', 'correction', 'passed', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('requested_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('requested_by', sa.Uuid(), nullable=True),
    sa.Column('inspect_by', sa.Date(), nullable=False),
    sa.Column('passed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('passed_by', sa.Uuid(), nullable=True),
    sa.Column('opinion', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_acceptance_contract_id_contract')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_acceptance_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_acceptance')),
    sa.UniqueConstraint('contract_id', 'stage_no', name=op.f('uq_acceptance_contract_id_stage_no'))
    )
    op.create_index('ix_acceptance_activity_ids', 'acceptance', ['activity_ids'], unique=False, postgresql_using='gin')
    op.create_index('ix_acceptance_organisation_id_id', 'acceptance', ['organisation_id', 'id'], unique=False)
    op.create_index('ix_acceptance_scope_key_id', 'acceptance', ['scope_key', 'id'], unique=False)
    op.create_table('contract_change',
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('ground', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('stages', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Enum('proposed', 'agreed', 'refused', name='changestate', native_enum=False, length=40), nullable=False),
    sa.Column('side', sa.Enum('purchaser', 'provider', name='side', native_enum=False, length=40), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_because', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_contract_change_contract_id_contract')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contract_change'))
    )
    op.create_index(op.f('ix_contract_change_contract_id'), 'contract_change', ['contract_id'], unique=False)
    op.create_index('ix_contract_change_scope_key_id', 'contract_change', ['scope_key', 'id'], unique=False)
    op.create_table('contract_stage',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('no', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('evidence', postgresql.ARRAY(sa.Text()), nullable=False),
    sa.Column('state', sa.Enum('pending', 'requested', 'correction', 'passed', name='stagestate', native_enum=False, length=40), nullable=False),
    sa.CheckConstraint('amount_fen > 0', name=op.f('ck_contract_stage_amount')),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_contract_stage_contract_id_contract'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contract_stage')),
    sa.UniqueConstraint('contract_id', 'no', deferrable=True, initially='deferred', name=op.f('uq_contract_stage_contract_id_no'))
    )
    op.create_table('score',
    sa.Column('purchase_id', sa.Uuid(), nullable=False),
    sa.Column('bid_id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('points', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('comment', sa.Text(), nullable=False),
    sa.Column('scored_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.ForeignKeyConstraint(['bid_id'], ['bid.id'], name=op.f('fk_score_bid_id_bid')),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchase.id'], name=op.f('fk_score_purchase_id_purchase')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_score')),
    sa.UniqueConstraint('bid_id', 'account_id', name=op.f('uq_score_bid_id_account_id'))
    )
    op.create_index(op.f('ix_score_purchase_id'), 'score', ['purchase_id'], unique=False)
    op.create_index('ix_score_scope_key_id', 'score', ['scope_key', 'id'], unique=False)
    op.create_table('finding',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('acceptance_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('reply', sa.Text(), nullable=True),
    sa.Column('state', sa.Enum('open', 'answered', 'closed', name='findingstate', native_enum=False, length=40), nullable=False),
    sa.ForeignKeyConstraint(['acceptance_id'], ['acceptance.id'], name=op.f('fk_finding_acceptance_id_acceptance'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_finding'))
    )
    op.create_index(op.f('ix_finding_acceptance_id'), 'finding', ['acceptance_id'], unique=False)
    op.create_table('payment',
    sa.Column('acceptance_id', sa.Uuid(), nullable=False),
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('need_ids', postgresql.ARRAY(sa.Uuid()), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('budget_id', sa.Uuid(), nullable=False),
    sa.Column('line_id', sa.Uuid(), nullable=False),
    sa.Column('stage_no', sa.BigInteger(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('stage_fen', sa.BigInteger(), nullable=False),
    sa.Column('survey_id', sa.Uuid(), nullable=False),
    sa.Column('answered', sa.BigInteger(), nullable=False),
    sa.Column('share_ppm', sa.BigInteger(), nullable=True),
    sa.Column('amount_fen', sa.BigInteger(), nullable=True),
    sa.Column('state', sa.Enum('undecided', 'proposed', 'due', 'requested', 'made', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('proposed_ppm', sa.BigInteger(), nullable=True),
    sa.Column('proposed_by', sa.Uuid(), nullable=True),
    sa.Column('proposed_because', sa.Text(), nullable=True),
    sa.Column('requested_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('requested_by', sa.Uuid(), nullable=True),
    sa.Column('returned_because', sa.Text(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('made_by', sa.Uuid(), nullable=True),
    sa.Column('reference', sa.Text(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('area_id', sa.Uuid(), nullable=False),
    sa.Column('scope_key', sa.Text(collation='C'), nullable=False),
    sa.CheckConstraint('amount_fen is null or amount_fen between 0 and stage_fen', name=op.f('ck_payment_amount')),
    sa.CheckConstraint('made_by is null or made_by <> requested_by', name=op.f('ck_payment_two_people')),
    sa.ForeignKeyConstraint(['acceptance_id'], ['acceptance.id'], name=op.f('fk_payment_acceptance_id_acceptance')),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_payment_contract_id_contract')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment')),
    sa.UniqueConstraint('acceptance_id', name=op.f('uq_payment_acceptance_id')),
    sa.UniqueConstraint('contract_id', 'stage_no', name=op.f('uq_payment_contract_id_stage_no'))
    )
    op.create_index('ix_payment_organisation_id_id', 'payment', ['organisation_id', 'id'], unique=False)
    op.create_index('ix_payment_scope_key_id', 'payment', ['scope_key', 'id'], unique=False)
    migrations.notices()
    migrations.attachments()
    op.add_column('project', sa.Column('purchases_running', sa.BigInteger(), nullable=False, server_default='0'))
    op.add_column('project', sa.Column('contracts_running', sa.BigInteger(), nullable=False, server_default='0'))
    op.add_column('project', sa.Column('corrections_open', sa.BigInteger(), nullable=False, server_default='0'))
    op.alter_column('project', 'purchases_running', server_default=None)
    op.alter_column('project', 'contracts_running', server_default=None)
    op.alter_column('project', 'corrections_open', server_default=None)
    op.create_check_constraint('contracts', 'project', 'least(purchases_running, contracts_running, corrections_open) >= 0')
    for table in ('budget', 'transfer', 'purchase', 'panelist', 'score'):
        secure(table)
    for table in (
        'budget_line', 'bid', 'contract', 'contract_stage', 'contract_change', 'acceptance', 'finding', 'payment'
    ):
        secure(table, organisation=True)


def secure(table: str, *, organisation: bool = False) -> None:
    for statement in row_security(table, organisation=organisation):
        op.execute(statement)
