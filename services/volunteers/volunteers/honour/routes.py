"""Applying for a star, deciding on it, and where a volunteer stands."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import below
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Action, VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, mask_name
from procedures.notice.model import Kind, Notice
from procedures.notice.routes import notice_of
from procedures.notice.rules import NoticeRunning, NoticeWithdrawn, ObjectionUpheld, ObjectionWaiting
from volunteers.honour import rules
from volunteers.honour.dated import NoSuchStar, StarRule
from volunteers.honour.model import UNDECIDED, Honour, State
from volunteers.honour.schemas import ApplicationIn, EndingIn, HonourView, Rung, StarCount, Stars
from volunteers.hours.model import Hours, counts, minutes_served
from volunteers.permissions import Permission
from volunteers.signup.model import Signup
from volunteers.signup.rules import NotAVolunteer
from volunteers.volunteer.model import State as Registration
from volunteers.volunteer.model import Volunteer, persons_of, registrations_of
from volunteers.volunteer.rules import VolunteerGone, require_registered
from volunteers.volunteer.sealing import opened

router = APIRouter(tags=["星级 honour"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.HONOUR_READ))]
Applicant = Annotated[Access, Depends(allow(Permission.HONOUR_APPLY))]
Decider = Annotated[Access, Depends(allow(Permission.HONOUR_DECIDE))]
Decided = Annotated[Honour, Depends(current(Honour, Permission.HONOUR_DECIDE))]
VERSIONED = (NotFound, VersionMissing, VersionStale, NoRuleInForce)
UNENTITLED = (rules.OwnHonour, rules.AuthorityMissing)
GONE = (VolunteerGone, NoSuchStar)


async def _served(tx: AsyncSession, person_id: UUID) -> rules.Served:
    """What is confirmed now, in whichever registration and wherever it was served."""
    theirs = Hours.person_id.in_(persons_of(person_id))
    activities = select(func.count(Hours.activity_id.distinct())).where(theirs, counts())
    return rules.Served(await tx.scalar(minutes_served(theirs)) or 0, await tx.scalar(activities) or 0)


async def _past(tx: AsyncSession, person_id: UUID) -> Sequence[Honour]:
    theirs = select(Honour).where(Honour.person_id.in_(persons_of(person_id)))
    return (await tx.scalars(theirs.order_by(Honour.id))).all()


@router.get("/volunteers/{id}/stars", responses=problems(NotFound, NoRuleInForce))
async def stars(
    volunteer: Annotated[Volunteer, Depends(existing(Volunteer, Permission.HONOUR_READ))], tx: Tx, by: Reader, at: Now
) -> Stars:
    """Where a volunteer stands on the ladder of stars."""
    on = clock.day(at)
    rule = StarRule.on(on)
    async with beyond_scope(tx):
        served, past = await _served(tx, volunteer.person_id), await _past(tx, volunteer.person_id)
    held = max((each.stars for each in past if each.state is State.GRANTED), default=0)
    undecided = next((each.id for each in past if each.state in UNDECIDED), None)
    barred = max((each.disqualified_until for each in past if each.disqualifies(on)), default=None)  # type: ignore[type-var]
    above = [each for each in rule.star if each.stars > held and served.minutes >= each.minutes]
    free = volunteer.state is Registration.REGISTERED and undecided is None and barred is None
    apply = Action(name="honours", method="POST", href="/api/volunteers/honours", needs_reason=False, label="申请星级")
    return Stars(
        volunteer_id=volunteer.id,
        held=held,
        confirmed_minutes=served.minutes,
        ladder=[
            Rung(stars=each.stars, hours=each.hours, reached=served.minutes >= each.minutes, held=each.stars <= held)
            for each in rule.star
        ],
        undecided=undecided,
        disqualified_until=barred,
        source=rule.source,
        assumption=rule.assumption,
        actions=[apply] if above and free and by.may(Permission.HONOUR_APPLY, volunteer) else [],
    )


@router.get("/honours", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    area_id: UUID | None = None,
    state: State | None = None,
    stars: StarCount | None = None,
    volunteer_id: UUID | None = None,
) -> Page[HonourView]:
    """Applications and stars in scope, newest first; a volunteer finds the own ones here."""
    given = {"state": state, "stars": stars}
    query = select(Honour).where(visible(Honour, by))
    query = query.filter_by(**{name: value for name, value in given.items() if value is not None})
    if volunteer_id is not None:
        query = query.where(Honour.volunteer_id.in_(registrations_of(volunteer_id)))
    if area_id is not None:
        query = query.where(await below(tx, Honour, area_id))
    return await page(tx, query, [Honour.id], asked, lambda each: HonourView.seen(each, by))


@router.get("/honours/{id}", responses=problems(NotFound))
async def read(honour: Annotated[Honour, Depends(existing(Honour, Permission.HONOUR_READ))], by: Reader) -> HonourView:
    """One application or star in scope."""
    return HonourView.seen(honour, by)


async def _applied_for(tx: AsyncSession, number: str | None, by: Access) -> Volunteer:
    """Oneself; or by number, whoever lives in the caller's area or has signed up with their organisation."""
    standing = Volunteer.state == Registration.REGISTERED
    signed_up = select(Signup.id).where(Signup.volunteer_id == Volunteer.id, visible(Signup, by)).exists()
    whose = Volunteer.account_id == by.owner_id if number is None else Volunteer.number == number
    query = select(Volunteer).where(whose, standing, or_(visible(Volunteer, by), signed_up))
    found = await tx.scalar(query.with_for_update(of=Volunteer))
    if found is None:
        raise NotAVolunteer if number is None else NotFound(pointer="/volunteer_number")
    return found


