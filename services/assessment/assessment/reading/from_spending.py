"""What is kept of the facts about money: budgets of a year, and what was paid from them in it."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.indicator.months import month
from assessment.reading.counting import count
from assessment.reading.model import Counted, union
from assessment.reading.stages import BudgetCopy, PaymentCopy, StageHeard, stage_moved
from chassis import clock
from chassis.follow import Event, Follower, Heard


class BudgetHeard(Heard):
    """What is needed of a budget: its year, and where each fen of it stands."""

    budget_id: UUID
    year: int
    available_fen: int
    committed_fen: int
    tendered_fen: int
    contracted_fen: int
    payable_fen: int
    paid_fen: int

    @property
    def granted_fen(self) -> int:
        """Everything that stands anywhere."""
        spent = self.contracted_fen + self.payable_fen + self.paid_fen
        return self.available_fen + self.committed_fen + self.tendered_fen + spent


class PaymentHeard(StageHeard):
    """What is needed of a payment."""

    payment_id: UUID
    budget_id: UUID
    amount_fen: int | None


def within(day: date, year: int) -> date:
    """The day, or the nearest of the year that a budget is for."""
    return min(max(day, date(year, 1, 1)), date(year, 12, 31))


async def budget_granted(tx: AsyncSession, heard: BudgetHeard, event: Event) -> None:
    """A budget counts in its own year, however early it was granted; what it is changed by from that day on."""
    copy, on = await tx.get(BudgetCopy, heard.budget_id), clock.day(event.time)
    if copy is None:
        copy = BudgetCopy(id=heard.budget_id, area_id=event.area_id, scope_key=event.scope_key, granted_fen=0)
        copy.year, copy.granted_on = heard.year, on
        tx.add(copy)
    more = heard.granted_fen - copy.granted_fen
    copy.granted_fen, copy.seq = heard.granted_fen, event.seq
    await count(tx, Counted.BUDGET_FEN, copy, within(on, copy.year), more)


async def payment_made(tx: AsyncSession, heard: PaymentHeard, event: Event) -> None:
    """It counts where its budget lies, and in its year only: later it executes no budget of that year any more."""
    await stage_moved(tx, heard, event)
    budget = await tx.get_one(BudgetCopy, heard.budget_id)
    copy = PaymentCopy(id=heard.payment_id, area_id=budget.area_id, scope_key=budget.scope_key, seq=event.seq)
    copy.project_id, copy.need_ids, copy.year = heard.project_id, union((), heard.need_ids), budget.year
    copy.amount_fen, copy.made_on = heard.amount_fen or 0, clock.day(event.time)
    tx.add(copy)
    if copy.made_on.year == budget.year:
        await count(tx, Counted.PAID_FEN, copy, month(copy.made_on), copy.amount_fen)


def follow_spending(projections: Follower) -> None:
    """Makes the service keep these copies."""
    for verb in ("granted", "changed"):
        projections.on(f"projects.budget.{verb}.v1", BudgetHeard)(budget_granted)
    projections.on("projects.payment.made.v1", PaymentHeard)(payment_made)
