"""Purchases: drafted, announced and called off by officers, read by everybody once they are announced."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import clock, facts
from chassis.access import Access, published
from chassis.areas import below
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, get
from chassis.transaction import TransactionRoute, Tx
from procedures.attachment.binding import REFUSALS as UNATTACHABLE
from procedures.attachment.binding import attach, publish
from procedures.notice.facts import NoticeFact
from procedures.notice.model import Objection
from procedures.notice.routes import notice_of
from procedures.recusal import BothSides, officially
from projects.budget.ledger import BudgetExceeded, LineExceeded
from projects.budget.model import Budget, BudgetLine, budgets_held
from projects.facts import ATTACHMENTS, TaskClosed
from projects.paths import path
from projects.permissions import Permission
from projects.project.model import Project
from projects.project.moving import project_moving
from projects.project.rules import ProjectNotApproved
from projects.purchase import rules, waiting
from projects.purchase.dated import Catalogue, CatalogueItem, MethodInForce, PurchaseRule
from projects.purchase.model import Purchase, State
from projects.purchase.schemas import OpenPurchase, PurchaseIn, PurchaseView

router = APIRouter(tags=["采购 purchase"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]
Runner = Annotated[Access, Depends(officially(Permission.PURCHASE_RUN))]
Run = Annotated[Purchase, Depends(current(Purchase, Permission.PURCHASE_RUN))]
VERSIONED = (NotFound, VersionMissing, VersionStale, BothSides)
UNSOUND = (
    *UNATTACHABLE,
    ProjectNotApproved,
    LineExceeded,
    rules.CriteriaUnsound,
    rules.InviteesUnsound,
    rules.MethodNotAllowedHere,
    rules.MethodNotInForce,
    rules.NotInCatalogue,
    rules.ProviderAlreadyKnown,
)


@router.get("/purchase-catalogue")
async def catalogue(_by: Anyone, asked: Asked, at: Now) -> Page[CatalogueItem]:
    """政府购买服务指导性目录, as it is in force today."""
    items = Catalogue.on(clock.day(at)).items
    return Page(items=items, next=None, count=len(items) if asked.count else None)


@router.get("/purchase-methods")
async def methods(_by: Anyone, asked: Asked, at: Now) -> Page[MethodInForce]:
    """采购方式 with what each asks for today."""
    items = PurchaseRule.in_force(at)
    return Page(items=items, next=None, count=len(items) if asked.count else None)


@router.get("/published/purchases")
async def list_published(
    tx: Tx,
    _by: Anyone,
    asked: Asked,
    state: State | None = None,
    area_id: UUID | None = None,
    project_id: UUID | None = None,
) -> Page[OpenPurchase]:
    """采购公告与结果, the latest first; `area_id` takes in all below it."""
    query = select(Purchase).where(Purchase.announced_at.is_not(None))
    if state is not None:
        query = query.where(Purchase.state == state)
    if project_id is not None:
        query = query.where(Purchase.project_id == project_id)
    if area_id is not None:
        query = query.where(await below(tx, Purchase, area_id))
    return await page(tx, query, [Purchase.id], asked, OpenPurchase.of)


async def money_of(tx: Tx, purchase: Purchase) -> tuple[Budget, BudgetLine]:
    """The budget and the line that a purchase draws on, both held; the budget may be the city's."""
    async with beyond_scope(tx):
        budget = (await budgets_held(tx, [purchase.budget_id]))[purchase.budget_id]
        line = await tx.get_one(BudgetLine, purchase.line_id, with_for_update=True, populate_existing=True)
    return budget, line


async def called_back(tx: Tx, purchase: Purchase, *, reason: str, at: datetime) -> list[NoticeFact | TaskClosed]:
    """The notice of a result goes with the purchase, or with the review, that it told of."""
    if purchase.notice_id is None:
        return []
    notice = await notice_of(tx, purchase.notice_id)
    async with beyond_scope(tx):
        objections = await tx.scalars(select(Objection).where(Objection.notice_id == notice.id).order_by(Objection.id))
        return waiting.called_back(notice, objections.all(), reason=reason, at=at)


