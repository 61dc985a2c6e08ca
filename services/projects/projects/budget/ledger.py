"""Moving money between the accounts of a budget: the one place in which a balance changes."""

from datetime import datetime
from uuid import UUID

from chassis.problems import Problem
from projects.budget.model import Account, Budget, BudgetLine, Transfer


class BudgetExceeded(Problem):
    """超出预算可用金额。"""


class LineExceeded(Problem):
    """超出项目预算明细的未使用金额。"""


def move(
    budget: Budget,
    amount_fen: int,
    source: Account,
    target: Account,
    *,
    at: datetime,
    ground: str,
    line: BudgetLine | None = None,
    cause_id: UUID | None = None,
) -> list[Transfer]:
    """转账: nothing for nothing; what is not there is refused by name."""
    if amount_fen == 0:
        return []
    if amount_fen < 0:
        source, target, amount_fen = target, source, -amount_fen
    if source is not Account.GRANTED and budget.balance(source) < amount_fen:
        raise BudgetExceeded(balance_fen=budget.balance(source), asked_fen=amount_fen)
    _carry(budget, line, source, -amount_fen)
    _carry(budget, line, target, amount_fen)
    return [
        Transfer(
            area_id=budget.area_id,
            scope_key=budget.scope_key,
            budget_id=budget.id,
            line_id=line.id if line else None,
            cause_id=cause_id,
            source=source,
            target=target,
            amount_fen=amount_fen,
            posted_at=at,
            ground=ground,
        )
    ]


def _carry(budget: Budget, line: BudgetLine | None, account: Account, amount_fen: int) -> None:
    if account is Account.GRANTED:
        return
    if line is not None and account is Account.COMMITTED:
        if line.committed_fen + amount_fen < 0:
            raise LineExceeded(balance_fen=line.committed_fen, asked_fen=-amount_fen)
        line.committed_fen += amount_fen
    setattr(budget, f"{account}_fen", budget.balance(account) + amount_fen)
