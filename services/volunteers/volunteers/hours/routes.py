"""Finding hours, confirming them, and putting them right."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import and_, func, literal, select

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import any_area
from chassis.clock import Now
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, Problem, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing, get, require_current
from chassis.transaction import TransactionRoute, Tx
from volunteers.database import merged_in_town, within
from volunteers.dated import HoursRule
from volunteers.hours import ledger, proposal, rules
from volunteers.hours.model import WAITING, Hours, Source, State, minutes_served
from volunteers.hours.schemas import (
    Confirmations,
    ConfirmationsIn,
    CounterIn,
    HoursIn,
    HoursView,
    Outcome,
    ReturnIn,
    Seen,
    Total,
)
from volunteers.permissions import Permission
from volunteers.signup.model import Signup
from volunteers.signup.rules import LeadsTheActivity
from volunteers.volunteer.model import registrations_of

router = APIRouter(prefix="/hours", tags=["时长 hours"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.HOURS_READ))]
Proposer = Annotated[Access, Depends(allow(Permission.HOURS_PROPOSE))]
Second = Annotated[Access, Depends(allow(Permission.HOURS_CONFIRM))]
Corrector = Annotated[Access, Depends(allow(Permission.HOURS_COUNTER))]
Owner = Annotated[Access, Depends(allow(Permission.HOURS_DISPUTE))]
Waiting = Annotated[Hours, Depends(current(Hours, Permission.HOURS_CONFIRM))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
ENTERED = (
    proposal.NothingServed,
    proposal.ManualCapReached,
    NoRuleInForce,
    LeadsTheActivity,
    proposal.InTheFuture,
    proposal.BeyondPlannedSpan,
    proposal.HoursOverlap,
)


@router.get("", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    area_id: UUID | None = None,
    state: State | None = None,
    source: Source | None = None,
    activity_id: UUID | None = None,
    signup_id: UUID | None = None,
    volunteer_id: UUID | None = None,
) -> Page[HoursView]:
    """Entries in scope, newest first; a volunteer finds the own ones, a second person those that wait."""
    query, scope_key = select(Hours).where(visible(Hours, by)), by.scope_key
    if state is not None:
        # Said in the statement itself: a plan that is kept for any state could not use the index of those that wait.
        query = query.where(Hours.state == literal(state, Hours.state.type, literal_execute=True))
    if volunteer_id is not None:
        query = query.where(Hours.volunteer_id.in_(registrations_of(volunteer_id)))
    given = {"source": source, "activity_id": activity_id, "signup_id": signup_id}
    query = query.filter_by(**{name: value for name, value in given.items() if value is not None})
    if area_id is not None:
        area = await any_area(tx, area_id, pointer="?area_id")
        query, scope_key = query.where(within(Hours, area)), area.scope_key
    if signup_id is not None:
        # No index holds it: one sign-up's entries are found among those of its activity.
        activity = select(Signup.activity_id).where(Signup.id == signup_id).scalar_subquery()
        query = query.where(Hours.activity_id == activity)
    # One activity's or one person's entries are few and have indexes of their own.
    if activity_id or signup_id or volunteer_id:
        scope_key = None
    return await page(
        tx, query, [Hours.id], asked, lambda each: HoursView.seen(each, by), merged=merged_in_town(Hours, scope_key)
    )


@router.get("/total")
async def total(volunteer_id: UUID, tx: Tx, by: Reader) -> Total:
    """One person's minutes, as far as the reader sees them: confirmed and not taken back, and waiting."""
    theirs = and_(Hours.volunteer_id.in_(registrations_of(volunteer_id)), visible(Hours, by))
    waiting = select(func.coalesce(func.sum(Hours.minutes), 0)).where(theirs, Hours.state.in_(WAITING))
    served, to_come = await tx.scalar(minutes_served(theirs)), await tx.scalar(waiting)
    return Total(volunteer_id=volunteer_id, confirmed_minutes=served, waiting_minutes=to_come)


@router.get("/{id}", responses=problems(NotFound))
async def read(hours: Annotated[Hours, Depends(existing(Hours, Permission.HOURS_READ))], by: Reader) -> HoursView:
    """One entry in scope."""
    return HoursView.seen(hours, by)


@router.post(
    "",
    status_code=201,
    responses=problems(
        NotFound,
        proposal.NotTakenPart,
        proposal.OwnHours,
        *ENTERED,
    ),
)
async def propose(body: HoursIn, tx: Tx, by: Proposer, at: Now) -> HoursView:
    """补录: for somebody who took part but could not check in or out."""
    signup = await get(tx, Signup, body.signup_id, by)
    span = body.span()
    known = await ledger.known(tx, signup, span, by=by)
    rule = HoursRule.on(clock.day(span.starts_at))
    hours, told = proposal.propose_manual(signup, span, known, rule=rule, reason=body.reason, by=by, at=at)
    tx.add(hours)
    await ledger.tell(tx, told, by=by)
    return HoursView.seen(hours, by)


