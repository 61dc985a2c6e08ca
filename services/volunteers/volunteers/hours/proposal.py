"""Proposing hours: from attendance or by hand, within the plan, never overlapping, never for the paid lead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from chassis import clock
from chassis.access import Access
from chassis.database import new_id
from chassis.principal import Role
from chassis.problems import Problem
from chassis.tasks import Task, officer_of, stand_in_of
from procedures.calendar import working_days_after
from volunteers.attendance import rules as presence
from volunteers.attendance.model import Attendance
from volunteers.attendance.model import State as Presence
from volunteers.dated import HoursRule
from volunteers.facts import AttendanceUncounted, HoursProposed, TaskOpened
from volunteers.hours.model import Hours, Source, State
from volunteers.signup.model import Signup
from volunteers.signup.rules import LeadsTheActivity

Proposed = list[HoursProposed | TaskOpened]
MINUTE = timedelta(minutes=1)


class OwnHours(Problem):
    """不能办理自己的时长。"""

    status = 403


class NothingServed(Problem):
    """活动时间内不足一分钟，没有可计的时长。"""

    status = 422


class NotTakenPart(Problem):
    """此人没有参加该活动，不能补录时长。"""


class BeyondPlannedSpan(Problem):
    """时长超出了活动的计划时间。"""

    status = 422


class InTheFuture(Problem):
    """不能记录尚未发生的时长。"""

    status = 422


class HoursOverlap(Problem):
    """与此人已有的另一条时长重叠。"""


class ManualCapReached(Problem):
    """超过补录时长的上限。"""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the person: other entries, the activity's paid lead, minutes entered by hand this month."""

    others: Sequence[Hours]
    lead: UUID | None
    this_month: int = 0
    watched: bool = False


class Span(NamedTuple):
    """From when to when somebody served."""

    starts_at: datetime
    ends_at: datetime

    @property
    def minutes(self) -> int:
        """Whole minutes."""
        return (self.ends_at - self.starts_at) // MINUTE


def said(hours: Hours) -> dict[str, Any]:
    """What every fact about hours says."""
    names = (
        "area_id", "scope_key", "activity_id", "project_id", "volunteer_id", "minutes", "source", "evidence_id",
        "forgot_check_out", "second_account_id",
    )  # fmt: skip
    return {"hours_id": hours.id, **{name: getattr(hours, name) for name in names}}


def waits(hours: Hours) -> Task:
    """待确认, or once the volunteer has objected 待处理异议: the to-do while an entry waits for a second person."""
    code = "hours-objection" if hours.state is State.DISPUTED else "hours-confirmation"
    href, place = f"/api/volunteers/hours/{hours.id}", (hours.id, hours.area_id, hours.scope_key)
    role = officer_of(hours.scope_key)
    # Only by hand does a person propose; from an attendance, the service itself.
    barred = UUID(hours.proposed_by) if hours.source is Source.MANUAL else None
    stand_in = stand_in_of(role) if barred else None
    return Task(code, role, href, *place, due_on=decide_by(hours), barred_account_id=barred, stand_in_role=stand_in)


def decide_by(hours: Hours) -> date | None:
    """The last working day on which a dispute is to be decided."""
    if hours.state is not State.DISPUTED or hours.disputed_at is None:
        return None
    day = clock.day(hours.disputed_at)
    return working_days_after(day, HoursRule.on(day).dispute_working_days)


def vouching(hours: Hours) -> Task:
    """待证明在场: the lead's to-do where no phone shows that somebody was there."""
    role = officer_of(hours.scope_key) if hours.organisation_id is None else Role.SOCIAL_WORKER
    href, place = f"/api/volunteers/attendances/{hours.evidence_id}", (hours.id, hours.area_id, hours.scope_key)
    return Task("place-vouching", role, href, *place, hours.organisation_id)


def proposed(hours: Hours) -> Proposed:
    """The entry, and that it waits."""
    opened = [TaskOpened.of(waits(hours)), *([TaskOpened.of(vouching(hours))] if hours.wants_vouching else [])]
    return [HoursProposed(**said(hours)), *opened]


def served(attendance: Attendance, until: datetime) -> Span:
    """What counts of a presence: nothing before the planned start, nothing after the planned end."""
    signup = attendance.signup
    start = max(attendance.checked_in_at, signup.starts_at)
    left_at = attendance.checked_out_at or attendance.said_left_at or until
    span = Span(start, max(start, min(left_at, signup.ends_at)))
    if not span.minutes:
        raise NothingServed
    return span


