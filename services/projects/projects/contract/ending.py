"""A contract's end: completed once everything is passed and paid, terminated once nothing is owed, or never signed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from chassis.problems import Problem
from projects.budget.ledger import move
from projects.budget.model import Account, Budget, BudgetLine, Transfer
from projects.contract.changing import Refused, lapse
from projects.contract.model import Change, Contract, StageState, State
from projects.contract.rules import require_in_force, said
from projects.project.model import Project
from projects.spending import ContractCompleted, ContractTerminated


class StageUnsettled(Problem):
    """有阶段正在验收或款项未付，不能终止合同。"""


class Owed(Protocol):
    """What a contract looks at in the payment of one of its stages."""

    stage_no: Any

    @property
    def paid(self) -> bool:
        """Whether the money has left."""
        ...


def _all_paid(contract: Contract, payments: Sequence[Owed]) -> bool:
    """Whether every stage that was passed is paid: nothing is owed, and no share is undecided."""
    paid = {each.stage_no for each in payments if each.paid}
    return {each.no for each in contract.stages if each.state is StageState.PASSED} <= paid


def terminate(
    contract: Contract,
    payments: Sequence[Owed],
    waiting: Sequence[Change],
    project: Project,
    budget: Budget,
    line: BudgetLine,
    *,
    reason: str,
    at: datetime,
) -> tuple[list[Transfer], list[ContractTerminated | Refused]]:
    """终止合同: what was not accepted goes back to the project's line; nothing may be half-settled."""
    require_in_force(contract)
    halfway = any(each.state in {StageState.REQUESTED, StageState.CORRECTION} for each in contract.stages)
    if halfway or not _all_paid(contract, payments):
        raise StageUnsettled
    left = sum(each.amount_fen for each in contract.stages if each.state is StageState.PENDING)
    where: dict[str, Any] = {"at": at, "ground": reason, "line": line, "cause_id": contract.id}
    made = move(budget, left, Account.CONTRACTED, Account.COMMITTED, **where)
    contract.state, contract.ended_at, contract.ended_because = State.TERMINATED, at, reason
    project.contracts_running -= 1
    project.performed = False
    return made, [ContractTerminated(**said(contract)), *lapse(contract, waiting, because="合同已终止", at=at)]


def settle(
    contract: Contract, payments: Sequence[Owed], waiting: Sequence[Change], project: Project, *, at: datetime
) -> list[ContractCompleted | Refused]:
    """履行完毕, if it is in force and its last stage is passed and paid; otherwise nothing happens."""
    passed = all(each.state is StageState.PASSED for each in contract.stages)
    if contract.state is not State.SIGNED or not passed or not _all_paid(contract, payments):
        return []
    contract.state, contract.ended_at = State.COMPLETED, at
    project.contracts_running -= 1
    project.performed = True
    lapsed = lapse(contract, waiting, because="合同已履行完毕", at=at)
    return [ContractCompleted(**said(contract)), *lapsed]
