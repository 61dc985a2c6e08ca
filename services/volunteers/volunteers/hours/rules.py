"""Deciding on hours: confirmed by a second person, returned, disputed, or taken back by a counter-entry."""

from datetime import datetime

from chassis.access import Access
from chassis.problems import Problem
from volunteers.facts import HoursConfirmed, HoursCountered, HoursDisputed, HoursReturned, TaskClosed, TaskOpened
from volunteers.hours.model import WAITING, Hours, Source, State
from volunteers.hours.proposal import Span, entry, proposer, require_another, said, vouching, waits
from volunteers.signup.model import Signup


class NotWaiting(Problem):
    """此条时长不在待确认状态。"""


class NotDisputable(Problem):
    """此条时长当前不能提出异议。"""


class NotCounterable(Problem):
    """此条时长未确认或已冲正，不能冲正。"""


class PlaceNotVouched(Problem):
    """没有得到签到位置，须先由负责人证明其在场，再确认时长。"""


class CheckNeeded(Problem):
    """提出人近期有补录不实，此条补录须先由其他镇街对照签到表核对。"""


class SecondPersonNeeded(Problem):
    """提出时长或证明在场的人不能自己确认，须由第二人确认。"""

    status = 403


def confirm(hours: Hours, *, by: Access, at: datetime) -> list[HoursConfirmed | TaskClosed]:
    """确认: by a second person."""
    if hours.state not in WAITING:
        raise NotWaiting(state=hours.state)
    require_another(by, hours)
    _require_second(by, hours)
    if hours.wants_vouching:
        raise PlaceNotVouched
    if hours.wants_check:
        raise CheckNeeded
    decided = TaskClosed.of(waits(hours))
    hours.state, hours.second_account_id, hours.decided_at = State.CONFIRMED, by.account_id, at
    return [HoursConfirmed(**said(hours)), decided]


def return_(hours: Hours, *, reason: str, by: Access, at: datetime) -> list[HoursReturned | TaskClosed]:
    """退回: the entry stays and counts for nothing; a new one may be proposed.

    Whoever proposed may take it back so, but does not decide on the volunteer's objection.
    """
    if hours.state not in WAITING:
        raise NotWaiting(state=hours.state)
    require_another(by, hours)
    if hours.state is State.DISPUTED:
        _require_second(by, hours)
    return give_way(hours, reason=reason, at=at)


def give_way(hours: Hours, *, reason: str, at: datetime) -> list[HoursReturned | TaskClosed]:
    """Ends an entry that still waits, and the to-dos about it; it counts for nothing."""
    closed = [TaskClosed.of(waits(hours)), *([TaskClosed.of(vouching(hours))] if hours.wants_vouching else [])]
    hours.state, hours.objection, hours.decided_at = State.RETURNED, reason, at
    return [HoursReturned(**said(hours)), *closed]


def _require_second(by: Access, hours: Hours) -> None:
    if hours.is_answered_for_by(by.account_id, by.principal.person_id):
        raise SecondPersonNeeded


def dispute(hours: Hours, *, reason: str, at: datetime) -> list[HoursDisputed | TaskClosed | TaskOpened]:
    """提出异议, by the volunteer: the second person sees it before deciding."""
    if hours.state is not State.PROPOSED:
        raise NotDisputable(state=hours.state)
    waited = TaskClosed.of(waits(hours))
    hours.state, hours.objection, hours.disputed_at = State.DISPUTED, reason, at
    return [HoursDisputed(**said(hours)), waited, TaskOpened.of(waits(hours))]


def counter(hours: Hours, signup: Signup, *, reason: str, by: Access, at: datetime) -> tuple[Hours, HoursCountered]:
    """冲正: takes a confirmed entry back by its negative; neither is ever rewritten."""
    if hours.state is not State.CONFIRMED or hours.source is Source.COUNTER:
        raise NotCounterable(state=hours.state)
    require_another(by, hours)
    hours.state = State.COUNTERED
    counter_entry = entry(
        signup,
        Span(hours.starts_at, hours.ends_at),
        source=Source.COUNTER,
        minutes=-hours.minutes,
        state=State.CONFIRMED,
        evidence_id=hours.id,
        because=reason,
        **proposer(by),
        proposed_at=at,
        decided_at=at,
    )
    return counter_entry, HoursCountered(
        **{**said(hours), "minutes": counter_entry.minutes, "evidence_id": counter_entry.id}
    )