async def _fill(tx: Tx, purchase: Purchase, project: Project, body: PurchaseIn) -> BudgetLine:
    line = await tx.scalar(select(BudgetLine).where(BudgetLine.id == body.line_id, BudgetLine.project_id == project.id))
    if line is None:
        raise NotFound(pointer="/line_id")
    for name, value in body.model_dump(exclude={"attachment_ids"}).items():
        setattr(purchase, name, value)
    purchase.budget_id, purchase.need_ids = line.budget_id, project.need_ids
    return line


async def _attach(tx: Tx, purchase: Purchase, body: PurchaseIn, by: Access, at: datetime) -> None:
    href = path("purchases", purchase.id)
    await attach(tx, body.attachment_ids, ATTACHMENTS, to=purchase, href=href, by=by, at=at)


@router.post("/projects/{id}/purchases", status_code=201, responses=problems(NotFound, BothSides, *UNSOUND))
async def draft(id: UUID, body: PurchaseIn, tx: Tx, by: Runner, at: Now) -> PurchaseView:  # noqa: A002
    """起草采购."""
    project = await get(tx, Project, id, by, lock=True)
    purchase = Purchase(id=new_id(), project_id=project.id, area_id=project.area_id, scope_key=project.scope_key)
    purchase.drafted_by, purchase.opened_bids, purchase.signed = by.account_id, 0, False
    line = await _fill(tx, purchase, project, body)
    async with project_moving(tx, project.id, by):
        fact = rules.draft(purchase, project, line, at=at)
        tx.add(purchase)
        await facts.tell(tx, fact, by=by)
    await _attach(tx, purchase, body, by, at)
    return PurchaseView.seen(purchase, by, at)


@router.put("/purchases/{id}/revision", responses=problems(*VERSIONED, rules.PurchaseNotDraft, *UNSOUND))
async def revise(purchase: Run, body: PurchaseIn, tx: Tx, by: Runner, at: Now) -> PurchaseView:
    """修改采购方案."""
    rules.require_draft(purchase)
    project = await get(tx, Project, purchase.project_id, by)
    line = await _fill(tx, purchase, project, body)
    await facts.tell(tx, rules.revise(purchase, project, line, at=at), by=by)
    await _attach(tx, purchase, body, by, at)
    return PurchaseView.seen(purchase, by, at)


@router.post(
    "/purchases/{id}/announcement",
    responses=problems(
        *VERSIONED, rules.PurchaseNotDraft, rules.PurchaseRunning, rules.BidWindowTooShort, BudgetExceeded, *UNSOUND
    ),
)
async def announce(purchase: Run, tx: Tx, by: Runner, at: Now) -> PurchaseView:
    """发布采购公告."""
    async with project_moving(tx, purchase.project_id, by) as project:
        budget, line = await money_of(tx, purchase)
        made, told = rules.announce(purchase, project, budget, line, at=at)
        tx.add_all(made)
        for fact in told:
            await facts.tell(tx, fact, by=by)
    await publish(tx, of=purchase)
    return PurchaseView.seen(purchase, by, at)


@router.post("/purchases/{id}/cancellation", responses=problems(*VERSIONED, rules.PurchaseOver))
async def cancel(purchase: Run, body: Reason, tx: Tx, by: Runner, at: Now) -> PurchaseView:
    """终止采购."""
    async with project_moving(tx, purchase.project_id, by) as project:
        budget, line = await money_of(tx, purchase)
        made, told = rules.cancel(purchase, project, budget, line, reason=body.reason, at=at)
        tx.add_all(made)
        for fact in [*told, *await called_back(tx, purchase, reason=body.reason, at=at)]:
            await facts.tell(tx, fact, by=by)
    return PurchaseView.seen(purchase, by, at)
