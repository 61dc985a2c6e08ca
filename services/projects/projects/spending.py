"""The facts about money that the projects service tells: budgets, purchases, contracts, acceptances, payments."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from chassis.facts import Fact
from chassis.principal import Role
from chassis.tables import Audience
from chassis.tasks import officer_of
from procedures.notice.facts import NoticeFact, ObjectionFact, Told
from projects.facts import TaskClosed, TaskOpened


class _BudgetFact(Fact):
    """What every fact about a budget says: where each fen of it stands."""

    SUBJECT: ClassVar[str] = "budget_id"

    budget_id: UUID
    level: str
    year: int
    available_fen: int
    committed_fen: int
    tendered_fen: int
    contracted_fen: int
    payable_fen: int
    paid_fen: int


class BudgetGranted(_BudgetFact):
    """预算已批复."""

    TYPE = "projects.budget.granted.v1"


class BudgetChanged(_BudgetFact):
    """预算已调整."""

    TYPE = "projects.budget.changed.v1"

    by_fen: int


class _PurchaseFact(Fact):
    """What every fact about a purchase says."""

    SUBJECT: ClassVar[str] = "purchase_id"

    purchase_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    budget_id: UUID
    method: str
    catalogue_code: str
    ceiling_fen: int


class PurchaseDrafted(_PurchaseFact):
    """采购已起草; told again when the draft changes."""

    TYPE = "projects.purchase.drafted.v1"


class PurchaseAnnounced(_PurchaseFact):
    """采购已公告."""

    TYPE = "projects.purchase.announced.v1"

    bids_due_at: datetime


class PanelAppointed(_PurchaseFact):
    """评审小组已组成, or replaced; by their opaque account ids."""

    TYPE = "projects.purchase.panel_appointed.v1"
    AUDIENCE = Audience.AUDIT

    expert_ids: list[UUID]


class BidSubmitted(Fact):
    """投标已递交, or replaced by its bidder before the deadline; nothing of what it says."""

    TYPE = "projects.bid.submitted.v1"
    AUDIENCE = Audience.AUDIT
    SUBJECT = "bid_id"

    bid_id: UUID
    purchase_id: UUID


class BidWithdrawn(Fact):
    """投标已撤回."""

    TYPE = "projects.bid.withdrawn.v1"
    AUDIENCE = Audience.AUDIT
    SUBJECT = "bid_id"

    bid_id: UUID
    purchase_id: UUID


class PurchaseOpened(_PurchaseFact):
    """已开标."""

    TYPE = "projects.purchase.opened.v1"

    bids: int


class ExpertDeclared(Fact):
    """评审专家已作利益冲突声明."""

    TYPE = "projects.purchase.expert_declared.v1"
    SUBJECT = "purchase_id"

    purchase_id: UUID
    conflicted: bool


class BidScored(Fact):
    """评审专家已评分; the points stay in the service until the review is concluded."""

    TYPE = "projects.bid.scored.v1"
    SUBJECT = "bid_id"

    bid_id: UUID
    purchase_id: UUID


class BidExcluded(Fact):
    """投标无效."""

    TYPE = "projects.bid.excluded.v1"
    SUBJECT = "bid_id"

    bid_id: UUID
    purchase_id: UUID
    organisation_id: UUID


class AwardProposed(_PurchaseFact):
    """评审已结束，拟成交结果公示."""

    TYPE = "projects.purchase.award_proposed.v1"

    bid_id: UUID
    organisation_id: UUID
    amount_fen: int
    notice_id: UUID


class AwardWithdrawn(_PurchaseFact):
    """拟成交结果已撤回，重新评审."""

    TYPE = "projects.purchase.award_withdrawn.v1"


class PurchaseAwarded(_PurchaseFact):
    """采购已成交."""

    TYPE = "projects.purchase.awarded.v1"

    bid_id: UUID
    organisation_id: UUID
    amount_fen: int


class PurchaseFailed(_PurchaseFact):
    """采购失败（废标）: too few bids or none that can be awarded."""

    TYPE = "projects.purchase.failed.v1"


class PurchaseCancelled(_PurchaseFact):
    """采购已终止."""

    TYPE = "projects.purchase.cancelled.v1"


class AgreedStage(BaseModel):
    """合同阶段: what is paid for it, and until when it is done."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    no: int
    amount_fen: int
    due_on: date


class _ContractFact(Fact):
    """What every fact about a contract says."""

    SUBJECT: ClassVar[str] = "contract_id"

    contract_id: UUID
    purchase_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    organisation_id: UUID
    amount_fen: int
    starts_on: date
    ends_on: date
    stages: list[AgreedStage]


