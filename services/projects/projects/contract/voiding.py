"""A purchase that comes to nothing after all, and the contract that was waiting to be signed for it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current
from chassis.transaction import TransactionRoute, Tx
from procedures.recusal import BothSides, officially
from projects.contract.model import Contract
from projects.contract.rules import void
from projects.permissions import Permission
from projects.project.moving import project_moving
from projects.purchase.model import Purchase
from projects.purchase.routes import called_back, money_of
from projects.purchase.schemas import PurchaseView
from projects.review import awarding

router = APIRouter(tags=["评审 review"], route_class=TransactionRoute)

Awarder = Annotated[Access, Depends(officially(Permission.PURCHASE_AWARD))]
Awarded = Annotated[Purchase, Depends(current(Purchase, Permission.PURCHASE_AWARD))]


async def _contract_for(tx: AsyncSession, purchase_id: UUID) -> Contract | None:
    query = select(Contract).where(Contract.purchase_id == purchase_id)
    async with beyond_scope(tx):
        found: Contract | None = await tx.scalar(query.with_for_update(of=Contract))
    return found


async def held_first(id: UUID, tx: Tx, _by: Awarder) -> None:  # noqa: A002 - the path's own name
    """The contract of a purchase is held before the purchase is, as by whoever signs it."""
    await _contract_for(tx, id)


@router.post(
    "/purchases/{id}/failure",
    responses=problems(NotFound, VersionMissing, VersionStale, BothSides, awarding.NotProposed),
    dependencies=[Depends(held_first)],
)
async def fail(purchase: Awarded, body: Reason, tx: Tx, by: Awarder, at: Now) -> PurchaseView:
    """废标, or an award given up because its contract is never signed."""
    contract = await _contract_for(tx, purchase.id)
    async with project_moving(tx, purchase.project_id, by) as project:
        budget, line = await money_of(tx, purchase)
        made, told = awarding.fail(purchase, project, budget, line, reason=body.reason, at=at)
        tx.add_all(made)
        for fact in [*told, *await called_back(tx, purchase, reason=body.reason, at=at)]:
            await facts.tell(tx, fact, by=by)
        if contract is not None:
            await facts.tell(tx, void(contract, because=body.reason, at=at), by=by)
    return PurchaseView.seen(purchase, by, at)
