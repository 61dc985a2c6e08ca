"""A payment's way: due by the residents' share, or by two people where too few answered; requested and made by two."""

from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.problems import Problem
from chassis.tasks import Task, stand_in_of
from projects.acceptance.model import Acceptance, StageSurveyCopy
from projects.budget.ledger import move
from projects.budget.model import Account, Budget, BudgetLine, Transfer
from projects.clients.registry import Standing
from projects.contract.model import Contract, Stage
from projects.facts import TaskClosed, TaskOpened
from projects.paths import path
from projects.payment.model import Payment, State
from projects.spending import (
    PaymentDue,
    PaymentMade,
    PaymentRequested,
    PaymentReturned,
    PaymentShareProposed,
    PaymentUndecided,
    spender_of,
)

WHOLE = 1_000_000  # parts per million
DECISION, REQUEST, MAKING = "payment-decision", "payment-request", "payment-making"
# Who exists no more cannot be paid; who was merely barred or suspended is paid for what was accepted.
GONE = frozenset({"deregistered", "revoked", "not_yet"})
Told = (
    PaymentDue
    | PaymentMade
    | PaymentRequested
    | PaymentReturned
    | PaymentShareProposed
    | PaymentUndecided
    | TaskOpened
    | TaskClosed
)


class ShareNotDecided(Problem):
    """答卷太少，应付比例须由两人决定后才能付款。"""


class ShareDecided(Problem):
    """应付比例已定。"""


class SamePerson(Problem):
    """须由另一人办理：提出人与确认人、制单人与付款人不能是同一人。"""

    status = 403


class PaymentNotDue(Problem):
    """此款当前不能制单。"""


class PaymentNotRequested(Problem):
    """此款尚未制单或已支付。"""


class ReferenceUsed(Problem):
    """此国库支付单号已用于另一笔付款。"""


class PayeeGone(Problem):
    """收款组织已注销或被撤销，不能付款。"""


def said(payment: Payment) -> dict[str, Any]:
    """What every fact about a payment says."""
    names = ("area_id", "scope_key", "contract_id", "project_id", "need_ids", "organisation_id", "budget_id")
    more = ("stage_no", "stage_fen", "share_ppm", "amount_fen")
    evidence = {"payment_id": payment.id, "evidence_ids": [payment.acceptance_id, payment.survey_id]}
    return evidence | {name: getattr(payment, name) for name in names + more}


def _task(code: str, payment: Payment) -> Task:
    role = spender_of(payment.scope_key)
    round_ = str(payment.requested_at.timestamp()) if payment.requested_at and code == MAKING else ""
    # Who did the first step does not do the second: another of the town does, or else the bureau.
    barred = {MAKING: payment.requested_by, DECISION: payment.proposed_by}.get(code)
    place = (payment.id, payment.area_id, payment.scope_key)
    stand_in = stand_in_of(role) if barred else None
    href = path("payments", payment.id)
    return Task(code, role, href, *place, round=round_, barred_account_id=barred, stand_in_role=stand_in)


def owe(
    payment: Payment,
    contract: Contract,
    stage: Stage,
    acceptance: Acceptance,
    survey: StageSurveyCopy,
    budget: Budget,
    line: BudgetLine,
    *,
    at: datetime,
) -> tuple[list[Transfer], list[Told]]:
    """应付: the stage's amount by the share that assessment computed; none computed, and two people decide."""
    payment.acceptance_id, payment.survey_id, payment.answered = acceptance.id, survey.survey_id, survey.answered
    payment.contract_id, payment.stage_no, payment.stage_fen = contract.id, stage.no, stage.amount_fen
    payment.title = acceptance.title
    if survey.share_ppm is None:
        payment.state = State.UNDECIDED
        return [], [PaymentUndecided(**said(payment)), TaskOpened.of(_task(DECISION, payment))]
    return _due(payment, survey.share_ppm, budget, line, at=at)


