"""The way of a star: applied for, reviewed by another account, publicised, granted by a third, refused or revoked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis import clock
from chassis.access import Access
from chassis.facts import Fact
from chassis.problems import Problem
from chassis.tasks import Task
from procedures.notice import rules as noticing
from procedures.notice.model import Notice
from procedures.notice.model import State as Lying
from volunteers.dated import months_after
from volunteers.facts import TaskClosed, TaskOpened
from volunteers.honour.dated import Star, StarRule
from volunteers.honour.model import UNDECIDED, Honour, State
from volunteers.recognition import (
    NOTICES,
    HonourApplied,
    HonourGranted,
    HonourPublicised,
    HonourRefused,
    HonourRevoked,
)

NUMERALS = "零一二三四五六七八九"


class NotYetEarned(Problem):
    """已确认的志愿服务时长未达到所申请的星级。"""


class StarHeld(Problem):
    """已获得此星级或更高的星级。"""


class ApplicationOpen(Problem):
    """已有一项星级申请正在办理。"""


class Disqualified(Problem):
    """曾弄虚作假，在取消资格的期限内不能获得星级。"""


class DisqualificationUnsound(Problem):
    """取消资格的期限不在规定的范围内。"""

    status = 422


class HonourNotApplied(Problem):
    """此星级申请不在待审核状态。"""


class HonourNotPublicised(Problem):
    """此星级申请没有公示，不能认定。"""


class HonourDecided(Problem):
    """此星级申请已有结果。"""


class HonourNotGranted(Problem):
    """此星级未认定或已撤销。"""


class AuthorityMissing(Problem):
    """此星级须由有相应权限的一级认定。"""

    status = 403


class OwnHonour(Problem):
    """不能办理自己或自己申请的星级。"""

    status = 403


class OwnPublication(Problem):
    """发布公示的人不能自己认定，须由第二人认定。"""

    status = 403


@dataclass(frozen=True, slots=True)
class Served:
    """What is confirmed of a person's service now."""

    minutes: int
    activities: int


def _said(honour: Honour) -> dict[str, Any]:
    names = ("volunteer_id", "organisation_id", "stars", "minutes", "area_id", "scope_key")
    return {"honour_id": honour.id, **{name: getattr(honour, name) for name in names}}


def waits(honour: Honour, *, due_on: date | None = None) -> Task:
    """审核星级申请, then 公示期满后认定星级, by the lowest who may decide, and by nobody who took the step before."""
    grant = honour.state is State.PUBLICISED
    code, barred = ("honour-grant", honour.publicised_by) if grant else ("honour-review", honour.applied_by)
    href, (role, *above) = f"/api/volunteers/honours/{honour.id}", honour.rule.of(honour.stars).decided_by
    place, stand_in = (honour.id, honour.area_id, honour.scope_key), above[0] if above else None
    return Task(code, role, href, *place, due_on=due_on, barred_account_id=barred, stand_in_role=stand_in)


def require_may_apply(past: Sequence[Honour], star: Star, served: Served, *, on: date) -> None:
    """Not barred, nothing under way, not held already, and earned."""
    if any(each.disqualifies(on) for each in past):
        raise Disqualified(until=max(each.disqualified_until for each in past if each.disqualified_until).isoformat())
    if any(each.state in UNDECIDED for each in past):
        raise ApplicationOpen
    if any(each.state is State.GRANTED and each.stars >= star.stars for each in past):
        raise StarHeld
    _require_earned(star, served)


def _require_earned(star: Star, served: Served) -> None:
    if served.minutes < star.minutes:
        detail = f"须 {star.hours} 小时，已确认 {served.minutes // 60} 小时 {served.minutes % 60} 分钟"
        raise NotYetEarned(detail, minutes=served.minutes, needed=star.minutes)


def apply(
    honour: Honour, past: Sequence[Honour], served: Served, *, rule: StarRule, by: Access, at: datetime
) -> list[HonourApplied | TaskOpened]:
    """申请, by the volunteer or by who runs what they serve in."""
    require_may_apply(past, rule.of(honour.stars), served, on=clock.day(at))
    honour.state, honour.minutes, honour.applied_at = State.APPLIED, served.minutes, at
    honour.applied_by, honour.applied_person_id = by.account_id, by.principal.person_id
    return [HonourApplied(**_said(honour)), TaskOpened.of(waits(honour))]


def decides(honour: Honour, by: Access) -> bool:
    """Whether the caller holds a role that decides on this star, here."""
    roles = honour.rule.of(honour.stars).decided_by
    held = (grant.range for grant in by.principal.grants if grant.role in roles)
    return any(low <= honour.scope_key < high for low, high in held)


def is_ones_own(honour: Honour, account_id: UUID | None, person_id: UUID | None) -> bool:
    """Whether it is the caller's star, or one they applied for."""
    accounts, persons = {honour.account_id, honour.applied_by}, {honour.person_id, honour.applied_person_id}
    return account_id in accounts or (person_id is not None and person_id in persons)


