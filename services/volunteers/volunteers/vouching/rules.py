"""Vouching for a presence, saying when one left without checking out, and confirming it."""

from datetime import datetime

from chassis.access import Access
from chassis.facts import Fact
from chassis.problems import Problem
from volunteers.attendance import rules as presence
from volunteers.attendance.model import STILL_IN, Attendance
from volunteers.facts import AttendanceVouched, DepartureSaid, TaskClosed, TaskOpened
from volunteers.hours import rules as deciding
from volunteers.hours.model import COUNTED, WAITING, Hours
from volunteers.hours.model import State as Standing
from volunteers.hours.proposal import OwnHours, vouching


class NothingToVouchFor(Problem):
    """此签到不需要证明。"""


class NotStillIn(Problem):
    """此签到已有签退或已作废，不能再说明离开时间。"""


class NothingSaid(Problem):
    """本人没有说明离开时间。"""


class NobodyWithdrew(Problem):
    """监护人没有撤回同意，无须交接。"""


class HoursDecided(Problem):
    """此次时长已由经办确认或冲正；如有出入，由经办冲正或补录。"""


HANDED_OVER = "监护人撤回同意，已交给监护人"


def vouch(attendance: Attendance, hours: Hours | None, *, reason: str, by: Access, at: datetime) -> list[Fact]:
    """证明在场: what waits for it may then be confirmed, by somebody else."""
    if not attendance.wants_vouching:
        raise NothingToVouchFor
    _require_another(by, attendance)
    presence.vouch(attendance, by, reason=reason, at=at)
    told: list[Fact] = [AttendanceVouched(**presence.said(attendance))]
    if hours is None or hours.state not in WAITING:
        return told
    if hours.wants_vouching:
        told.append(TaskClosed.of(vouching(hours)))
    hours.vouched_by, hours.vouched_person_id = by.account_id, by.principal.person_id
    return told


def say_left(
    attendance: Attendance, hours: Hours | None, *, left_at: datetime, reason: str, at: datetime
) -> list[Fact]:
    """说明离开时间, by the volunteer: hours that already wait are disputed with it, to be read first."""
    _require_still_in(attendance, hours)
    if not attendance.checked_in_at < left_at <= min(at, attendance.signup.ends_at):
        raise presence.LeftOutsidePresence(pointer="/left_at")
    told: list[Fact] = [] if attendance.said_left_at is not None else [TaskOpened.of(presence.waits(attendance))]
    attendance.said_left_at, attendance.said_because = left_at, reason
    if hours is not None and hours.state is Standing.PROPOSED:
        told += deciding.dispute(hours, reason=reason, at=at)
    return [DepartureSaid(**presence.said(attendance), left_at=left_at), *told]


def confirm_left(attendance: Attendance, hours: Hours | None, *, by: Access, at: datetime) -> list[Fact]:
    """确认离开时间, by the lead, who answers for it: what was proposed up to the planned end gives way."""
    _require_still_in(attendance, hours)
    if attendance.said_left_at is None or attendance.said_because is None:
        raise NothingSaid
    _require_another(by, attendance)
    return _left(attendance, hours, attendance.said_left_at, because=attendance.said_because, by=by, at=at)


def hand_over(attendance: Attendance, hours: Hours | None, *, by: Access, at: datetime) -> list[Fact]:
    """交给监护人, by the lead, who answers for it: the child has left, and serves until then at most."""
    _require_still_in(attendance, hours)
    if attendance.guardian_withdrew_at is None:
        raise NobodyWithdrew
    _require_another(by, attendance)
    left_at = min(at, attendance.signup.ends_at)
    return _left(attendance, hours, left_at, because=HANDED_OVER, by=by, at=at)


def _left(
    attendance: Attendance, hours: Hours | None, left_at: datetime, *, because: str, by: Access, at: datetime
) -> list[Fact]:
    gone: list[Fact] = []
    if hours is not None and hours.state in WAITING:
        gone += deciding.give_way(hours, reason=because, at=at)
    presence.vouch(attendance, by, reason=because, at=at)
    return [*gone, *presence.leave(attendance, left_at)]


def _require_still_in(attendance: Attendance, hours: Hours | None) -> None:
    if attendance.state not in STILL_IN:
        raise NotStillIn(state=attendance.state)
    if hours is not None and hours.state in COUNTED:
        raise HoursDecided(hours_id=str(hours.id))


def _require_another(by: Access, attendance: Attendance) -> None:
    if by.account_id == attendance.account_id or by.principal.person_id == attendance.signup.person_id:
        raise OwnHours
