"""Changes of contracts: proposed by one side, refused by the other or withdrawn."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import clock, facts
from chassis.access import Access, allow, published, visible
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from procedures.recusal import BothSides, require_apart
from projects.contract import changing
from projects.contract.dated import ContractRule, Ground
from projects.contract.model import Change, Contract, Side, contract_held, waiting_changes
from projects.contract.rules import ContractNotInForce, TermsUnsound
from projects.contract.terms import ChangeIn, ChangeView, side_of
from projects.permissions import Permission

router = APIRouter(tags=["合同 contract"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]
Reader = Annotated[Access, Depends(allow(Permission.CONTRACT_READ))]
Changer = Annotated[Access, Depends(allow(Permission.CONTRACT_CHANGE))]
Read = Annotated[Contract, Depends(existing(Contract, Permission.CONTRACT_READ))]
Changed = Annotated[Contract, Depends(current(Contract, Permission.CONTRACT_CHANGE))]
Decided = Annotated[Change, Depends(current(Change, Permission.CONTRACT_CHANGE))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


async def agreed(id: UUID, tx: Tx, by: Changer) -> Contract:  # noqa: A002 - the path's own name
    """The contract of a change, held before the change is: whoever ends a contract ends what waits on it after it."""
    found = await tx.scalar(select(Change.contract_id).where(Change.id == id, visible(Change, by)))
    if found is None:
        raise NotFound
    return await contract_held(tx, found)


Agreed = Annotated[Contract, Depends(agreed)]


def acting(by: Access, contract: Contract) -> Side:
    """The side that the caller acts for; nobody of any organisation acts for the purchaser."""
    side = side_of(by, contract)
    if side is Side.PURCHASER:
        require_apart(by.principal)
    return side


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
        BothSides,
        ContractNotInForce,
        TermsUnsound,
        changing.ChangeWaiting,
        changing.GroundRaisesNothing,
        changing.GroundUnknown,
        changing.IncreaseTooLarge,
        changing.SettledStage,
    ),
)
async def propose(contract: Changed, body: ChangeIn, tx: Tx, by: Changer, at: Now) -> ChangeView:
    """提出变更, by either side."""
    place = {"area_id": contract.area_id, "scope_key": contract.scope_key, "organisation_id": contract.organisation_id}
    change = Change(id=new_id(), contract_id=contract.id, side=acting(by, contract), **place)
    change.ground, change.reason, change.ends_on = body.ground, body.reason, body.ends_on
    change.stages = [each.model_dump(mode="json") for each in body.stages]
    proposed = changing.propose(contract, change, await waiting_changes(tx, contract), at=at)
    tx.add(change)
    for fact in proposed:
        await facts.tell(tx, fact, by=by)
    return ChangeView.seen(change, by)


@router.post("/contract-changes/{id}/refusal", responses=problems(*VERSIONED, BothSides, changing.ChangeDecided))
async def refuse(contract: Agreed, change: Decided, body: Reason, tx: Tx, by: Changer, at: Now) -> ChangeView:
    """不同意变更, or withdrawn by the side that proposed it."""
    for fact in changing.refuse(contract, change, side=acting(by, contract), reason=body.reason, at=at):
        await facts.tell(tx, fact, by=by)
    return ChangeView.seen(change, by)
