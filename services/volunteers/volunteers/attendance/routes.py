"""The lead's code, the volunteers' check-in and check-out, and who was there."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import segno
from fastapi import APIRouter, Depends, Request
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault
from volunteers.attendance import codes, rules
from volunteers.attendance.model import Attendance, State
from volunteers.attendance.schemas import AttendanceView, CheckIn, CodeView
from volunteers.opportunity.model import Activity, heard_of
from volunteers.permissions import Permission
from volunteers.signup.fitness import require_still_guarded
from volunteers.signup.model import Signup
from volunteers.volunteer.model import Volunteer
from volunteers.volunteer.rules import GuardianConsentMissing
from volunteers.volunteer.sealing import born_on

router = APIRouter(tags=["签到 attendance"], route_class=TransactionRoute)

Lead = Annotated[Access, Depends(allow(Permission.ATTENDANCE_LEAD))]
Reader = Annotated[Access, Depends(allow(Permission.ATTENDANCE_READ))]
Recorder = Annotated[Access, Depends(allow(Permission.ATTENDANCE_RECORD))]
Own = Annotated[Signup, Depends(current(Signup, Permission.ATTENDANCE_RECORD))]
REFUSED = (NotFound, VersionMissing, VersionStale, NoRuleInForce, rules.OutsideWindow)
UNSHOWN = (rules.WrongCode, rules.TooFar, rules.ReadTooLongAgo)


@router.get(
    "/activities/{activity_id}/attendance-code", responses=problems(NotFound, NoRuleInForce, rules.OutsideWindow)
)
async def code(activity_id: UUID, request: Request, tx: Tx, by: Lead, keys: Keys, at: Now) -> CodeView:
    """签到码: for whoever leads the activity to show; a new one every step."""
    activity = await tx.scalar(select(Activity).where(Activity.id == activity_id, visible(Activity, by)))
    if activity is None:
        raise NotFound
    rules.require_window(activity, at)
    rule = rules.rule_of(activity)
    shown = codes.code(codes.secret_of(activity_id, keys), at, rule)
    text = f"{request.app.state.settings.public_url}/m/check-in?activity={activity_id}&code={shown}"
    qr = segno.make(text, error="m").svg_inline(scale=6, border=2)
    return CodeView(activity_id=activity_id, code=shown, valid_until=codes.valid_until(at, rule), text=text, qr=qr)


async def _seen(tx: Tx, signup: Signup, body: CheckIn, keys: Vault, at: Now) -> tuple[rules.Shown, datetime]:
    """Whether the code is or was right, where the phone is, where the activity is; and the instant that counts."""
    secret, rule = codes.secret_of(signup.activity_id, keys), rules.rule_of(signup)
    async with beyond_scope(tx):
        there = rules.position_of(await heard_of(tx, signup.activity_id))
    if codes.matches(body.code, secret, at, rule):
        return rules.Shown(body.position, there), at
    when = rules.read_when(body.read_at, at, rule)
    right = codes.matches(body.code, secret, when, rule)
    return rules.Shown(body.position, there, code_is_right=right, late=True), when


async def _require_guarded(tx: Tx, signup: Signup, keys: Vault) -> None:
    """A withdrawal cancels what hangs on it, but an activity may have been moved to a day of other rules since."""
    async with beyond_scope(tx):
        volunteer = await tx.get_one(Volunteer, signup.volunteer_id)
    if volunteer.consent_withdrawn_at is not None:
        require_still_guarded(volunteer, born_on(volunteer, keys), on=clock.day(signup.starts_at))


@router.post(
    "/signups/{id}/check-in",
    status_code=201,
    responses=problems(*REFUSED, *UNSHOWN, rules.NotConfirmed, rules.AlreadyCheckedIn, GuardianConsentMissing),
)
async def check_in(signup: Own, body: CheckIn, tx: Tx, by: Recorder, keys: Keys, at: Now) -> AttendanceView:
    """签到, by the volunteer's own phone."""
    await _require_guarded(tx, signup, keys)
    shown, when = await _seen(tx, signup, body, keys, at)
    undone = await tx.scalar(select(Attendance).where(Attendance.signup_id == signup.id))
    attendance, fact = rules.check_in(signup, shown, at=when, undone=undone)
    tx.add(attendance)
    await facts.tell(tx, fact, by=by)
    return AttendanceView.seen(attendance, by)


@router.post(
    "/signups/{id}/check-out",
    responses=problems(*REFUSED, *UNSHOWN, rules.NotCheckedIn, rules.AlreadyCheckedOut, rules.LeftOutsidePresence),
)
async def check_out(signup: Own, body: CheckIn, tx: Tx, by: Recorder, keys: Keys, at: Now) -> AttendanceView:
    """签退, by the volunteer's own phone; the hours are proposed by what hears the fact."""
    rules.require_attending(signup)
    query = select(Attendance).where(Attendance.signup_id == signup.id).options(joinedload(Attendance.signup))
    attendance = (await tx.scalars(query)).one()
    shown, when = await _seen(tx, signup, body, keys, at)
    for fact in rules.check_out(attendance, shown, at=when):
        await facts.tell(tx, fact, by=by)
    return AttendanceView.seen(attendance, by)


@router.get("/attendances")
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    activity_id: UUID | None = None,
    signup_id: UUID | None = None,
    state: State | None = None,
    unvouched: bool = False,  # noqa: FBT001, FBT002 - a query parameter
) -> Page[AttendanceView]:
    """Who was there, newest first."""
    given = {"activity_id": activity_id, "signup_id": signup_id, "state": state}
    query = select(Attendance).where(visible(Attendance, by))
    query = query.filter_by(**{name: value for name, value in given.items() if value is not None})
    if unvouched:
        waiting = (Attendance.vouched_by.is_(None), Attendance.state != State.UNDONE)
        query = query.where(Attendance.place_unknown, *waiting)
    return await page(tx, query, [Attendance.id], asked, lambda each: AttendanceView.seen(each, by))


@router.get("/attendances/{id}", responses=problems(NotFound))
async def read(
    attendance: Annotated[Attendance, Depends(existing(Attendance, Permission.ATTENDANCE_READ))],
    by: Reader,
) -> AttendanceView:
    """One record in scope."""
    return AttendanceView.seen(attendance, by)
