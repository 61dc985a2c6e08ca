"""Passing an acceptance, which makes its payment due, and paying."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import below
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from procedures.recusal import BothSides, officially
from projects.acceptance import rules as accepting
from projects.acceptance.model import Acceptance
from projects.acceptance.routes import agreed_stage, survey_of
from projects.acceptance.schemas import AcceptanceView, PassingIn
from projects.budget.model import Budget, BudgetLine
from projects.clients.registry import ProviderUnknown, Standing, Standings
from projects.contract.ending import settle
from projects.contract.model import Contract, contract_held, waiting_changes
from projects.payment import rules
from projects.payment.model import ONE_PAYMENT_A_NUMBER, Payment, State, payments_of, reference_used
from projects.payment.schemas import MakingIn, PaymentView, ShareIn
from projects.permissions import Permission
from projects.project.closing import CorrectionOpen
from projects.project.model import project_behind
from projects.project.moving import project_moving
from projects.purchase.model import Purchase
from projects.purchase.routes import money_of

router = APIRouter(tags=["支付 payment"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.PAYMENT_READ))]
Payer = Annotated[Access, Depends(officially(Permission.PAYMENT_RUN))]
Inspector = Annotated[Access, Depends(officially(Permission.ACCEPTANCE_INSPECT))]
Read = Annotated[Payment, Depends(existing(Payment, Permission.PAYMENT_READ))]
Paid = Annotated[Payment, Depends(current(Payment, Permission.PAYMENT_RUN))]
Inspected = Annotated[Acceptance, Depends(current(Acceptance, Permission.ACCEPTANCE_INSPECT))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


@router.post(
    "/acceptances/{id}/passing",
    responses=problems(
        *VERSIONED,
        BothSides,
        accepting.NotForInspection,
        CorrectionOpen,
        accepting.EvidenceMissing,
        accepting.SurveyNotClosed,
        accepting.OwnRequest,
    ),
)
async def pass_(acceptance: Inspected, body: PassingIn, tx: Tx, by: Inspector, at: Now) -> AcceptanceView:
    """通过验收: the payment of the stage is due by the share that its residents' answers come to."""
    contract, stage = await agreed_stage(tx, acceptance)
    survey = await survey_of(tx, acceptance)
    async with project_behind(tx, acceptance.project_id) as project:
        said = accepting.pass_(acceptance, stage, project, survey, opinion=body.opinion, by=by.account_id, at=at)
        if survey is None:
            raise accepting.SurveyNotClosed
        budget, line = await _money(tx, contract)
        payment = Payment(id=new_id(), budget_id=contract.budget_id, line_id=contract.line_id)
        for name in ("area_id", "scope_key", "project_id", "need_ids", "organisation_id"):
            setattr(payment, name, getattr(contract, name))
        made, owed = rules.owe(payment, contract, stage, acceptance, survey, budget, line, at=at)
        tx.add(payment)
        tx.add_all(made)
        for fact in [*said, *owed]:
            await facts.tell(tx, fact, by=by)
    return AcceptanceView.seen(acceptance, survey, by)


async def _money(tx: AsyncSession, contract: Contract) -> tuple[Budget, BudgetLine]:
    return await money_of(tx, await tx.get_one(Purchase, contract.purchase_id))


@router.get("/payments")
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    state: State | None = None,
    area_id: UUID | None = None,
    contract_id: UUID | None = None,
    project_id: UUID | None = None,
) -> Page[PaymentView]:
    """Payments in scope or of one's organisation, the latest first; `area_id` takes in all below it."""
    query = select(Payment).where(visible(Payment, by))
    if state is not None:
        query = query.where(Payment.state == state)
    if contract_id is not None:
        query = query.where(Payment.contract_id == contract_id)
    if project_id is not None:
        query = query.where(Payment.project_id == project_id)
    if area_id is not None:
        query = query.where(await below(tx, Payment, area_id))
    return await page(tx, query, [Payment.id], asked, lambda payment: PaymentView.seen(payment, by))


@router.get("/payments/{id}", responses=problems(NotFound))
async def read(payment: Read, by: Reader) -> PaymentView:
    """One payment in scope or of one's organisation."""
    return PaymentView.seen(payment, by)


