"""Checking in and out: with the code of the moment, at the place when it is known, within the window."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Any

from chassis import clock
from chassis.access import Access
from chassis.database import new_id
from chassis.facts import Fact
from chassis.problems import Problem
from volunteers.attendance import lead
from volunteers.attendance.model import Attendance, Means, State
from volunteers.dated import AttendanceRule
from volunteers.facts import AttendanceForgotten, AttendanceRecorded, AttendanceUndone
from volunteers.opportunity.model import Activity, Opportunity
from volunteers.signup import model as signing
from volunteers.signup.model import Signup


class NotConfirmed(Problem):
    """此报名未确认，不能签到。"""


class AlreadyCheckedIn(Problem):
    """您已签到，请勿重复。"""


class NotCheckedIn(Problem):
    """您尚未签到，不能签退。"""


class AlreadyCheckedOut(Problem):
    """您已签退，请勿重复。"""


class OutsideWindow(Problem):
    """不在签到签退的时间范围内。"""


class WrongCode(Problem):
    """签到码不正确或已更换，请看现场最新的码。"""

    status = 422


class ReadTooLongAgo(Problem):
    """签到码读取太久才送到，请联系现场负责人。"""


class TooFar(Problem):
    """您不在活动地点附近。"""


class LeftOutsidePresence(Problem):
    """离开时间应在签到之后、活动结束之前，且不晚于现在。"""

    status = 422


EARTH = 6_371_000  # metres
Timed = Signup | Activity | Opportunity


@dataclass(frozen=True, slots=True)
class Position:
    """A place on the map."""

    latitude: float
    longitude: float

    def metres_to(self, other: "Position") -> float:
        """The distance over ground (haversine)."""
        north, south = radians(self.latitude), radians(other.latitude)
        across = sin(radians(other.longitude - self.longitude) / 2) ** 2
        along = sin((south - north) / 2) ** 2
        return 2 * EARTH * asin(min(1.0, sqrt(along + cos(north) * cos(south) * across)))


@dataclass(frozen=True, slots=True)
class Shown:
    """What a phone shows when checking in or out: the code, and where it is; `there` is the activity's place.

    `late` where there was no network and it arrives later: a code could have been passed on since.
    """

    here: Position | None
    there: Position | None
    code_is_right: bool = True
    late: bool = False


def said(attendance: Attendance) -> dict[str, Any]:
    """What the facts about a presence say."""
    names = ("opportunity_id", "activity_id", "project_id", "volunteer_id", "area_id", "scope_key")
    return {"attendance_id": attendance.id, **{name: getattr(attendance, name) for name in names}}


def read_when(read_at: datetime | None, at: datetime, rule: AttendanceRule) -> datetime:
    """When a code was read, by the phone's own clock, which is not believed for the future nor for long."""
    if read_at is None or read_at >= at:
        return at
    if at - read_at > timedelta(minutes=rule.late_minutes):
        raise ReadTooLongAgo(most_minutes=rule.late_minutes)
    return read_at


def position_of(activity: Activity) -> Position | None:
    """Where the activity takes place, if that is known."""
    if activity.latitude is None or activity.longitude is None:
        return None
    return Position(activity.latitude, activity.longitude)


def rule_of(timed: Timed) -> AttendanceRule:
    """The rule set of the activity's day."""
    return AttendanceRule.on(clock.day(timed.starts_at))


def closes_at(timed: Timed) -> datetime:
    """Until when one may check out."""
    return rule_of(timed).window(timed.starts_at, timed.ends_at)[1]


def require_window(timed: Timed, at: datetime) -> None:
    """Refuses long before the start and long after the end."""
    opens, closes = rule_of(timed).window(timed.starts_at, timed.ends_at)
    if not opens <= at <= closes:
        raise OutsideWindow(opens_at=opens.isoformat(), closes_at=closes.isoformat())


def _require_here(signup: Signup, shown: Shown, at: datetime) -> bool:
    """In time, with the right code and not known to be elsewhere; answers whether the place is known."""
    require_window(signup, at)
    if not shown.code_is_right:
        raise WrongCode(pointer="/code")
    if shown.here is None or shown.there is None:
        return False
    rule, metres = rule_of(signup), round(shown.here.metres_to(shown.there))
    if metres > rule.radius_metres:
        raise TooFar(f"相距约 {metres} 米，须在 {rule.radius_metres} 米以内", metres=metres)
    return not shown.late