def _require_decider(honour: Honour, by: Access) -> None:
    if is_ones_own(honour, by.account_id, by.principal.person_id):
        raise OwnHonour
    if not decides(honour, by):
        raise AuthorityMissing


def publicise(
    honour: Honour, notice: Notice, served: Served, *, who: str, rule: StarRule, by: Access, at: datetime
) -> list[Fact]:
    """审核通过并公示: a masked name, the public number and the proof lie open for the whole window."""
    if honour.state is not State.APPLIED:
        raise HonourNotApplied(state=honour.state)
    _require_decider(honour, by)
    _require_earned(rule.of(honour.stars), served)
    reviewed, level = TaskClosed.of(waits(honour)), NUMERALS[honour.stars]
    notice.subject_id, notice.subject_href = honour.id, f"/api/volunteers/published/honours/{honour.id}"
    notice.title = f"{who} 拟认定为{level}星级志愿者"
    hours = f"{served.minutes // 60} 小时 {served.minutes % 60} 分钟"
    notice.text = f"{who}：已确认志愿服务时长 {hours}，参加活动 {served.activities} 次。依据：{rule.basis}。"
    opened = noticing.open_(notice, NOTICES, by=by.account_id, at=at)
    honour.state, honour.notice_id, honour.minutes = State.PUBLICISED, notice.id, served.minutes
    honour.publicised_by, honour.publicised_person_id, honour.publicised_at = by.account_id, by.principal.person_id, at
    waiting = TaskOpened.of(waits(honour, due_on=clock.day(notice.closes_at)))
    return [opened, HonourPublicised(**_said(honour), notice_id=notice.id), reviewed, waiting]


def grant(
    honour: Honour, notice: Notice, past: Sequence[Honour], served: Served, *, rule: StarRule, by: Access, at: datetime
) -> list[HonourGranted | TaskClosed]:
    """认定, by a second person once the notice has passed, on what is confirmed that day."""
    if honour.state is not State.PUBLICISED:
        raise HonourNotPublicised(state=honour.state)
    _require_decider(honour, by)
    if honour.is_publicised_by(by.account_id, by.principal.person_id):
        raise OwnPublication
    noticing.require_passed(notice, at=at)
    if any(each.disqualifies(clock.day(at)) for each in past):
        raise Disqualified
    _require_earned(rule.of(honour.stars), served)
    waited = TaskClosed.of(waits(honour))
    honour.state, honour.minutes = State.GRANTED, served.minutes
    honour.granted_by, honour.granted_at = by.account_id, at
    noticing.confirm(notice, at=at)
    return [HonourGranted(**_said(honour)), waited]


def refuse(
    honour: Honour, notice: Notice | None, *, rule: StarRule, reason: str, months: int | None, by: Access, at: datetime
) -> list[Fact]:
    """不予认定; a notice that still lies open is withdrawn with it, and falsification bars for a time."""
    if honour.state not in UNDECIDED:
        raise HonourDecided(state=honour.state)
    _require_decider(honour, by)
    return turn_down(honour, notice, rule, reason=reason, months=months, at=at)


def turn_down(
    honour: Honour, notice: Notice | None, rule: StarRule, *, reason: str, months: int | None, at: datetime
) -> list[Fact]:
    """What waits for a decision ends without a star, by whoever may decide or by itself."""
    open_ = notice is not None and notice.state(at) is Lying.OPEN
    withdrawn = [noticing.withdraw(notice, NOTICES, reason=reason, at=at)] if notice is not None and open_ else []
    waited = TaskClosed.of(waits(honour))
    _end(honour, State.REFUSED, rule, reason=reason, months=months, at=at)
    return [HonourRefused(**_said(honour), disqualified_until=honour.disqualified_until), waited, *withdrawn]


def revoke(
    honour: Honour, *, rule: StarRule, reason: str, months: int | None, by: Access, at: datetime
) -> HonourRevoked:
    """撤销: what was granted on what proved false, or was not earned after all."""
    if honour.state is not State.GRANTED:
        raise HonourNotGranted(state=honour.state)
    _require_decider(honour, by)
    _end(honour, State.REVOKED, rule, reason=reason, months=months, at=at)
    return HonourRevoked(**_said(honour), disqualified_until=honour.disqualified_until)


def _end(honour: Honour, state: State, rule: StarRule, *, reason: str, months: int | None, at: datetime) -> None:
    if months is not None:
        least, most = rule.disqualified_months_least, rule.disqualified_months_most
        if not least <= months <= most:
            raise DisqualificationUnsound(f"须为 {least} 至 {most} 个月", pointer="/disqualified_months")
        honour.disqualified_until = months_after(clock.day(at), months)
    honour.state, honour.ended_because, honour.ended_at = state, reason, at