@router.post("/payments/{id}/share", responses=problems(*VERSIONED, BothSides, rules.ShareDecided))
async def propose_share(payment: Paid, body: ShareIn, tx: Tx, by: Payer) -> PaymentView:
    """提出应付比例."""
    for fact in rules.propose_share(payment, share_ppm=body.share_ppm, reason=body.reason, by=by.account_id):
        await facts.tell(tx, fact, by=by)
    return PaymentView.seen(payment, by)


@router.post(
    "/payments/{id}/share-confirmation",
    responses=problems(*VERSIONED, BothSides, rules.ShareNotDecided, rules.ShareDecided, rules.SamePerson),
)
async def confirm_share(payment: Paid, tx: Tx, by: Payer, at: Now) -> PaymentView:
    """确认应付比例."""
    async with beyond_scope(tx):
        budget, line = await _money(tx, await tx.get_one(Contract, payment.contract_id))
        made, told = rules.confirm_share(payment, budget, line, by=by.account_id, at=at)
        tx.add_all(made)
        for fact in told:
            await facts.tell(tx, fact, by=by)
    return PaymentView.seen(payment, by)


@router.post(
    "/payments/{id}/request", responses=problems(*VERSIONED, BothSides, rules.ShareNotDecided, rules.PaymentNotDue)
)
async def request(payment: Paid, tx: Tx, by: Payer, at: Now) -> PaymentView:
    """制单."""
    for fact in rules.request(payment, by=by.account_id, at=at):
        await facts.tell(tx, fact, by=by)
    return PaymentView.seen(payment, by)


@router.post(
    "/payments/{id}/return", responses=problems(*VERSIONED, BothSides, rules.PaymentNotRequested, rules.SamePerson)
)
async def return_(payment: Paid, body: Reason, tx: Tx, by: Payer) -> PaymentView:
    """退回付款单."""
    for fact in rules.return_(payment, reason=body.reason, by=by.account_id):
        await facts.tell(tx, fact, by=by)
    return PaymentView.seen(payment, by)


async def _standing(id: UUID, tx: Tx, by: Payer, standings: Standings, at: Now) -> Standing:  # noqa: A002
    """How the payee stands today, asked before anything is held."""
    payee = await tx.scalar(select(Payment.organisation_id).where(Payment.id == id, visible(Payment, by)))
    if payee is None:
        raise NotFound
    return await standings(payee, clock.day(at))


PayeeStanding = Annotated[Standing, Depends(_standing)]


async def _under_own_number(tx: AsyncSession) -> None:
    """The database decides between two payments made at once under one number."""
    try:
        await tx.flush()
    except IntegrityError as taken:
        if ONE_PAYMENT_A_NUMBER in str(taken.orig):
            raise rules.ReferenceUsed(pointer="/reference") from taken
        raise


@router.post(
    "/payments/{id}/making",
    responses=problems(
        *VERSIONED,
        BothSides,
        rules.PaymentNotRequested,
        rules.SamePerson,
        rules.ReferenceUsed,
        rules.PayeeGone,
        ProviderUnknown,
    ),
)
async def make(standing: PayeeStanding, payment: Paid, body: MakingIn, tx: Tx, by: Payer, at: Now) -> PaymentView:
    """付款; the last one of a contract whose stages are all passed completes it."""
    contract = await contract_held(tx, payment.contract_id)
    used = await reference_used(tx, body.reference, payment)
    async with project_moving(tx, payment.project_id, "projects") as project:
        budget, line = await _money(tx, contract)
        made, told = rules.make(
            payment, budget, line, standing, reference=body.reference, used=used, by=by.account_id, at=at
        )
        await _under_own_number(tx)
        tx.add_all(made)
        for fact in told:
            await facts.tell(tx, fact, by=by)
        payments, waiting = await payments_of(tx, contract.id), await waiting_changes(tx, contract)
        for ended in settle(contract, payments, waiting, project, at=at):
            await facts.tell(tx, ended, by="projects")
    return PaymentView.seen(payment, by)