def check_in(
    signup: Signup, shown: Shown, *, at: datetime, undone: Attendance | None = None
) -> tuple[Attendance, AttendanceRecorded]:
    """签到: an unknown place does not refuse; whoever confirms the hours sees the mark."""
    if signup.state in {signing.State.ATTENDING, signing.State.ATTENDED}:
        raise AlreadyCheckedIn
    if signup.state is not signing.State.CONFIRMED:
        raise NotConfirmed(state=signup.state)
    known = _require_here(signup, shown, at)
    attendance = _entered(signup, Means.CODE, at, place_unknown=not known, undone=undone)
    return attendance, _recorded(attendance)


def enter(signup: Signup, by: Access, *, reason: str, at: datetime) -> tuple[Attendance, AttendanceRecorded]:
    """由负责人签到, for somebody taken in on the spot: the lead answers for it that they are there."""
    require_window(signup, at)
    attendance = _entered(signup, Means.LEAD, at, place_unknown=False)
    vouch(attendance, by, reason=reason, at=at)
    return attendance, _recorded(attendance)


def vouch(attendance: Attendance, by: Access, *, reason: str, at: datetime) -> None:
    """Who answers for it, and why."""
    attendance.vouched_by, attendance.vouched_person_id = by.account_id, by.principal.person_id
    attendance.vouched_at, attendance.vouched_because = at, reason


def _entered(
    signup: Signup, means: Means, at: datetime, *, place_unknown: bool, undone: Attendance | None = None
) -> Attendance:
    """One record a sign-up: who comes again after theirs was undone goes on with it."""
    names = ("area_id", "scope_key", "account_id", "organisation_id", "opportunity_id", "activity_id", "project_id")
    copied = {name: getattr(signup, name) for name in (*names, "volunteer_id")}
    attendance = undone or Attendance(id=new_id(), signup_id=signup.id, **copied)
    attendance.state, attendance.means, attendance.place_unknown = State.CHECKED_IN, means, place_unknown
    attendance.checked_in_at, signup.state = at, signing.State.ATTENDING
    attendance.guardian_withdrew_at = attendance.handed_over_at = None
    return attendance


def require_attending(signup: Signup) -> None:
    """Refuses to check out who is not in."""
    if signup.state is signing.State.ATTENDED:
        raise AlreadyCheckedOut
    if signup.state is not signing.State.ATTENDING:
        raise NotCheckedIn


def check_out(attendance: Attendance, shown: Shown, *, at: datetime) -> list[Fact]:
    """签退."""
    if not _require_here(attendance.signup, shown, at):
        attendance.place_unknown = True
    if at < attendance.checked_in_at:
        raise LeftOutsidePresence(pointer="/read_at")
    return leave(attendance, at)


def leave(attendance: Attendance, at: datetime) -> list[Fact]:
    """离场, by the code or as the lead confirms."""
    closed = lead.left(attendance)
    attendance.state, attendance.checked_out_at = State.CHECKED_OUT, at
    attendance.signup.state = signing.State.ATTENDED
    return [_recorded(attendance), *closed]


def undo(attendance: Attendance) -> list[Fact]:
    """签到作废: what somebody came for does not take place then; they are signed up as if they had not come yet."""
    closed = lead.let_off(attendance)
    attendance.state, attendance.checked_out_at = State.UNDONE, None
    attendance.vouched_by = attendance.vouched_person_id = attendance.vouched_at = attendance.vouched_because = None
    attendance.said_left_at = attendance.said_because = None
    attendance.signup.state = signing.State.CONFIRMED
    return [AttendanceUndone(**said(attendance)), *closed]


def forget(attendance: Attendance) -> AttendanceForgotten:
    """未签退: the time to check out is over and nobody did."""
    attendance.state = State.FORGOTTEN
    attendance.signup.state = signing.State.ATTENDED
    return AttendanceForgotten(**said(attendance))


def _recorded(attendance: Attendance) -> AttendanceRecorded:
    times = {name: getattr(attendance, name) for name in ("checked_in_at", "checked_out_at")}
    return AttendanceRecorded(**said(attendance), **times, means=attendance.means)