class ContractDrafted(_ContractFact):
    """合同已起草; told again when the draft changes."""

    TYPE = "projects.contract.drafted.v1"


class ContractOffered(_ContractFact):
    """合同已由购买方签署."""

    TYPE = "projects.contract.offered.v1"


class ContractSigned(_ContractFact):
    """合同已由双方签署."""

    TYPE = "projects.contract.signed.v1"


class ContractChangeProposed(_ContractFact):
    """合同变更已提出, with its ground."""

    TYPE = "projects.contract.change_proposed.v1"

    change_id: UUID
    ground: str


class ContractChanged(_ContractFact):
    """合同已变更."""

    TYPE = "projects.contract.changed.v1"

    change_id: UUID
    ground: str


class ContractChangeRefused(_ContractFact):
    """合同变更未获同意."""

    TYPE = "projects.contract.change_refused.v1"

    change_id: UUID
    ground: str


class ContractCompleted(_ContractFact):
    """合同已履行完毕: its last stage is passed and everything due is paid."""

    TYPE = "projects.contract.completed.v1"


class ContractVoided(_ContractFact):
    """合同已作废: its purchase failed before both sides had signed."""

    TYPE = "projects.contract.voided.v1"


class ContractTerminated(_ContractFact):
    """合同已终止."""

    TYPE = "projects.contract.terminated.v1"


class _AcceptanceFact(Fact):
    """What every fact about the acceptance of a contract stage says."""

    SUBJECT: ClassVar[str] = "acceptance_id"

    acceptance_id: UUID
    contract_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    organisation_id: UUID
    stage_no: int
    # Every activity held in the stage, listed by the system and not by the provider.
    activity_ids: list[UUID]
    title: str


class AcceptanceRequested(_AcceptanceFact):
    """阶段验收已申请: those who took part are asked."""

    TYPE = "projects.acceptance.requested.v1"


class AcceptanceResubmitted(_AcceptanceFact):
    """整改后重新提交验收."""

    TYPE = "projects.acceptance.resubmitted.v1"


class CorrectionAsked(_AcceptanceFact):
    """验收要求整改."""

    TYPE = "projects.acceptance.correction_asked.v1"

    findings: int


class AcceptancePassed(_AcceptanceFact):
    """阶段验收通过."""

    TYPE = "projects.acceptance.passed.v1"


class _PaymentFact(Fact):
    """What every fact about a stage payment says; the share is in parts per million of the stage's amount."""

    SUBJECT: ClassVar[str] = "payment_id"

    payment_id: UUID
    contract_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    organisation_id: UUID
    budget_id: UUID
    stage_no: int
    stage_fen: int
    share_ppm: int | None
    amount_fen: int | None
    # The acceptance, and the survey by which the share was computed.
    evidence_ids: list[UUID]


class PaymentUndecided(_PaymentFact):
    """应付比例待两人决定: too few have answered."""

    TYPE = "projects.payment.undecided.v1"


class PaymentShareProposed(_PaymentFact):
    """应付比例已提出."""

    TYPE = "projects.payment.share_proposed.v1"


class PaymentDue(_PaymentFact):
    """阶段款应付."""

    TYPE = "projects.payment.due.v1"


class PaymentRequested(_PaymentFact):
    """阶段款已制单."""

    TYPE = "projects.payment.requested.v1"


class PaymentReturned(_PaymentFact):
    """付款单已退回."""

    TYPE = "projects.payment.returned.v1"


class PaymentMade(_PaymentFact):
    """阶段款已支付."""

    TYPE = "projects.payment.made.v1"


class NoticeOpened(NoticeFact):
    """公示已发布."""

    TYPE = "projects.notice.opened.v1"


class NoticeWithdrawn(NoticeFact):
    """公示已撤回."""

    TYPE = "projects.notice.withdrawn.v1"


class ObjectionRaised(ObjectionFact):
    """异议已提出."""

    TYPE = "projects.objection.raised.v1"


class ObjectionAnswered(ObjectionFact):
    """异议已答复."""

    TYPE = "projects.objection.answered.v1"


def spender_of(scope_key: str) -> Role:
    """The officers who spend for an area: a community's money is its town's."""
    return Role.TOWN_OFFICER if scope_key.count("/") > 1 else officer_of(scope_key)


NOTICES = Told(
    "projects", NoticeOpened, NoticeWithdrawn, ObjectionRaised, ObjectionAnswered, TaskOpened, TaskClosed, spender_of
)