@router.post("/confirmations")
async def confirm_many(body: ConfirmationsIn, tx: Tx, by: Second, at: Now) -> Confirmations:
    """批量确认: each entry has its own result, and those refused stay as they were."""
    ids = [seen.id for seen in body.items]
    query = select(Hours).where(Hours.id.in_(ids), visible(Hours, by)).order_by(Hours.id).with_for_update()
    found = {hours.id: hours for hours in await tx.scalars(query)}
    return Confirmations(items=[await _confirmed(tx, seen, found.get(seen.id), by, at) for seen in body.items])


async def _confirmed(tx: Tx, seen: Seen, hours: Hours | None, by: Access, at: Now) -> Outcome:
    try:
        if hours is None:
            raise NotFound
        require_current(hours, str(seen.version))
        await ledger.tell(tx, rules.confirm(hours, by=by, at=at), by=by)
    except Problem as refusal:
        return Outcome(id=seen.id, confirmed=False, problem=refusal.type(), title=refusal.title())
    return Outcome(id=seen.id, confirmed=True, problem=None, title=None)


@router.post(
    "/{id}/confirmation",
    responses=problems(
        *VERSIONED,
        rules.NotWaiting,
        proposal.OwnHours,
        rules.SecondPersonNeeded,
        rules.PlaceNotVouched,
        rules.CheckNeeded,
    ),
)
async def confirm(hours: Waiting, tx: Tx, by: Second, at: Now) -> HoursView:
    """确认, by a second person."""
    await ledger.tell(tx, rules.confirm(hours, by=by, at=at), by=by)
    return HoursView.seen(hours, by)


@router.post(
    "/{id}/return",
    responses=problems(
        *VERSIONED,
        rules.NotWaiting,
        proposal.OwnHours,
        rules.SecondPersonNeeded,
        *ENTERED,
    ),
)
async def return_(hours: Waiting, body: ReturnIn, tx: Tx, by: Second, at: Now) -> HoursView:
    """退回; what is right instead waits for a second person again."""
    await ledger.tell(tx, rules.return_(hours, reason=body.reason, by=by, at=at), by=by)
    if body.instead is not None:
        signup = await get(tx, Signup, hours.signup_id, by)
        await _replaced(tx, hours, signup, body.instead.span(), body.reason, by, at)
    return HoursView.seen(hours, by)


@router.post("/{id}/dispute", responses=problems(*VERSIONED, rules.NotDisputable))
async def dispute(
    hours: Annotated[Hours, Depends(current(Hours, Permission.HOURS_DISPUTE))], body: Reason, tx: Tx, by: Owner, at: Now
) -> HoursView:
    """提出异议, by the volunteer."""
    await ledger.tell(tx, rules.dispute(hours, reason=body.reason, at=at), by=by)
    return HoursView.seen(hours, by)


@router.post(
    "/{id}/counter-entry",
    status_code=201,
    responses=problems(
        *VERSIONED,
        rules.NotCounterable,
        proposal.OwnHours,
        *ENTERED,
    ),
)
async def counter(
    hours: Annotated[Hours, Depends(current(Hours, Permission.HOURS_COUNTER))],
    body: CounterIn,
    tx: Tx,
    by: Corrector,
    at: Now,
) -> list[HoursView]:
    """冲正: the entry taken back, its counter-entry, and the right one when there is any."""
    signup = await get(tx, Signup, hours.signup_id, by)
    entry, fact = rules.counter(hours, signup, reason=body.reason, by=by, at=at)
    tx.add(entry)
    await facts.tell(tx, fact, by=by)
    made = [hours, entry]
    if body.minutes:
        span = proposal.Span(hours.starts_at, hours.starts_at + body.minutes * proposal.MINUTE)
        made.append(await _replaced(tx, hours, signup, span, body.reason, by, at))
    return [HoursView.seen(each, by) for each in made]


async def _replaced(
    tx: Tx, wrong: Hours, signup: Signup, span: proposal.Span, reason: str, by: Access, at: Now
) -> Hours:
    known = await ledger.known(tx, signup, span, by=by)
    rule = HoursRule.on(clock.day(span.starts_at))
    hours, told = proposal.replace(wrong, signup, span, known, rule=rule, reason=reason, by=by, at=at)
    tx.add(hours)
    await ledger.tell(tx, told, by=by)
    return hours
