"""What is kept of the money path: budgets, payments, and since when a contract, an acceptance or a payment waits."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from assessment.database import Table
from assessment.reading.model import Copy, narrow, union
from chassis import clock
from chassis.follow import Event, Follower, Heard

CONTRACT, ACCEPTANCE, PAYMENT = "contract", "acceptance", "payment"
BEGINNING = {CONTRACT: ("drafted", "offered"), ACCEPTANCE: ("requested",), PAYMENT: ("undecided", "due")}
DONE = {CONTRACT: "signed", ACCEPTANCE: "passed", PAYMENT: "made"}
# 作废: what was never signed waits for nobody any more.
LEFT = "voided"


class BudgetCopy(Copy, Table):
    """预算副本: what was granted for a year, with its changes."""

    __tablename__ = "budget_copy"
    __table_args__ = narrow(__tablename__)

    year: Mapped[int]
    granted_fen: Mapped[int]
    granted_on: Mapped[date]


class PaymentCopy(Copy, Table):
    """支付副本, at the area of the budget that it was paid from."""

    __tablename__ = "payment_copy"
    __table_args__ = narrow(__tablename__)

    project_id: Mapped[UUID]
    need_ids: Mapped[list[UUID]]
    year: Mapped[int]
    amount_fen: Mapped[int]
    made_on: Mapped[date]


class StageCopy(Copy, Table):
    """办理环节副本: a contract until it is signed, an acceptance until it is passed, a payment until it is made."""

    __tablename__ = "stage_copy"
    __table_args__ = narrow(__tablename__)

    kind: Mapped[str]
    project_id: Mapped[UUID]
    need_ids: Mapped[list[UUID]]
    begun_on: Mapped[date]
    done_on: Mapped[date | None]
    left_on: Mapped[date | None]


class StageHeard(Heard):
    """What is needed of a contract, an acceptance or a payment."""

    project_id: UUID
    need_ids: list[UUID]
    contract_id: UUID
    acceptance_id: UUID | None = None
    payment_id: UUID | None = None


async def stage_moved(tx: AsyncSession, heard: StageHeard, event: Event) -> None:
    """It waits from its first fact on until it is done."""
    _, kind, verb, _ = event.type.split(".")
    id_, on = heard.payment_id or heard.acceptance_id or heard.contract_id, clock.day(event.time)
    copy = await tx.get(StageCopy, id_)
    if copy is None:
        copy = StageCopy(id=id_, kind=kind, begun_on=on)
        tx.add(copy)
    copy.area_id, copy.scope_key, copy.seq = event.area_id, event.scope_key, event.seq
    copy.project_id, copy.need_ids = heard.project_id, union((), heard.need_ids)
    if verb == DONE[kind]:
        copy.done_on = on
    if verb == LEFT:
        copy.left_on = on


def follow_stages(projections: Follower) -> None:
    """Makes the service keep these copies; that a payment is made is heard beside its money."""
    for kind, verbs in BEGINNING.items():
        for verb in verbs:
            projections.on(f"projects.{kind}.{verb}.v1", StageHeard)(stage_moved)
    for kind, verb in ((CONTRACT, DONE[CONTRACT]), (CONTRACT, LEFT), (ACCEPTANCE, DONE[ACCEPTANCE])):
        projections.on(f"projects.{kind}.{verb}.v1", StageHeard)(stage_moved)
