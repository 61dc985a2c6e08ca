"""Budgets: granted and changed by the officers of their area, read with every transfer, and by everybody in sum."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from chassis import facts
from chassis.access import Access, allow, published, visible
from chassis.areas import any_area, area_in_scope, below
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from procedures.recusal import BothSides, officially
from projects.budget import rules
from projects.budget.ledger import BudgetExceeded
from projects.budget.model import CARRIED, Budget, Transfer
from projects.budget.schemas import BudgetIn, BudgetView, ChangeIn, OpenBudget, TransferView, Year
from projects.permissions import Permission

router = APIRouter(tags=["预算 budget"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]
Reader = Annotated[Access, Depends(allow(Permission.BUDGET_READ))]
Granter = Annotated[Access, Depends(officially(Permission.BUDGET_GRANT))]
Read = Annotated[Budget, Depends(existing(Budget, Permission.BUDGET_READ))]
Changed = Annotated[Budget, Depends(current(Budget, Permission.BUDGET_GRANT))]


@router.get("/published/budgets", responses=problems(NotFound))
async def list_published(
    tx: Tx, _by: Anyone, asked: Asked, for_area_id: UUID | None = None, year: Year | None = None
) -> Page[OpenBudget]:
    """Budgets as everybody may read them; `for_area_id` gives those on which a project there may draw."""
    query = select(Budget)
    if for_area_id is not None:
        area = await any_area(tx, for_area_id, pointer="?for_area_id")
        keys = [area.scope_key[: end + 1] for end, char in enumerate(area.scope_key) if char == "/"]
        query = query.where(Budget.scope_key.in_(keys))
    if year is not None:
        query = query.where(Budget.year == year)
    return await page(tx, query, [Budget.id], asked, OpenBudget.of)


@router.get("/budgets")
async def list_(
    tx: Tx, by: Reader, asked: Asked, area_id: UUID | None = None, year: Year | None = None
) -> Page[BudgetView]:
    """Budgets in scope, newest first; `area_id` takes in all below it."""
    query = select(Budget).where(visible(Budget, by))
    if area_id is not None:
        query = query.where(await below(tx, Budget, area_id))
    if year is not None:
        query = query.where(Budget.year == year)
    return await page(tx, query, [Budget.id], asked, lambda budget: BudgetView.seen(budget, by))


@router.post(
    "/budgets", status_code=201, responses=problems(NotFound, BothSides, rules.NotABudgetArea, rules.BudgetNamed)
)
async def grant(body: BudgetIn, tx: Tx, by: Granter, at: Now) -> BudgetView:
    """录入批复预算, of a town or of the city."""
    area = await area_in_scope(tx, body.area_id, by)
    budget = Budget(id=new_id(), area_id=area.id, scope_key=area.scope_key, level=rules.level_of(area))
    budget.year, budget.name, budget.document = body.year, body.name, body.document
    for account in CARRIED:
        setattr(budget, f"{account}_fen", 0)
    made, fact = rules.grant(budget, amount_fen=body.amount_fen, at=at)
    tx.add(budget)
    try:
        await tx.flush()
    except IntegrityError as taken:
        raise rules.BudgetNamed(pointer="/name") from taken
    tx.add_all(made)
    await facts.tell(tx, fact, by=by)
    return BudgetView.seen(budget, by)


@router.get("/budgets/{id}", responses=problems(NotFound))
async def read(budget: Read, by: Reader) -> BudgetView:
    """One budget in scope."""
    return BudgetView.seen(budget, by)


@router.get("/budgets/{id}/transfers", responses=problems(NotFound))
async def transfers(budget: Read, tx: Tx, by: Reader, asked: Asked) -> Page[TransferView]:
    """Every transfer of a budget, the latest first: its balances are their sums."""
    query = select(Transfer).where(visible(Transfer, by), Transfer.budget_id == budget.id)
    return await page(tx, query, [Transfer.posted_at, Transfer.id], asked, TransferView.of)


@router.post(
    "/budgets/{id}/changes", responses=problems(NotFound, VersionMissing, VersionStale, BothSides, BudgetExceeded)
)
async def change(budget: Changed, body: ChangeIn, tx: Tx, by: Granter, at: Now) -> BudgetView:
    """调整预算."""
    made, fact = rules.change(budget, by_fen=body.by_fen, document=body.document, at=at)
    tx.add_all(made)
    await facts.tell(tx, fact, by=by)
    return BudgetView.seen(budget, by)
