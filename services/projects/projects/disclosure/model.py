"""What is read of a purchase to publish it: nothing of a draft, no bid but the one proposed, no contract unsigned."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.tables import AreaCopy
from procedures.notice.model import Notice
from projects.acceptance.model import Acceptance
from projects.acceptance.model import State as AcceptanceState
from projects.bid.model import Bid
from projects.budget.model import Account, Budget, BudgetLine, Transfer
from projects.contract.model import Change, ChangeState, Contract
from projects.payment.model import Payment
from projects.payment.model import State as PaymentState
from projects.project.model import Project
from projects.purchase.model import Purchase

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Disclosed:
    """可公开的采购: an announced purchase and what has come of it so far."""

    purchase: Purchase
    project: Project
    line: BudgetLine
    # The organ whose budget pays; none until its area has been heard of.
    buyer_id: UUID
    buyer_name: str | None
    # The proposed bid, which the notice has named to everybody.
    bid: Bid | None = None
    # Failed or called off, and the money free again.
    ended_at: datetime | None = None
    # A result that lay open was withdrawn, and with it the award that had been published.
    withdrawn_at: datetime | None = None
    contract: Contract | None = None
    changes: Sequence[Change] = field(default=())
    acceptances: Sequence[Acceptance] = field(default=())
    payments: Sequence[Payment] = field(default=())


async def disclosed(tx: AsyncSession, purchases: Sequence[Purchase]) -> list[Disclosed]:
    """These purchases with what may be said of each, in a few queries however many they are."""
    projects = await _by(tx, Project, "id", Project.id.in_([each.project_id for each in purchases]))
    lines = await _by(tx, BudgetLine, "id", BudgetLine.id.in_([each.line_id for each in purchases]))
    buyers = await _buyers(tx, [each.budget_id for each in purchases])
    proposed = [each.proposed_bid_id for each in purchases if each.proposed_bid_id]
    bids = await _by(tx, Bid, "id", Bid.id.in_(proposed))
    of_these = Contract.purchase_id.in_([each.id for each in purchases])
    contracts = await _by(tx, Contract, "purchase_id", of_these, Contract.signed_at.is_not(None))
    agreed = [each.id for (each,) in contracts.values()]
    changes = await _by(tx, Change, "contract_id", Change.contract_id.in_(agreed), Change.state == ChangeState.AGREED)
    accepted = Acceptance.contract_id.in_(agreed), Acceptance.state == AcceptanceState.PASSED
    acceptances = await _by(tx, Acceptance, "contract_id", *accepted)
    paid = await _by(tx, Payment, "contract_id", Payment.contract_id.in_(agreed), Payment.state == PaymentState.MADE)
    ended = await _ended(tx, [each.id for each in purchases])
    withdrawn = await _withdrawn(tx, [each.id for each in purchases])
    found = []
    for each in purchases:
        contract = next(iter(contracts.get(each.id, [])), None)
        below = contract.id if contract else None
        buyer_id, buyer_name = buyers[each.budget_id]
        found.append(
            Disclosed(
                purchase=each,
                project=projects[each.project_id][0],
                line=lines[each.line_id][0],
                buyer_id=buyer_id,
                buyer_name=buyer_name,
                bid=next(iter(bids.get(each.proposed_bid_id, [])), None),
                ended_at=ended.get(each.id),
                withdrawn_at=withdrawn.get(each.id),
                contract=contract,
                changes=changes.get(below, []),
                acceptances=acceptances.get(below, []),
                payments=paid.get(below, []),
            )
        )
    return found


async def _by(
    tx: AsyncSession, model: type[Found], key: str, *conditions: ColumnElement[bool]
) -> dict[UUID | None, list[Found]]:
    """Records by what they belong to, the first first."""
    kind: Any = model
    grouped: dict[UUID | None, list[Found]] = {}
    for each in await tx.scalars(select(kind).where(*conditions).order_by(kind.id)):
        grouped.setdefault(getattr(each, key), []).append(each)
    return grouped


async def _buyers(tx: AsyncSession, budget_ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, str | None]]:
    query = (
        select(Budget.id, Budget.area_id, AreaCopy.name)
        .outerjoin(AreaCopy, AreaCopy.id == Budget.area_id)
        .where(Budget.id.in_(budget_ids))
    )
    return {row.id: (row.area_id, row.name) for row in await tx.execute(query)}


async def _ended(tx: AsyncSession, purchase_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """When what was set aside for a purchase went back to its line: nothing came of it."""
    freed = Transfer.source == Account.TENDERED, Transfer.target == Account.COMMITTED
    query = (
        select(Transfer.cause_id, func.max(Transfer.posted_at).label("at"))
        .where(Transfer.cause_id.in_(purchase_ids), *freed)
        .group_by(Transfer.cause_id)
    )
    return {row.cause_id: row.at for row in await tx.execute(query)}


async def _withdrawn(tx: AsyncSession, purchase_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """When the last notice of a result was withdrawn."""
    query = (
        select(Notice.subject_id, func.max(Notice.withdrawn_at).label("at"))
        .where(Notice.subject_id.in_(purchase_ids), Notice.withdrawn_at.is_not(None))
        .group_by(Notice.subject_id)
    )
    return {row.subject_id: row.at for row in await tx.execute(query)}
