"""A purchase up to its deadline: drafted within the project's budget line, announced, or called off."""

from datetime import datetime
from typing import Any

from chassis import clock
from chassis.problems import FieldError, Problem
from procedures.notice.dated import Unit
from projects.budget.ledger import LineExceeded, move
from projects.budget.model import Account, Budget, BudgetLine, Transfer
from projects.facts import TaskClosed, TaskOpened
from projects.project.model import Project
from projects.project.rules import require_running
from projects.purchase.dated import Catalogue, MethodRule, PurchaseRule
from projects.purchase.model import RUNNING, CriterionKind, Purchase, State
from projects.purchase.waiting import moved, tasks_of
from projects.spending import PurchaseAnnounced, PurchaseCancelled, PurchaseDrafted


class NotInCatalogue(Problem):
    """购买内容不在政府购买服务指导性目录内。"""

    status = 422


class CriteriaUnsound(Problem):
    """评审因素的分值不符合要求。"""

    status = 422


class MethodNotAllowedHere(Problem):
    """采购方式不适用于这一金额。"""

    status = 422


class MethodNotInForce(Problem):
    """此采购方式现已不能使用，请改用其他方式。"""

    status = 422


class InviteesUnsound(Problem):
    """邀请的供应商数量不符合采购方式的要求。"""

    status = 422


class BidWindowTooShort(Problem):
    """公告到投标截止的时间短于规定。"""

    status = 422


class PurchaseNotDraft(Problem):
    """采购已公告，不能再修改。"""


class PurchaseOver(Problem):
    """采购已经结束。"""


class ProviderAlreadyKnown(Problem):
    """项目已有承接组织，不能再采购。"""


class PurchaseRunning(Problem):
    """项目已有正在进行、尚未签约的采购，或正在履行的合同。"""


def said(purchase: Purchase) -> dict[str, Any]:
    """What every fact about a purchase says."""
    names = ("area_id", "scope_key", "project_id", "need_ids", "budget_id", "method", "catalogue_code", "ceiling_fen")
    return {"purchase_id": purchase.id} | {name: getattr(purchase, name) for name in names}


def draft(purchase: Purchase, project: Project, line: BudgetLine, *, at: datetime) -> PurchaseDrafted:
    """起草采购, for an approved project that nobody carries out yet."""
    purchase.state = State.DRAFT
    _require_sound(purchase, project, line, at)
    project.purchases_drafted += 1
    return PurchaseDrafted(**said(purchase))


def revise(purchase: Purchase, project: Project, line: BudgetLine, *, at: datetime) -> PurchaseDrafted:
    """修改采购, before it is announced."""
    require_draft(purchase)
    _require_sound(purchase, project, line, at)
    return PurchaseDrafted(**said(purchase))


def announce(
    purchase: Purchase,
    project: Project,
    budget: Budget,
    line: BudgetLine,
    *,
    at: datetime,
) -> tuple[list[Transfer], list[PurchaseAnnounced | TaskOpened | TaskClosed]]:
    """发布采购公告: sets the ceiling aside, so that what is announced can be paid."""
    require_draft(purchase)
    _require_sound(purchase, project, line, at)
    if project.purchases_running or project.contracts_running:
        raise PurchaseRunning
    _require_window(purchase, at)
    made = move(
        budget,
        purchase.ceiling_fen,
        Account.COMMITTED,
        Account.TENDERED,
        at=at,
        ground=purchase.title,
        line=line,
        cause_id=purchase.id,
    )
    purchase.state, purchase.announced_at = State.ANNOUNCED, at
    project.purchases_drafted -= 1
    project.purchases_running += 1
    return made, [PurchaseAnnounced(**said(purchase), bids_due_at=purchase.bids_due_at), *moved([], purchase)]


def cancel(
    purchase: Purchase, project: Project, budget: Budget, line: BudgetLine, *, reason: str, at: datetime
) -> tuple[list[Transfer], list[PurchaseCancelled | TaskOpened | TaskClosed]]:
    """终止采购, before it is awarded (政府采购法 art. 36: 重大变故)."""
    if purchase.state not in RUNNING | {State.DRAFT}:
        raise PurchaseOver(state=purchase.state)
    waited, made = tasks_of(purchase), []
    if purchase.state in RUNNING:
        made = release(purchase, project, budget, line, at=at)
    else:
        project.purchases_drafted -= 1
    purchase.state, purchase.ended_because = State.CANCELLED, reason
    return made, [PurchaseCancelled(**said(purchase)), *moved(waited, purchase)]


