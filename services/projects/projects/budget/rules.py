"""What may be done with a budget: granted for a year, changed with a ground, committed to projects, given back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.problems import FieldError, Invalid, Problem
from chassis.tables import AreaCopy
from projects.budget.ledger import BudgetExceeded, move
from projects.budget.model import CARRIED, Account, Budget, BudgetLine, Level, Transfer
from projects.spending import BudgetChanged, BudgetGranted

LEVELS = {"city": Level.CITY, "township": Level.TOWN}


class NotABudgetArea(Problem):
    """预算只能属于市或镇街。"""

    status = 422


class BudgetOutOfReach(Problem):
    """预算须属于项目所在镇街或本市。"""

    status = 422


class LinesDoNotAddUp(Problem):
    """预算明细合计与项目预算不符。"""

    status = 422


class BudgetNamed(Problem):
    """本年度已有同名预算。"""


def said(budget: Budget) -> dict[str, Any]:
    """What every fact about a budget says."""
    names = ("area_id", "scope_key", "level", "year")
    amounts = {f"{account}_fen": budget.balance(account) for account in CARRIED}
    return {"budget_id": budget.id} | {name: getattr(budget, name) for name in names} | amounts


def level_of(area: AreaCopy) -> Level:
    """Whose budget it is, by the area."""
    if area.level not in LEVELS:
        raise NotABudgetArea(pointer="/area_id")
    return LEVELS[area.level]


def grant(budget: Budget, *, amount_fen: int, at: datetime) -> tuple[list[Transfer], BudgetGranted]:
    """批复预算."""
    made = move(budget, amount_fen, Account.GRANTED, Account.AVAILABLE, at=at, ground=budget.document)
    return made, BudgetGranted(**said(budget))


def change(budget: Budget, *, by_fen: int, document: str, at: datetime) -> tuple[list[Transfer], BudgetChanged]:
    """调整预算: by a decision; a cut takes only what is still available (预算法 art. 67)."""
    if by_fen == 0:
        raise Invalid(errors=[FieldError(pointer="/by_fen", title="调整金额不能为零")])
    made = move(budget, by_fen, Account.GRANTED, Account.AVAILABLE, at=at, ground=document)
    return made, BudgetChanged(**said(budget), by_fen=by_fen)


def require_lines(
    lines: Sequence[BudgetLine], budgets: Mapping[UUID, Budget], *, scope_key: str, budget_fen: int
) -> None:
    """Every line draws on the town's or the city's budget, and together they are the project's."""
    errors = [
        FieldError(pointer=f"/lines/{place}/budget_id", title=BudgetOutOfReach.title())
        for place, line in enumerate(lines)
        if line.budget_id not in budgets or not scope_key.startswith(budgets[line.budget_id].scope_key)
    ]
    if errors:
        raise BudgetOutOfReach(errors=errors)
    if len({line.purpose for line in lines}) < len(lines):
        raise Invalid(errors=[FieldError(pointer="/lines", title="每项明细的用途应各不相同")])
    total = sum(line.amount_fen for line in lines)
    if lines and total != budget_fen:
        raise LinesDoNotAddUp(pointer="/lines", lines_fen=total, budget_fen=budget_fen)


def require_available(lines: Sequence[BudgetLine], budgets: Mapping[UUID, Budget]) -> None:
    """Every budget has what all lines together take from it."""
    for budget in budgets.values():
        asked = sum(line.amount_fen for line in lines if line.budget_id == budget.id)
        if asked > budget.available_fen:
            raise BudgetExceeded(balance_fen=budget.available_fen, asked_fen=asked)


def commit(lines: Sequence[BudgetLine], budgets: Mapping[UUID, Budget], *, title: str, at: datetime) -> list[Transfer]:
    """安排资金: all lines of an approved project, or none; `BudgetExceeded` where a budget has not enough."""
    require_available(lines, budgets)
    return [
        made
        for line in lines
        for made in move(
            budgets[line.budget_id],
            line.amount_fen,
            Account.AVAILABLE,
            Account.COMMITTED,
            at=at,
            ground=title,
            line=line,
            cause_id=line.project_id,
        )
    ]


def give_back(
    lines: Sequence[BudgetLine], budgets: Mapping[UUID, Budget], *, title: str, at: datetime
) -> list[Transfer]:
    """收回结余: what a closed project did not use is available again."""
    return [
        made
        for line in lines
        for made in move(
            budgets[line.budget_id],
            line.committed_fen,
            Account.COMMITTED,
            Account.AVAILABLE,
            at=at,
            ground=title,
            line=line,
            cause_id=line.project_id,
        )
    ]
