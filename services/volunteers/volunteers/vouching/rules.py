"""Vouching for a presence, saying when one left without checking out, and confirming it."""

from collections.abc import Sequence
from datetime import datetime

from chassis.access import Access
from chassis.facts import Fact
from chassis.problems import Problem
from volunteers.attendance import lead
from volunteers.attendance import rules as presence
from volunteers.attendance.model import STILL_IN, Attendance
from volunteers.facts import AttendanceVouched, DepartureSaid, TaskClosed, TaskOpened
from volunteers.hours import rules as deciding
from volunteers.hours.model import COUNTED, WAITING, Hours, Source
from volunteers.hours.model import State as Standing
from volunteers.hours.proposal import OwnHours, vouching


class NothingToVouchFor(Problem):
    """此签到不需要证明。"""


class NotStillIn(Problem):
    """此签到已有签退或已作废，不能再说明离开时间。"""


class NothingSaid(Problem):
    """本人没有说明离开时间。"""


class HoursDecided(Problem):
    """此次时长已由经办确认、更正或冲正；如有出入，请对该条时长提出异议，或由经办冲正、补录。"""


def vouch(attendance: Attendance, hours: Sequence[Hours], *, reason: str, by: Access, at: datetime) -> list[Fact]:
    """证明在场: what waits for it may then be confirmed, by somebody else."""
    if not attendance.wants_vouching:
        raise NothingToVouchFor
    _require_another(by, attendance)
    presence.vouch(attendance, by, reason=reason, at=at)
    told: list[Fact] = [AttendanceVouched(**presence.said(attendance))]
    waiting = _waiting(hours)
    if waiting is None:
        return told
    if waiting.wants_vouching:
        told.append(TaskClosed.of(vouching(waiting)))
    waiting.vouched_by, waiting.vouched_person_id = by.account_id, by.principal.person_id
    return told


def say_left(
    attendance: Attendance, hours: Sequence[Hours], *, left_at: datetime, reason: str, at: datetime
) -> list[Fact]:
    """说明离开时间, by the volunteer: hours that already wait are disputed with it, to be read first."""
    _require_still_in(attendance, hours)
    if not attendance.checked_in_at < left_at <= min(at, attendance.signup.ends_at):
        raise presence.LeftOutsidePresence(pointer="/left_at")
    told: list[Fact] = [] if attendance.said_left_at is not None else [TaskOpened.of(lead.departure(attendance))]
    attendance.said_left_at, attendance.said_because = left_at, reason
    waiting = _waiting(hours)
    if waiting is not None and waiting.state is Standing.PROPOSED:
        told += deciding.dispute(waiting, reason=reason, at=at)
    return [DepartureSaid(**presence.said(attendance), left_at=left_at), *told]


def confirm_left(attendance: Attendance, hours: Sequence[Hours], *, by: Access, at: datetime) -> list[Fact]:
    """确认离开时间, by the lead, who answers for it: what was proposed up to the planned end gives way."""
    _require_still_in(attendance, hours)
    if attendance.said_left_at is None or attendance.said_because is None:
        raise NothingSaid
    _require_another(by, attendance)
    gone: list[Fact] = []
    waiting = _waiting(hours)
    if waiting is not None:
        gone += deciding.give_way(waiting, reason=attendance.said_because, at=at)
    presence.vouch(attendance, by, reason=attendance.said_because, at=at)
    return [*gone, AttendanceVouched(**presence.said(attendance)), *presence.leave(attendance, attendance.said_left_at)]


def _waiting(hours: Sequence[Hours]) -> Hours | None:
    """The entry proposed of the presence itself, if it waits for a second person."""
    return next((each for each in hours if each.source is Source.ATTENDANCE and each.state in WAITING), None)


def _require_still_in(attendance: Attendance, hours: Sequence[Hours]) -> None:
    """And nobody has decided otherwise, nor entered by hand what is to count."""
    if attendance.state not in STILL_IN:
        raise NotStillIn(state=attendance.state)
    decided = next((each for each in hours if each.state in COUNTED or each.source is Source.MANUAL), None)
    if decided is not None:
        raise HoursDecided(hours_id=str(decided.id))


def _require_another(by: Access, attendance: Attendance) -> None:
    if by.account_id == attendance.account_id or by.principal.person_id == attendance.signup.person_id:
        raise OwnHours