def release(purchase: Purchase, project: Project, budget: Budget, line: BudgetLine, *, at: datetime) -> list[Transfer]:
    """Nothing came of it: what was set aside goes back to the project's line."""
    project.purchases_running -= 1
    return move(
        budget,
        purchase.ceiling_fen,
        Account.TENDERED,
        Account.COMMITTED,
        at=at,
        ground=purchase.title,
        line=line,
        cause_id=purchase.id,
    )


def _require_window(purchase: Purchase, at: datetime) -> None:
    earliest = PurchaseRule.earliest(purchase.method, at)
    if purchase.bids_due_at < earliest:
        window = method_of(purchase, at).least_days
        days = f"{window.days} 个{'工作日' if window.unit is Unit.WORKING_DAYS else '自然日'}"
        limit = f"公告到投标截止不少于 {days}；今天公告，最早 {earliest.astimezone(clock.CITY):%Y-%m-%d %H:%M}"
        errors = [FieldError(pointer="/bids_due_at", title=limit)]
        raise BidWindowTooShort(errors=errors, days=window.days, earliest=earliest.isoformat())


def require_draft(purchase: Purchase) -> None:
    """Only a draft changes."""
    if purchase.state is not State.DRAFT:
        raise PurchaseNotDraft(state=purchase.state)


def method_of(purchase: Purchase, at: datetime) -> MethodRule:
    """What its method asks for: as the rule stood when it was announced, or stands for a draft today."""
    found = PurchaseRule.on(clock.day(purchase.announced_at or at)).methods.get(purchase.method)
    if found is None:
        raise MethodNotInForce(pointer="/method")
    return found


def _require_sound(purchase: Purchase, project: Project, line: BudgetLine, at: datetime) -> None:
    require_running(project)
    if project.carried_out_by is not None:
        raise ProviderAlreadyKnown
    if purchase.ceiling_fen > line.committed_fen:
        raise LineExceeded(pointer="/ceiling_fen", balance_fen=line.committed_fen, asked_fen=purchase.ceiling_fen)
    if purchase.catalogue_code not in Catalogue.on(clock.day(at)).codes:
        raise NotInCatalogue(pointer="/catalogue_code")
    rule = method_of(purchase, at)
    if rule.most_fen and purchase.ceiling_fen > rule.most_fen:
        raise MethodNotAllowedHere(pointer="/method", most_fen=rule.most_fen)
    invited = set(purchase.invited_ids)
    wrong = len(invited) < rule.least_bids if rule.invited else invited
    if wrong or len(invited) < len(purchase.invited_ids):
        least = rule.least_bids if rule.invited else 0
        asked = f"这种采购方式须邀请不少于 {least} 家，且不重复" if least else "这种采购方式不邀请供应商"
        raise InviteesUnsound(errors=[FieldError(pointer="/invited_ids", title=asked)], least=least)
    _require_criteria(purchase, rule, PurchaseRule.on(clock.day(at)).total_points)


def _require_criteria(purchase: Purchase, rule: MethodRule, total: int) -> None:
    """The points add up, each criterion has its own code, and price counts for as much as the method asks."""
    errors = []
    if sum(each["points"] for each in purchase.criteria) != total:
        errors.append(FieldError(pointer="/criteria", title=f"各因素分值合计应为 {total} 分"))
    if len({each["code"] for each in purchase.criteria}) < len(purchase.criteria):
        errors.append(FieldError(pointer="/criteria", title="评审因素编号不能重复"))
    price = [each["points"] for each in purchase.criteria if each["kind"] == CriterionKind.PRICE]
    if len(price) != 1 or price[0] < rule.price_points:
        errors.append(FieldError(pointer="/criteria", title=f"须有一项价格因素，分值不低于 {rule.price_points} 分"))
    if sum(price) > rule.most_price_points:
        errors.append(FieldError(pointer="/criteria", title=f"价格因素的分值不高于 {rule.most_price_points} 分"))
    if errors:
        raise CriteriaUnsound(errors=errors)
