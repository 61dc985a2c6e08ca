"""Changes of contracts: proposed by one side, agreed or refused by the other."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import clock, facts
from chassis.access import Access, allow, published, visible
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from projects.budget.ledger import LineExceeded
from projects.contract import changing
from projects.contract.dated import ContractRule, Ground
from projects.contract.model import Change, ChangeState, Contract, contract_held
from projects.contract.rules import ContractNotInForce, TermsUnsound
from projects.contract.terms import ChangeIn, ChangeView, side_of
from projects.permissions import Permission
from projects.purchase.model import Purchase
from projects.purchase.routes import money_of

router = APIRouter(tags=["合同 contract"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]
Reader = Annotated[Access, Depends(allow(Permission.CONTRACT_READ))]
Changer = Annotated[Access, Depends(allow(Permission.CONTRACT_CHANGE))]
Read = Annotated[Contract, Depends(existing(Contract, Permission.CONTRACT_READ))]
Changed = Annotated[Contract, Depends(current(Contract, Permission.CONTRACT_CHANGE))]
Decided = Annotated[Change, Depends(current(Change, Permission.CONTRACT_CHANGE))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


@router.get("/contract-grounds")
async def grounds(_by: Anyone, asked: Asked, at: Now) -> Page[Ground]:
    """The grounds on which a contract may be changed today, with their articles."""
    found = ContractRule.on(clock.day(at)).grounds
    return Page(items=found, next=None, count=len(found) if asked.count else None)


@router.get("/contracts/{id}/changes", responses=problems(NotFound))
async def list_(contract: Read, tx: Tx, by: Reader, asked: Asked) -> Page[ChangeView]:
    """Every change that was proposed, with what became of it."""
    query = select(Change).where(Change.contract_id == contract.id, visible(Change, by))
    return await page(tx, query, [Change.id], asked, lambda change: ChangeView.seen(change, by))


@router.post(
    "/contracts/{id}/changes",
    status_code=201,
    responses=problems(
        *VERSIONED,
        ContractNotInForce,
        TermsUnsound,
        changing.ChangeWaiting,
        changing.GroundUnknown,
        changing.IncreaseTooLarge,
        changing.SettledStage,
    ),
)
async def propose(contract: Changed, body: ChangeIn, tx: Tx, by: Changer, at: Now) -> ChangeView:
    """提出变更, by either side."""
    place = {"area_id": contract.area_id, "scope_key": contract.scope_key, "organisation_id": contract.organisation_id}
    change = Change(id=new_id(), contract_id=contract.id, side=side_of(by), **place)
    change.ground, change.reason, change.ends_on = body.ground, body.reason, body.ends_on
    change.stages = [each.model_dump(mode="json") for each in body.stages]
    still = (Change.contract_id == contract.id, Change.state == ChangeState.PROPOSED)
    waiting = (await tx.scalars(select(Change).where(*still))).all()
    fact = changing.propose(contract, change, waiting, at=at)
    tx.add(change)
    await facts.tell(tx, fact, by=by)
    return ChangeView.seen(change, by)


@router.post(
    "/contract-changes/{id}/agreement",
    responses=problems(
        *VERSIONED,
        ContractNotInForce,
        LineExceeded,
        changing.ChangeDecided,
        changing.OwnChange,
        changing.SettledStage,
    ),
)
async def agree(change: Decided, tx: Tx, by: Changer, at: Now) -> ChangeView:
    """同意变更, by the other side."""
    contract = await contract_held(tx, change.contract_id)
    async with beyond_scope(tx):
        budget, line = await money_of(tx, await tx.get_one(Purchase, contract.purchase_id))
        made, fact = changing.agree(contract, change, budget, line, side=side_of(by), at=at)
        tx.add_all(made)
        await facts.tell(tx, fact, by=by)
    return ChangeView.seen(change, by)


@router.post("/contract-changes/{id}/refusal", responses=problems(*VERSIONED, changing.ChangeDecided))
async def refuse(change: Decided, body: Reason, tx: Tx, by: Changer, at: Now) -> ChangeView:
    """不同意变更, or withdrawn by the side that proposed it."""
    contract = await contract_held(tx, change.contract_id)
    fact = changing.refuse(contract, change, side=side_of(by), reason=body.reason, at=at)
    await facts.tell(tx, fact, by=by)
    return ChangeView.seen(change, by)