def _due(
    payment: Payment, share_ppm: int, budget: Budget, line: BudgetLine, *, at: datetime
) -> tuple[list[Transfer], list[Told]]:
    """What is paid is rounded down to the fen; what is not goes back to the project's line."""
    payment.share_ppm, payment.amount_fen = share_ppm, payment.stage_fen * share_ppm // WHOLE
    payment.state, payment.due_at = State.DUE, at
    where: dict[str, Any] = {"at": at, "ground": payment.title, "line": line, "cause_id": payment.id}
    made = [
        *move(budget, payment.amount_fen, Account.CONTRACTED, Account.PAYABLE, **where),
        *move(budget, payment.stage_fen - payment.amount_fen, Account.CONTRACTED, Account.COMMITTED, **where),
    ]
    return made, [PaymentDue(**said(payment)), TaskOpened.of(_task(REQUEST, payment))]


def propose_share(payment: Payment, *, share_ppm: int, reason: str, by: UUID | None) -> list[Told]:
    """提出应付比例, where too few answered; may be proposed anew until somebody else confirms."""
    if payment.state not in {State.UNDECIDED, State.PROPOSED}:
        raise ShareDecided(state=payment.state)
    payment.state, payment.proposed_ppm = State.PROPOSED, share_ppm
    payment.proposed_by, payment.proposed_because = by, reason
    return [PaymentShareProposed(**said(payment)), TaskOpened.of(_task(DECISION, payment))]


def confirm_share(
    payment: Payment, budget: Budget, line: BudgetLine, *, by: UUID | None, at: datetime
) -> tuple[list[Transfer], list[Told]]:
    """确认应付比例, by a second person."""
    if payment.state is State.UNDECIDED or payment.proposed_ppm is None:
        raise ShareNotDecided
    if payment.state is not State.PROPOSED:
        raise ShareDecided(state=payment.state)
    if payment.proposed_by == by:
        raise SamePerson
    payment.confirmed_by = by
    made, told = _due(payment, payment.proposed_ppm, budget, line, at=at)
    return made, [*told, TaskClosed.of(_task(DECISION, payment))]


def request(payment: Payment, *, by: UUID | None, at: datetime) -> list[Told]:
    """制单."""
    if payment.state in {State.UNDECIDED, State.PROPOSED}:
        raise ShareNotDecided
    if payment.state is not State.DUE:
        raise PaymentNotDue(state=payment.state)
    payment.state, payment.requested_at, payment.requested_by = State.REQUESTED, at, by
    payment.returned_because = None
    closed, opened = TaskClosed.of(_task(REQUEST, payment)), TaskOpened.of(_task(MAKING, payment))
    return [PaymentRequested(**said(payment)), closed, opened]


def return_(payment: Payment, *, reason: str, by: UUID | None) -> list[Told]:
    """退回付款单, by the second person."""
    _require_second(payment, by)
    closed, opened = TaskClosed.of(_task(MAKING, payment)), TaskOpened.of(_task(REQUEST, payment))
    # Who made the slip stays on it, for whoever asks why it came back, until another is made.
    payment.state, payment.returned_because = State.DUE, reason
    return [PaymentReturned(**said(payment)), closed, opened]


def make(
    payment: Payment,
    budget: Budget,
    line: BudgetLine,
    standing: Standing,
    *,
    reference: str,
    used: bool,
    by: UUID | None,
    at: datetime,
) -> tuple[list[Transfer], list[Told]]:
    """付款, by a second person, to an organisation that exists on the day, under a number that paid nothing yet."""
    _require_second(payment, by)
    if used:
        raise ReferenceUsed(pointer="/reference")
    if standing.standing in GONE:
        raise PayeeGone(standing=standing.standing)
    where: dict[str, Any] = {"at": at, "ground": payment.title, "line": line, "cause_id": payment.id}
    made = move(budget, payment.amount_fen or 0, Account.PAYABLE, Account.PAID, **where)
    payment.state, payment.made_at, payment.made_by, payment.reference = State.MADE, at, by, reference
    return made, [PaymentMade(**said(payment)), TaskClosed.of(_task(MAKING, payment))]


def _require_second(payment: Payment, by: UUID | None) -> None:
    if payment.state is not State.REQUESTED:
        raise PaymentNotRequested(state=payment.state)
    if payment.requested_by == by:
        raise SamePerson
