"""What ends a contract or leaves it nothing to do, which is judged by what of it is paid."""

from typing import Annotated

from fastapi import APIRouter, Depends

from chassis import facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current
from chassis.transaction import TransactionRoute, Tx
from procedures.recusal import BothSides, officially
from projects.budget.ledger import LineExceeded
from projects.contract import changing, ending
from projects.contract.changes import Agreed, acting
from projects.contract.model import Change, Contract, waiting_changes
from projects.contract.rules import ContractNotInForce
from projects.contract.schemas import ContractView
from projects.contract.terms import ChangeView
from projects.payment.model import payments_of
from projects.permissions import Permission
from projects.project.moving import project_moving
from projects.purchase.model import Purchase
from projects.purchase.routes import money_of

router = APIRouter(tags=["合同 contract"], route_class=TransactionRoute)

Runner = Annotated[Access, Depends(officially(Permission.CONTRACT_RUN))]
Changer = Annotated[Access, Depends(allow(Permission.CONTRACT_CHANGE))]
Run = Annotated[Contract, Depends(current(Contract, Permission.CONTRACT_RUN))]
Decided = Annotated[Change, Depends(current(Change, Permission.CONTRACT_CHANGE))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


@router.post(
    "/contracts/{id}/termination",
    responses=problems(*VERSIONED, BothSides, ContractNotInForce, ending.StageUnsettled, LineExceeded),
)
async def terminate(contract: Run, body: Reason, tx: Tx, by: Runner, at: Now) -> ContractView:
    """终止合同, once every stage that was passed is paid."""
    settled = (await payments_of(tx, contract.id), await waiting_changes(tx, contract))
    async with project_moving(tx, contract.project_id, by) as project:
        budget, line = await money_of(tx, await tx.get_one(Purchase, contract.purchase_id))
        made, told = ending.terminate(contract, *settled, project, budget, line, reason=body.reason, at=at)
        tx.add_all(made)
        for fact in told:
            await facts.tell(tx, fact, by=by)
    return ContractView.seen(contract, by)


@router.post(
    "/contract-changes/{id}/agreement",
    responses=problems(
        *VERSIONED,
        BothSides,
        ContractNotInForce,
        LineExceeded,
        changing.ChangeDecided,
        changing.OwnChange,
        changing.SettledStage,
    ),
)
async def agree(contract: Agreed, change: Decided, tx: Tx, by: Changer, at: Now) -> ChangeView:
    """同意变更, by the other side; where nothing is left to do and to pay, the contract is completed."""
    async with project_moving(tx, contract.project_id, "projects") as project:
        budget, line = await money_of(tx, await tx.get_one(Purchase, contract.purchase_id))
        made, told = changing.agree(contract, change, budget, line, side=acting(by, contract), at=at)
        tx.add_all(made)
        for fact in told:
            await facts.tell(tx, fact, by=by)
        for ended in ending.settle(contract, await payments_of(tx, contract.id), [], project, at=at):
            await facts.tell(tx, ended, by="projects")
    return ChangeView.seen(change, by)