def propose_attended(
    attendance: Attendance, span: Span, known: Known, *, by: str, at: datetime
) -> tuple[Hours, Proposed]:
    """由签到提出."""
    _require_countable(attendance.signup, span, known, at=at)
    attendance.signup.uncounted_because = None
    hours = entry(
        attendance.signup,
        span,
        source=Source.ATTENDANCE,
        evidence_id=attendance.id,
        forgot_check_out=attendance.state is Presence.FORGOTTEN,
        place_unknown=attendance.place_unknown,
        vouched_by=attendance.vouched_by,
        vouched_person_id=attendance.vouched_person_id,
        proposed_by=by,
        proposed_at=at,
    )
    return hours, proposed(hours)


def uncount(attendance: Attendance, refusal: Problem) -> AttendanceUncounted:
    """未提出时长: somebody served, and why it cannot be counted is theirs and the officers' to read."""
    about = f"：{refusal.detail}" if refusal.detail else ""
    attendance.signup.uncounted_because = refusal.title().rstrip("。") + about
    return AttendanceUncounted(**presence.said(attendance), problem=refusal.type())


def propose_manual(
    signup: Signup,
    span: Span,
    known: Known,
    *,
    rule: HoursRule,
    reason: str,
    by: Access,
    at: datetime,
) -> tuple[Hours, Proposed]:
    """补录: with a reason, up to a cap, marked as such."""
    if not signup.may_have_served:
        raise NotTakenPart
    require_another(by, signup)
    _require_countable(signup, span, known, at=at)
    _require_within_cap(span, known, rule)
    signup.uncounted_because = None
    told = {"because": reason, "full_check": known.watched, **proposer(by), "proposed_at": at}
    hours = entry(signup, span, source=Source.MANUAL, **told)
    return hours, proposed(hours)


def _require_within_cap(span: Span, known: Known, rule: HoursRule) -> None:
    """What nobody measured is capped, at each time and a month."""
    if span.minutes > rule.manual_most_minutes:
        raise ManualCapReached(f"每次至多 {rule.manual_most_minutes} 分钟")
    if known.this_month + span.minutes > rule.manual_most_minutes_a_month:
        raise ManualCapReached(
            f"每人每月至多 {rule.manual_most_minutes_a_month} 分钟，本月已有 {known.this_month} 分钟"
        )


def _require_countable(signup: Signup, span: Span, known: Known, *, at: datetime) -> None:
    if not span.minutes:
        raise NothingServed
    if signup.person_id == known.lead:
        raise LeadsTheActivity
    if span.ends_at > at:
        raise InTheFuture
    if span.starts_at < signup.starts_at or span.ends_at > signup.ends_at:
        raise BeyondPlannedSpan(starts_at=signup.starts_at.isoformat(), ends_at=signup.ends_at.isoformat())
    for other in known.others:
        if other.holds_time and other.starts_at < span.ends_at and span.starts_at < other.ends_at:
            raise HoursOverlap(other.title, hours_id=str(other.id))


def entry(signup: Signup, span: Span, **told: Any) -> Hours:  # noqa: ANN401 - the columns that differ
    """A new entry about a sign-up's activity."""
    names = ("area_id", "scope_key", "account_id", "organisation_id", "volunteer_id", "person_id", "activity_id")
    copied = {name: getattr(signup, name) for name in (*names, "project_id", "title")}
    unmarked = dict.fromkeys(("forgot_check_out", "place_unknown", "full_check"), False)
    unless_told = {"minutes": span.minutes, "state": State.PROPOSED, **unmarked}
    times = {"starts_at": span.starts_at, "ends_at": span.ends_at}
    of = {"signup_id": signup.id, "entered_account_id": signup.account_id}
    return Hours(id=new_id(), **of, **copied, **times, **{**unless_told, **told})


def proposer(by: Access) -> dict[str, Any]:
    """Who proposes by hand: the account, and the person where they are known."""
    return {"proposed_by": str(by.account_id), "proposed_person_id": by.principal.person_id}


def require_another(by: Access, owned: Hours | Signup) -> None:
    """Nobody handles their own hours, whichever account they use."""
    if by.account_id == owned.account_id or by.principal.person_id == owned.person_id:
        raise OwnHours


def replace(
    wrong: Hours,
    signup: Signup,
    span: Span,
    known: Known,
    *,
    rule: HoursRule,
    reason: str,
    by: Access,
    at: datetime,
) -> tuple[Hours, Proposed]:
    """更正: the right number of minutes as a new entry, to be confirmed by a second person like any other.

    More than the entry returned or taken back is more than anything vouches for, and capped as entries by hand are.
    """
    _require_countable(signup, span, known, at=at)
    if span.minutes > wrong.minutes:
        _require_within_cap(span, known, rule)
    signup.uncounted_because = None
    hours = entry(
        signup,
        span,
        source=Source.MANUAL,
        evidence_id=wrong.id,
        because=reason,
        full_check=known.watched,
        **proposer(by),
        proposed_at=at,
    )
    return hours, proposed(hours)