@router.post(
    "/honours",
    status_code=201,
    responses=problems(
        NotFound,
        NoRuleInForce,
        NotAVolunteer,
        NoSuchStar,
        rules.NotYetEarned,
        rules.StarHeld,
        rules.ApplicationOpen,
        rules.Disqualified,
    ),
)
async def apply(body: ApplicationIn, tx: Tx, by: Applicant, at: Now) -> HonourView:
    """申请星级, for oneself or for somebody who serves with one."""
    rule = StarRule.on(clock.day(at))
    async with beyond_scope(tx):
        volunteer = await _applied_for(tx, body.volunteer_number, by)
        copied = ("account_id", "person_id", "area_id", "scope_key")
        honour = Honour(id=new_id(), volunteer_id=volunteer.id, stars=body.stars, statement=body.statement)
        for name in copied:
            setattr(honour, name, getattr(volunteer, name))
        honour.organisation_id = by.organisation_id
        past, served = await _past(tx, volunteer.person_id), await _served(tx, volunteer.person_id)
        told = rules.apply(honour, past, served, rule=rule, by=by, at=at)
        tx.add(honour)
        for fact in told:
            await facts.tell(tx, fact, by=by)
    return HonourView.seen(honour, by)


async def _still_volunteer(tx: AsyncSession, honour: Honour) -> Volunteer:
    """Who withdrew, or goes on under another registration, gets no star under this one."""
    volunteer = await tx.get_one(Volunteer, honour.volunteer_id)
    require_registered(volunteer)
    return volunteer


@router.post(
    "/honours/{id}/publication",
    responses=problems(*VERSIONED, rules.HonourNotApplied, rules.NotYetEarned, *GONE, *UNENTITLED),
)
async def publicise(honour: Decided, tx: Tx, by: Decider, keys: Keys, at: Now) -> HonourView:
    """审核通过并公示."""
    rule = StarRule.on(clock.day(at))
    async with beyond_scope(tx):
        volunteer = await _still_volunteer(tx, honour)
        who = f"{mask_name(opened(volunteer, 'name', keys))}（志愿者编号 {volunteer.number}）"
        place = {"area_id": honour.area_id, "scope_key": honour.scope_key}
        notice = Notice(id=new_id(), kind=Kind.STAR, **place)
        served = await _served(tx, honour.person_id)
        told = rules.publicise(honour, notice, served, who=who, rule=rule, by=by, at=at)
        tx.add(notice)
        for fact in told:
            await facts.tell(tx, fact, by=by)
    return HonourView.seen(honour, by)


@router.post(
    "/honours/{id}/grant",
    responses=problems(
        *VERSIONED,
        rules.HonourNotPublicised,
        rules.NotYetEarned,
        rules.Disqualified,
        rules.OwnPublication,
        *GONE,
        *UNENTITLED,
        NoticeRunning,
        NoticeWithdrawn,
        ObjectionWaiting,
        ObjectionUpheld,
    ),
)
async def grant(honour: Decided, tx: Tx, by: Decider, at: Now) -> HonourView:
    """认定."""
    rule = StarRule.on(clock.day(at))
    if honour.notice_id is None:
        raise rules.HonourNotPublicised(state=honour.state)
    notice = await notice_of(tx, honour.notice_id)
    async with beyond_scope(tx):
        await _still_volunteer(tx, honour)
        past, served = await _past(tx, honour.person_id), await _served(tx, honour.person_id)
        for fact in rules.grant(honour, notice, past, served, rule=rule, by=by, at=at):
            await facts.tell(tx, fact, by=by)
    return HonourView.seen(honour, by)


@router.post(
    "/honours/{id}/refusal",
    responses=problems(*VERSIONED, rules.HonourDecided, rules.DisqualificationUnsound, *UNENTITLED),
)
async def refuse(honour: Decided, body: EndingIn, tx: Tx, by: Decider, at: Now) -> HonourView:
    """不予认定."""
    rule, months = StarRule.on(clock.day(at)), body.disqualified_months
    notice = await notice_of(tx, honour.notice_id) if honour.notice_id else None
    for fact in rules.refuse(honour, notice, rule=rule, reason=body.reason, months=months, by=by, at=at):
        await facts.tell(tx, fact, by=by)
    return HonourView.seen(honour, by)


@router.post(
    "/honours/{id}/revocation",
    responses=problems(*VERSIONED, rules.HonourNotGranted, rules.DisqualificationUnsound, *UNENTITLED),
)
async def revoke(honour: Decided, body: EndingIn, tx: Tx, by: Decider, at: Now) -> HonourView:
    """撤销星级."""
    rule, months = StarRule.on(clock.day(at)), body.disqualified_months
    await facts.tell(tx, rules.revoke(honour, rule=rule, reason=body.reason, months=months, by=by, at=at), by=by)
    return HonourView.seen(honour, by)
