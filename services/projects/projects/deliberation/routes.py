"""Convening deliberations, concluding them, and answering for what was agreed."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope, below
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from procedures.attachment.binding import REFUSALS as UNATTACHABLE
from procedures.attachment.binding import attach
from projects.deliberation import conclusion, rules
from projects.deliberation.item import FeedbackIn, ItemView
from projects.deliberation.model import Deliberation, Item, Outcome, State, Status, deliberation_behind
from projects.deliberation.organisation import standing_among
from projects.deliberation.schemas import (
    ConclusionIn,
    DeliberationIn,
    DeliberationView,
    HoldingIn,
)
from projects.facts import ATTACHMENTS
from projects.need.model import Need, taken_from_pool
from projects.need.rules import UnknownCategory
from projects.paths import path
from projects.permissions import Permission

router = APIRouter(tags=["议事协商 deliberation"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.DELIBERATION_READ))]
Convener = Annotated[Access, Depends(allow(Permission.DELIBERATION_CONVENE))]
Executor = Annotated[Access, Depends(allow(Permission.DELIBERATION_EXECUTE))]
Convened = Annotated[Deliberation, Depends(current(Deliberation, Permission.DELIBERATION_CONVENE))]
Carried = Annotated[Item, Depends(current(Item, Permission.DELIBERATION_EXECUTE))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
UNSOUND = (
    UnknownCategory,
    rules.DeliberationWithoutNeed,
    rules.NeedElsewhere,
    rules.UnknownParty,
    rules.RequiredPartyMissing,
)


@router.get("/deliberations")
async def list_(
    tx: Tx,
    access: Reader,
    asked: Asked,
    at: Now,
    state: State | None = None,
    outcome: Outcome | None = None,
    area_id: UUID | None = None,
    need_id: UUID | None = None,
) -> Page[DeliberationView]:
    """Deliberations in scope, newest first."""
    query = select(Deliberation).where(visible(Deliberation, access))
    named: dict[Any, Any] = {Deliberation.state: state, Deliberation.outcome: outcome}
    query = query.where(*[column == value for column, value in named.items() if value is not None])
    if area_id is not None:
        query = query.where(await below(tx, Deliberation, area_id))
    if need_id is not None:
        query = query.where(Deliberation.need_ids.contains([need_id]))
    return await page(tx, query, [Deliberation.id], asked, lambda each: DeliberationView.seen(each, access, at))


async def _design(tx: Tx, deliberation: Deliberation, body: DeliberationIn, by: Access) -> list[Need]:
    """Puts the plan onto the deliberation."""
    area = await area_in_scope(tx, body.area_id, by)
    for name, value in body.model_dump().items():
        setattr(deliberation, name, value)
    deliberation.scope_key = area.scope_key
    return await taken_from_pool(tx, body.need_ids)


async def _tell(tx: Tx, by: Access, *heard: facts.Fact) -> None:
    for fact in heard:
        await facts.tell(tx, fact, by=by)


@router.post("/deliberations", status_code=201, responses=problems(NotFound, rules.NothingToContinue, *UNSOUND))
async def draft(body: DeliberationIn, tx: Tx, by: Convener, at: Now) -> DeliberationView:
    """确定议题和参与主体."""
    deliberation = Deliberation(id=new_id(), present={}, items=[])
    needs = await _design(tx, deliberation, body, by)
    continued = await deliberation_behind(tx, body.continues_id) if body.continues_id else None
    heard = rules.draft(deliberation, needs, continued, on=clock.day(at))
    tx.add(deliberation)
    await _tell(tx, by, *heard)
    return DeliberationView.seen(deliberation, by, at)


@router.get("/deliberations/{id}", responses=problems(NotFound))
async def read(
    deliberation: Annotated[Deliberation, Depends(existing(Deliberation, Permission.DELIBERATION_READ))],
    access: Reader,
    at: Now,
) -> DeliberationView:
    """One deliberation in scope."""
    return DeliberationView.seen(deliberation, access, at)


@router.put(
    "/deliberations/{id}/revision",
    responses=problems(*VERSIONED, rules.DeliberationNotOpen, rules.NothingToContinue, *UNSOUND),
)
async def revise(deliberation: Convened, body: DeliberationIn, tx: Tx, by: Convener, at: Now) -> DeliberationView:
    """修改协商方案; what it continues stays."""
    if body.continues_id != deliberation.continues_id:
        raise rules.NothingToContinue(pointer="/continues_id")
    withdrawn = rules.withdraw_notice(deliberation)
    needs = await _design(tx, deliberation, body, by)
    await _tell(tx, by, rules.revise(deliberation, needs, on=clock.day(at)), *withdrawn)
    return DeliberationView.seen(deliberation, by, at)


@router.post(
    "/deliberations/{id}/notification",
    responses=problems(*VERSIONED, rules.DeliberationNotOpen, rules.NoticeTooLate, *UNSOUND),
)
async def notify(deliberation: Convened, tx: Tx, by: Convener, at: Now) -> DeliberationView:
    """通知各方."""
    needs = await taken_from_pool(tx, deliberation.need_ids)
    await _tell(tx, by, *rules.notify(deliberation, needs, at=at))
    return DeliberationView.seen(deliberation, by, at)


@router.post(
    "/deliberations/{id}/holding",
    responses=problems(
        *VERSIONED,
        rules.DeliberationNotNotified,
        rules.MeetingNotBegun,
        rules.UnknownParty,
        rules.QuorumMissing,
        *UNATTACHABLE,
    ),
)
async def hold(deliberation: Convened, body: HoldingIn, tx: Tx, by: Convener, at: Now) -> DeliberationView:
    """登记举行情况."""
    heard = rules.hold(deliberation, **body.model_dump(exclude={"attachment_ids"}), at=at)
    await _tell(tx, by, *heard)
    href = path("deliberations", deliberation.id)
    await attach(tx, body.attachment_ids, ATTACHMENTS, to=deliberation, href=href, by=by, at=at)
    return DeliberationView.seen(deliberation, by, at)


@router.post(
    "/deliberations/{id}/conclusion",
    responses=problems(
        *VERSIONED,
        conclusion.DeliberationNotHeld,
        conclusion.ItemsWithoutAgreement,
        conclusion.EscalatedFromTown,
        conclusion.DueInPast,
        conclusion.ResponsibleOutOfReach,
        conclusion.ResponsibleUnclear,
    ),
)
async def conclude(deliberation: Convened, body: ConclusionIn, tx: Tx, by: Convener, at: Now) -> DeliberationView:
    """形成协商意见."""
    items = [Item(id=new_id(), **each.model_dump()) for each in body.items]
    standing = await standing_among(tx, [each.organisation_id for each in items if each.organisation_id], clock.day(at))
    heard = conclusion.conclude(
        deliberation, items, outcome=body.outcome, conclusion=body.conclusion, standing=standing, at=at
    )
    await _tell(tx, by, *heard)
    return DeliberationView.seen(deliberation, by, at)


@router.get("/deliberation-items")
async def items(
    tx: Tx, access: Executor, asked: Asked, status: Status | None = None, area_id: UUID | None = None
) -> Page[ItemView]:
    """执行事项 in scope or of one's organisation, newest first."""
    query = select(Item).where(visible(Item, access))
    if status is not None:
        query = query.where(Item.status == status)
    if area_id is not None:
        query = query.where(await below(tx, Item, area_id))
    return await page(tx, query, [Item.id], asked, lambda item: ItemView.seen(item, access))


@router.get("/deliberation-items/{id}", responses=problems(NotFound))
async def item_read(
    item: Annotated[Item, Depends(existing(Item, Permission.DELIBERATION_EXECUTE))], access: Executor
) -> ItemView:
    """One item in scope."""
    return ItemView.seen(item, access)


@router.post(
    "/deliberation-items/{id}/feedback",
    responses=problems(*VERSIONED, conclusion.ItemSettled, conclusion.NotResponsible),
)
async def feed_back(item: Carried, body: FeedbackIn, tx: Tx, by: Executor, at: Now) -> ItemView:
    """公开反馈."""
    deliberation = await deliberation_behind(tx, item.deliberation_id)
    assert deliberation is not None  # noqa: S101 - a foreign key says so
    conclusion.require_responsible(item, by.principal)
    heard = conclusion.feed_back(deliberation, item, status=Status(body.status), feedback=body.feedback, at=at)
    await _tell(tx, by, *heard)
    return ItemView.seen(item, by)
