"""合同变更: proposed by one side on a ground that the law knows, agreed by the other, within the budget line."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from chassis import clock
from chassis.principal import Role
from chassis.problems import Problem
from chassis.tasks import Task
from projects.budget.ledger import move
from projects.budget.model import Account, Budget, BudgetLine, Transfer
from projects.contract.dated import ContractRule
from projects.contract.model import Change, ChangeState, Contract, Side, Stage, StageState
from projects.contract.rules import require_in_force, require_terms, said
from projects.facts import TaskClosed, TaskOpened
from projects.paths import path
from projects.spending import ContractChanged, ContractChangeProposed, ContractChangeRefused, spender_of

ANSWER = "contract-change"
Refused = ContractChangeRefused | TaskClosed


class GroundUnknown(Problem):
    """合同变更须有法定或约定的事由。"""

    status = 422


class GroundRaisesNothing(Problem):
    """此变更事由不能增加合同金额，增加金额须以追加相同服务为由。"""

    status = 422


class IncreaseTooLarge(Problem):
    """追加金额超过原合同金额的法定比例。"""

    status = 422


class SettledStage(Problem):
    """已申请验收或已验收的阶段不能变更。"""

    status = 422


class ChangeWaiting(Problem):
    """已有一项变更等待对方同意。"""


class ChangeDecided(Problem):
    """此变更已有结果。"""


class OwnChange(Problem):
    """变更须由合同另一方同意。"""

    status = 403


def propose(
    contract: Contract, change: Change, waiting: Sequence[Change], *, at: datetime
) -> list[ContractChangeProposed | TaskOpened]:
    """提出变更: new terms, judged as those of a draft, that leave what is settled as it is."""
    require_in_force(contract)
    if waiting:
        raise ChangeWaiting
    rule = ContractRule.on(clock.day(at))
    ground = rule.named(change.ground)
    if ground is None:
        raise GroundUnknown(pointer="/ground")
    stages = [SimpleNamespace(**each) for each in _dated(change.stages)]
    change.amount_fen = sum(each.amount_fen for each in stages)
    if change.amount_fen > contract.amount_fen and not ground.may_raise:
        raise GroundRaisesNothing(pointer="/ground", amount_fen=contract.amount_fen)
    if change.amount_fen * 100 > contract.original_fen * (100 + rule.most_increase_percent):
        raise IncreaseTooLarge(pointer="/stages", most_percent=rule.most_increase_percent)
    require_terms(stages, amount_fen=change.amount_fen, starts_on=contract.starts_on, ends_on=change.ends_on, rule=rule)
    _require_settled_kept(contract, stages)
    change.state, change.proposed_at = ChangeState.PROPOSED, at
    proposed = ContractChangeProposed(**said(contract), change_id=change.id, ground=change.ground)
    return [proposed, TaskOpened.of(task_of(contract, change))]


def agree(
    contract: Contract, change: Change, budget: Budget, line: BudgetLine, *, side: Side, at: datetime
) -> tuple[list[Transfer], list[ContractChanged | TaskClosed]]:
    """同意变更, by the other side; more money comes from the project's line, less goes back to it."""
    _require_other(change, side)
    require_in_force(contract)
    stages = [SimpleNamespace(**each) for each in _dated(change.stages)]
    _require_settled_kept(contract, stages)
    made = move(
        budget,
        change.amount_fen - contract.amount_fen,
        Account.COMMITTED,
        Account.CONTRACTED,
        at=at,
        ground=change.reason,
        line=line,
        cause_id=change.id,
    )
    contract.amount_fen, contract.ends_on = change.amount_fen, change.ends_on
    kept = [each for each in contract.stages if each.state is not StageState.PENDING]
    contract.stages = [*kept, *(stage_from(contract, each) for each in stages[len(kept) :])]
    change.state, change.decided_at = ChangeState.AGREED, at
    agreed = ContractChanged(**said(contract), change_id=change.id, ground=change.ground)
    return made, [agreed, TaskClosed.of(task_of(contract, change))]


def refuse(contract: Contract, change: Change, *, side: Side, reason: str, at: datetime) -> list[Refused]:
    """不同意变更, or withdrawn by who proposed it: the contract stays as it is."""
    if change.state is not ChangeState.PROPOSED:
        raise ChangeDecided(state=change.state)
    return _refused(contract, change, reason if side is not change.side else f"提出方撤回：{reason}", at)


def lapse(contract: Contract, waiting: Sequence[Change], *, because: str, at: datetime) -> list[Refused]:
    """What waited for an answer when the contract ended is not agreed to any more."""
    return [told for change in waiting for told in _refused(contract, change, because, at)]


def _refused(contract: Contract, change: Change, because: str, at: datetime) -> list[Refused]:
    change.state, change.decided_at, change.decided_because = ChangeState.REFUSED, at, because
    refused = ContractChangeRefused(**said(contract), change_id=change.id, ground=change.ground)
    return [refused, TaskClosed.of(task_of(contract, change))]


def task_of(contract: Contract, change: Change) -> Task:
    """答复变更 waits for the side that has not proposed it."""
    place = (change.id, contract.area_id, contract.scope_key)
    here = path("contracts", contract.id)
    if change.side is Side.PURCHASER:
        return Task(ANSWER, Role.ORGANISATION_MANAGER, here, *place, contract.organisation_id)
    return Task(ANSWER, spender_of(contract.scope_key), here, *place)


def stage_from(contract: Contract, said_of: Any) -> Stage:  # noqa: ANN401 - what a draft or a change says of a stage
    """A stage to come, as one of this contract."""
    terms = {name: getattr(said_of, name) for name in ("no", "name", "amount_fen", "due_on", "evidence")}
    place = {"scope_key": contract.scope_key, "organisation_id": contract.organisation_id}
    return Stage(**terms, **place, state=StageState.PENDING)


def _dated(stages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Stages as they were kept, with days for days."""
    return [each | {"due_on": datetime.fromisoformat(each["due_on"]).date()} for each in stages]


def _require_other(change: Change, side: Side) -> None:
    if change.state is not ChangeState.PROPOSED:
        raise ChangeDecided(state=change.state)
    if change.side is side:
        raise OwnChange


def _require_settled_kept(contract: Contract, stages: Sequence[Any]) -> None:
    """What was asked to be accepted stands first, unchanged."""
    settled = [each for each in contract.stages if each.state is not StageState.PENDING]
    same = all(
        (now.no, now.amount_fen, now.due_on) == (new.no, new.amount_fen, new.due_on)
        for now, new in zip(settled, stages, strict=False)
    )
    if len(stages) < len(settled) or not same:
        raise SettledStage(pointer="/stages", settled=len(settled))
