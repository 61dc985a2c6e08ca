"""A contract's way: drafted from an award, revised, signed by both sides."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from chassis import clock
from chassis.problems import FieldError, Problem
from chassis.tasks import Task
from projects.budget.ledger import move
from projects.budget.model import Account, Budget, BudgetLine, Transfer
from projects.clients.registry import Standing, require_standing
from projects.contract.dated import ContractRule
from projects.contract.model import Contract, Stage, State
from projects.facts import TaskClosed, TaskOpened
from projects.paths import path
from projects.project.model import Project
from projects.purchase.model import Purchase
from projects.purchase.model import State as PurchaseState
from projects.purchase.rules import ProviderAlreadyKnown
from projects.purchase.waiting import moved, sign_by, signature_of, tasks_of
from projects.spending import (
    AgreedStage,
    ContractDrafted,
    ContractOffered,
    ContractSigned,
    ContractVoided,
)


class PurchaseNotAwarded(Problem):
    """采购尚未成交，不能签订合同。"""


class TermsUnsound(Problem):
    """合同条款不符合要求。"""

    status = 422


class ContractNotDraft(Problem):
    """合同已签署，只能按变更程序修改。"""


class ContractNotOffered(Problem):
    """合同尚未由购买方签署，或已由双方签署。"""


class ContractNotInForce(Problem):
    """合同不在履行中。"""


def said(contract: Contract) -> dict[str, Any]:
    """What every fact about a contract says."""
    names = ("area_id", "scope_key", "purchase_id", "project_id", "need_ids", "organisation_id")
    terms = ("amount_fen", "starts_on", "ends_on")
    stages = [AgreedStage(no=each.no, amount_fen=each.amount_fen, due_on=each.due_on) for each in contract.stages]
    return {"contract_id": contract.id, "stages": stages} | {name: getattr(contract, name) for name in names + terms}


def require_terms(
    stages: Sequence[Any], *, amount_fen: int, starts_on: date, ends_on: date, rule: ContractRule
) -> None:
    """Stages in order of their dates within the term, which the law limits, and together the whole amount."""
    errors = []
    if ends_on < starts_on or ends_on > _years_after(starts_on, rule.most_years):
        errors.append(FieldError(pointer="/ends_on", title=f"合同期限应不超过 {rule.most_years} 年"))
    if sum(each.amount_fen for each in stages) != amount_fen:
        errors.append(FieldError(pointer="/stages", title="各阶段金额合计应等于合同金额"))
    if [each.no for each in stages] != list(range(1, len(stages) + 1)):
        errors.append(FieldError(pointer="/stages", title="阶段序号应从 1 起连续"))
    days = [each.due_on for each in stages]
    if days != sorted(days) or not all(starts_on <= each <= ends_on for each in days):
        errors.append(FieldError(pointer="/stages", title="阶段日期应在合同期限内并依次排列"))
    if errors:
        raise TermsUnsound(errors=errors)


def draft(contract: Contract, purchase: Purchase, *, at: datetime) -> ContractDrafted:
    """起草合同, on the terms of the award."""
    if purchase.state is not PurchaseState.AWARDED or purchase.awarded_at is None or purchase.awarded_fen is None:
        raise PurchaseNotAwarded(state=purchase.state)
    contract.state = State.DRAFT
    contract.amount_fen = contract.original_fen = purchase.awarded_fen
    contract.sign_by = sign_by(purchase)
    _require_sound(contract, at)
    return ContractDrafted(**said(contract))


def revise(contract: Contract, *, at: datetime) -> ContractDrafted:
    """修改合同草案."""
    require_draft(contract)
    _require_sound(contract, at)
    return ContractDrafted(**said(contract))


def offer(contract: Contract, purchase: Purchase, *, at: datetime) -> list[ContractOffered | TaskOpened]:
    """购买方签署: now it waits for the provider."""
    require_draft(contract)
    _require_sound(contract, at)
    contract.state, contract.offered_at = State.OFFERED, at
    return [ContractOffered(**said(contract)), TaskOpened.of(_signature(contract, purchase))]


def sign(
    contract: Contract,
    purchase: Purchase,
    project: Project,
    budget: Budget,
    line: BudgetLine,
    standing: Standing,
    *,
    at: datetime,
) -> tuple[list[Transfer], list[ContractSigned | TaskOpened | TaskClosed]]:
    """承接方签署: what the award left of the ceiling is free again, and the project has its provider."""
    if contract.state is not State.OFFERED:
        raise ContractNotOffered(state=contract.state)
    if purchase.state is not PurchaseState.AWARDED:
        raise PurchaseNotAwarded(state=purchase.state)
    if project.carried_out_by is not None or project.contracts_running:
        raise ProviderAlreadyKnown
    require_standing(standing)
    waited, rest = tasks_of(purchase), purchase.ceiling_fen - contract.amount_fen
    where: dict[str, Any] = {"at": at, "ground": contract.title, "line": line, "cause_id": contract.id}
    made = [
        *move(budget, contract.amount_fen, Account.TENDERED, Account.CONTRACTED, **where),
        *move(budget, rest, Account.TENDERED, Account.COMMITTED, **where),
    ]
    contract.state, contract.signed_at = State.SIGNED, at
    project.organisation_id, project.by_contract = contract.organisation_id, True
    purchase.signed = True
    project.purchases_running -= 1
    project.contracts_running += 1
    signed = TaskClosed.of(_signature(contract, purchase))
    return made, [ContractSigned(**said(contract)), signed, *moved(waited, purchase)]


def void(contract: Contract, *, because: str, at: datetime) -> ContractVoided:
    """作废: its purchase failed before both had signed."""
    contract.state, contract.ended_at, contract.ended_because = State.VOIDED, at, because
    return ContractVoided(**said(contract))


def require_draft(contract: Contract) -> None:
    """Only a draft is revised."""
    if contract.state is not State.DRAFT:
        raise ContractNotDraft(state=contract.state)


def require_in_force(contract: Contract) -> None:
    """Signed by both and not ended."""
    if contract.state is not State.SIGNED:
        raise ContractNotInForce(state=contract.state)


def stage_of(contract: Contract, no: int) -> Stage | None:
    """One of its stages."""
    return next((each for each in contract.stages if each.no == no), None)


def _signature(contract: Contract, purchase: Purchase) -> Task:
    return signature_of(purchase, contract.organisation_id, path("contracts", contract.id))


def _require_sound(contract: Contract, at: datetime) -> None:
    rule = ContractRule.on(clock.day(at))
    amount, first, last = contract.amount_fen, contract.starts_on, contract.ends_on
    require_terms(contract.stages, amount_fen=amount, starts_on=first, ends_on=last, rule=rule)


def _years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
