"""Contracts: drafted from an award by officers, signed by both sides."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import below
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, Problem, problems
from chassis.records import VersionMissing, VersionStale, current, existing, get
from chassis.transaction import TransactionRoute, Tx
from procedures.recusal import BothSides, officially
from projects.bid.model import Bid
from projects.clients.registry import ProviderNotStanding, ProviderUnknown, Standing, Standings
from projects.contract import rules
from projects.contract.changing import stage_from
from projects.contract.model import Contract, State
from projects.contract.schemas import ContractIn, ContractView
from projects.permissions import Permission
from projects.project.model import project_behind
from projects.purchase.model import Purchase, purchase_behind
from projects.purchase.routes import money_of
from projects.purchase.rules import ProviderAlreadyKnown

router = APIRouter(tags=["合同 contract"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.CONTRACT_READ))]
Runner = Annotated[Access, Depends(officially(Permission.CONTRACT_RUN))]
Signer = Annotated[Access, Depends(allow(Permission.CONTRACT_SIGN))]
Read = Annotated[Contract, Depends(existing(Contract, Permission.CONTRACT_READ))]
Run = Annotated[Contract, Depends(current(Contract, Permission.CONTRACT_RUN))]
Signed = Annotated[Contract, Depends(current(Contract, Permission.CONTRACT_SIGN))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


class ContractExists(Problem):
    """此采购已有合同。"""


@router.get("/contracts")
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    state: State | None = None,
    area_id: UUID | None = None,
    project_id: UUID | None = None,
    purchase_id: UUID | None = None,
) -> Page[ContractView]:
    """Contracts in scope or of one's organisation, the latest first; `area_id` takes in all below it."""
    query = select(Contract).where(visible(Contract, by))
    if state is not None:
        query = query.where(Contract.state == state)
    if project_id is not None:
        query = query.where(Contract.project_id == project_id)
    if purchase_id is not None:
        query = query.where(Contract.purchase_id == purchase_id)
    if area_id is not None:
        query = query.where(await below(tx, Contract, area_id))
    return await page(tx, query, [Contract.id], asked, lambda contract: ContractView.seen(contract, by))


async def _write(tx: Tx, contract: Contract, body: ContractIn) -> None:
    contract.number, contract.starts_on, contract.ends_on = body.number, body.starts_on, body.ends_on
    contract.stages.clear()
    await tx.flush()
    contract.stages = [stage_from(contract, each) for each in body.stages]


@router.post(
    "/purchases/{id}/contract",
    status_code=201,
    responses=problems(NotFound, BothSides, rules.PurchaseNotAwarded, rules.TermsUnsound, ContractExists),
)
async def draft(id: UUID, body: ContractIn, tx: Tx, by: Runner, at: Now) -> ContractView:  # noqa: A002
    """起草合同, from the award of a purchase."""
    purchase = await get(tx, Purchase, id, by, lock=True)
    bid = await tx.get(Bid, purchase.proposed_bid_id) if purchase.proposed_bid_id else None
    if bid is None:
        raise rules.PurchaseNotAwarded(state=purchase.state)
    contract = Contract(id=new_id(), purchase_id=purchase.id, provider_name=bid.provider_name, stages=[])
    for name in ("area_id", "scope_key", "project_id", "need_ids", "budget_id", "line_id", "title"):
        setattr(contract, name, getattr(purchase, name))
    contract.organisation_id = bid.organisation_id
    await _write(tx, contract, body)
    fact = rules.draft(contract, purchase, at=at)
    tx.add(contract)
    try:
        await facts.tell(tx, fact, by=by)
    except IntegrityError as twice:
        raise ContractExists from twice
    return ContractView.seen(contract, by)


@router.get("/contracts/{id}", responses=problems(NotFound))
async def read(contract: Read, by: Reader) -> ContractView:
    """One contract in scope or of one's organisation."""
    return ContractView.seen(contract, by)


@router.put(
    "/contracts/{id}/revision", responses=problems(*VERSIONED, BothSides, rules.ContractNotDraft, rules.TermsUnsound)
)
async def revise(contract: Run, body: ContractIn, tx: Tx, by: Runner, at: Now) -> ContractView:
    """修改合同草案."""
    rules.require_draft(contract)
    await _write(tx, contract, body)
    await facts.tell(tx, rules.revise(contract, at=at), by=by)
    return ContractView.seen(contract, by)


@router.post(
    "/contracts/{id}/offer", responses=problems(*VERSIONED, BothSides, rules.ContractNotDraft, rules.TermsUnsound)
)
async def offer(contract: Run, tx: Tx, by: Runner, at: Now) -> ContractView:
    """购买方签署."""
    purchase = await purchase_behind(tx, contract.purchase_id)
    for fact in rules.offer(contract, purchase, at=at):
        await facts.tell(tx, fact, by=by)
    return ContractView.seen(contract, by)


async def _standing(id: UUID, tx: Tx, by: Signer, standings: Standings, at: Now) -> Standing:  # noqa: A002
    """How the provider stands today, asked before anything is held."""
    provider = await tx.scalar(select(Contract.organisation_id).where(Contract.id == id, visible(Contract, by)))
    if provider is None:
        raise NotFound
    return await standings(provider, clock.day(at))


ProviderStanding = Annotated[Standing, Depends(_standing)]


@router.post(
    "/contracts/{id}/signature",
    responses=problems(
        *VERSIONED,
        rules.ContractNotOffered,
        rules.PurchaseNotAwarded,
        ProviderAlreadyKnown,
        ProviderNotStanding,
        ProviderUnknown,
    ),
)
async def sign(standing: ProviderStanding, contract: Signed, tx: Tx, by: Signer, at: Now) -> ContractView:
    """承接方签署, by the manager of the provider."""
    purchase = await purchase_behind(tx, contract.purchase_id)
    async with project_behind(tx, contract.project_id) as project:
        budget, line = await money_of(tx, purchase)
        made, told = rules.sign(contract, purchase, project, budget, line, standing, at=at)
        tx.add_all(made)
        for fact in told:
            await facts.tell(tx, fact, by=by)
    return ContractView.seen(contract, by)
