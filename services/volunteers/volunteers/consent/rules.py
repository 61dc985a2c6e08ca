"""A child who is there when the guardian takes the consent back: the lead is called, and hands the child over."""

from datetime import datetime

from chassis.access import Access
from chassis.facts import Fact
from chassis.problems import Problem
from volunteers.attendance import lead, rules
from volunteers.attendance.model import Attendance, State
from volunteers.facts import AttendanceHandedOver, TaskClosed, TaskOpened

HANDED_OVER = "监护人撤回同意，已当面交接"


class NoHandoverDue(Problem):
    """没有待交接的未成年志愿者。"""


def call(attendance: Attendance, *, at: datetime) -> list[TaskOpened]:
    """请负责人交接, while the time to check out is not over; once, however many consents are withdrawn."""
    if attendance.awaits_handover or at > rules.closes_at(attendance.signup):
        return []
    attendance.guardian_withdrew_at, attendance.handed_over_at = at, None
    return [TaskOpened.of(each) for each in lead.handovers(attendance)]


def call_off(attendance: Attendance) -> list[TaskClosed]:
    """无须交接: the guardian consents again, and the child may stay."""
    closed = [TaskClosed.of(each) for each in lead.handovers(attendance)]
    attendance.guardian_withdrew_at = None
    return closed


def hand_over(attendance: Attendance, *, by: Access, at: datetime) -> list[Fact]:
    """已当面交接, by the lead, who answers for it. In time it is the child's check-out too.

    Said later it is no more than that: nobody measured when the child left, so the presence and the hours keep their
    marks.
    """
    if not attendance.awaits_handover:
        raise NoHandoverDue
    gone: list[Fact] = []
    if attendance.state is State.CHECKED_IN and at <= rules.closes_at(attendance.signup):
        rules.vouch(attendance, by, reason=HANDED_OVER, at=at)
        gone += rules.leave(attendance, min(at, attendance.signup.ends_at))
    else:
        gone += [TaskClosed.of(each) for each in lead.handovers(attendance)]
    attendance.handed_over_at = at
    return [AttendanceHandedOver(**rules.said(attendance)), *gone]
