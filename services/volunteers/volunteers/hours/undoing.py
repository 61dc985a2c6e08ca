"""What becomes of those who came when the activity is called off, or moved to another time, before it began."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import contains_eager

from chassis import facts
from chassis.facts import Fact
from volunteers.attendance import rules as presence
from volunteers.attendance.model import Attendance
from volunteers.attendance.model import State as Presence
from volunteers.hours.model import COUNTED, Hours, Source, State
from volunteers.hours.rules import give_way

MOVED_OR_CALLED_OFF = "活动已取消或改期，此次签到作废"


async def undo(tx: AsyncSession, *which: ColumnElement[bool], by: str, at: datetime) -> None:
    """Each with the hours proposed on it meanwhile; what a second person has already confirmed stays."""
    standing = (Attendance.state != Presence.UNDONE, *which)
    query = select(Attendance).join(Attendance.signup).where(*standing).options(contains_eager(Attendance.signup))
    found = (await tx.scalars(query.order_by(Attendance.id).with_for_update())).all()
    entered = (Hours.evidence_id.in_([each.id for each in found]), Hours.source == Source.ATTENDANCE)
    entries = await tx.scalars(select(Hours).where(*entered, Hours.state != State.RETURNED).with_for_update())
    hours = {each.evidence_id: each for each in entries}
    for attendance in found:
        for fact in _undone(attendance, hours.get(attendance.id), at):
            await facts.tell(tx, fact, by=by)


def _undone(attendance: Attendance, hours: Hours | None, at: datetime) -> Iterator[Fact]:
    if hours is not None and hours.state in COUNTED:
        return
    if hours is not None:
        yield from give_way(hours, reason=MOVED_OR_CALLED_OFF, at=at)
    yield from presence.undo(attendance)
