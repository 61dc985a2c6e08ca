"""The lead's word for a presence and the volunteer's for when they left."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.facts import Fact
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current
from chassis.transaction import TransactionRoute, Tx
from volunteers.attendance.model import Attendance
from volunteers.attendance.rules import LeftOutsidePresence
from volunteers.attendance.schemas import AttendanceView
from volunteers.hours.model import Hours, Source, State
from volunteers.hours.proposal import OwnHours
from volunteers.permissions import Permission
from volunteers.vouching import rules
from volunteers.vouching.schemas import DepartureIn

router = APIRouter(prefix="/attendances", tags=["证明 vouching"], route_class=TransactionRoute)

Lead = Annotated[Access, Depends(allow(Permission.ATTENDANCE_LEAD))]
Recorder = Annotated[Access, Depends(allow(Permission.ATTENDANCE_RECORD))]
Led = Annotated[Attendance, Depends(current(Attendance, Permission.ATTENDANCE_LEAD))]
Own = Annotated[Attendance, Depends(current(Attendance, Permission.ATTENDANCE_RECORD))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


async def _hours(tx: AsyncSession, attendance: Attendance) -> Sequence[Hours]:
    """What was entered of this presence and not returned, by whatever means, held."""
    await tx.refresh(attendance, ["signup"])
    # By the activity too, which has an index.
    its = (Hours.activity_id == attendance.activity_id, Hours.signup_id == attendance.signup_id)
    standing = (Hours.source != Source.COUNTER, Hours.state != State.RETURNED)
    return (await tx.scalars(select(Hours).where(*its, *standing).with_for_update())).all()


async def _tell(tx: AsyncSession, told: list[Fact], by: Access) -> None:
    for fact in told:
        await facts.tell(tx, fact, by=by)


@router.post("/{id}/vouching", responses=problems(*VERSIONED, rules.NothingToVouchFor, OwnHours))
async def vouch(attendance: Led, body: Reason, tx: Tx, by: Lead, at: Now) -> AttendanceView:
    """证明在场, by the lead, of somebody whose place is unknown."""
    async with beyond_scope(tx):
        hours = await _hours(tx, attendance)
        await _tell(tx, rules.vouch(attendance, hours, reason=body.reason, by=by, at=at), by)
    return AttendanceView.seen(attendance, by)


@router.post(
    "/{id}/departure",
    responses=problems(*VERSIONED, rules.NotStillIn, LeftOutsidePresence, rules.HoursDecided),
)
async def say_left(attendance: Own, body: DepartureIn, tx: Tx, by: Recorder, at: Now) -> AttendanceView:
    """说明离开时间, by the volunteer who did not check out."""
    hours = await _hours(tx, attendance)
    told = rules.say_left(attendance, hours, left_at=body.left_at, reason=body.reason, at=at)
    await _tell(tx, told, by)
    return AttendanceView.seen(attendance, by)


@router.post(
    "/{id}/departure-confirmation",
    responses=problems(*VERSIONED, rules.NotStillIn, rules.NothingSaid, rules.HoursDecided, OwnHours),
)
async def confirm_left(attendance: Led, tx: Tx, by: Lead, at: Now) -> AttendanceView:
    """确认离开时间, by the lead; the hours are proposed anew by what hears the fact."""
    async with beyond_scope(tx):
        hours = await _hours(tx, attendance)
        await _tell(tx, rules.confirm_left(attendance, hours, by=by, at=at), by)
    return AttendanceView.seen(attendance, by)
