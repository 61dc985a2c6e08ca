"""The way of a notice: opened for a window that nobody shortens, objected to, answered, over or withdrawn."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from chassis import clock
from chassis.problems import Problem
from chassis.tasks import Task, TaskFact, stand_in_of
from procedures.notice.dated import NoticeRule, Window
from procedures.notice.facts import NoticeFact, ObjectionFact, Told
from procedures.notice.model import Notice, Objection, Standing, State

ANSWER = "objection-answer"


class NoticeRunning(Problem):
    """公示期未满，不能作出决定。"""


class NoticeOver(Problem):
    """公示已经结束，不再受理异议。"""


class NoticeWithdrawn(Problem):
    """公示已撤回。"""


class ObjectionWaiting(Problem):
    """还有异议没有答复，不能作出决定。"""


class ObjectionUpheld(Problem):
    """异议成立，公示的结果不能生效。"""


class ObjectionAnswered(Problem):
    """此异议已经答复。"""


class OwnNotice(Problem):
    """发布公示的人不能答复对它的异议。"""

    status = 403


class OwnObjection(Problem):
    """提出异议的人不能自己答复。"""

    status = 403


def _said(notice: Notice) -> dict[str, Any]:
    names = ("kind", "subject_id", "closes_at", "area_id", "scope_key")
    return {"notice_id": notice.id} | {name: getattr(notice, name) for name in names}


def _heard(notice: Notice, objection: Objection) -> dict[str, Any]:
    return _said(notice) | {"objection_id": objection.id, "standing": objection.standing}


def task_of(notice: Notice, objection: Objection, told: Told) -> Task:
    """答复异议 waits for the officers who answer where the decision lies, but for whoever published it."""
    role = told.answerer(objection.scope_key)
    return Task(
        ANSWER,
        role,
        f"/api/{told.service}/notices/{notice.id}",
        objection.id,
        objection.area_id,
        objection.scope_key,
        due_on=objection.due_on,
        barred_account_id=notice.opened_by,
        stand_in_role=stand_in_of(role) if notice.opened_by else None,
    )


def end_of(window: Window, at: datetime) -> datetime:
    """The midnight at which the last whole day of a window ends, in the city."""
    last = window.last_day(clock.day(at))
    return datetime.combine(last + timedelta(days=1), time(), clock.CITY)


def open_(notice: Notice, told: Told, *, by: UUID | None, at: datetime) -> NoticeFact:
    """发布公示: the rule of its day fixes how long it lies open."""
    rule = NoticeRule.on(clock.day(at))
    notice.opened_at, notice.opened_by = at, by
    notice.closes_at = end_of(getattr(rule, notice.kind), at)
    notice.source, notice.assumption = rule.source, rule.assumption
    notice.objections_waiting = notice.objections_upheld = notice.objections_dismissed = 0
    return told.opened(**_said(notice))


def withdraw(notice: Notice, told: Told, *, reason: str, at: datetime) -> NoticeFact:
    """撤回公示; what follows it is announced anew, for a whole window."""
    _require_standing(notice)
    notice.withdrawn_at, notice.withdrawn_because, notice.confirmed_at = at, reason, None
    return told.withdrawn(**_said(notice))


def object_(notice: Notice, objection: Objection, told: Told, *, at: datetime) -> list[ObjectionFact | TaskFact]:
    """提出异议, while the notice lies open."""
    _require_standing(notice)
    if notice.state(at) is State.OVER:
        raise NoticeOver(closes_at=notice.closes_at.isoformat())
    objection.standing, objection.raised_at = Standing.WAITING, at
    objection.due_on = NoticeRule.on(clock.day(at)).answer.last_day(clock.day(at))
    notice.objections_waiting += 1
    return [told.objected(**_heard(notice, objection)), told.task_opened.of(task_of(notice, objection, told))]


def answer(
    notice: Notice, objection: Objection, told: Told, *, upheld: bool, text: str, by: UUID | None, at: datetime
) -> list[ObjectionFact | TaskFact]:
    """答复异议, with reasons, by neither who published nor who objected."""
    _require_answerable(notice, objection, by)
    objection.standing = Standing.UPHELD if upheld else Standing.DISMISSED
    objection.answer, objection.answered_at, objection.answered_by = text, at, by
    notice.objections_waiting -= 1
    notice.objections_upheld += upheld
    notice.objections_dismissed += not upheld
    return [told.answered(**_heard(notice, objection)), told.task_closed.of(task_of(notice, objection, told))]


def may_answer(notice: Notice, objection: Objection, by: UUID | None) -> bool:
    """Whether the verb is offered."""
    try:
        _require_answerable(notice, objection, by)
    except Problem:
        return False
    return True


def _require_answerable(notice: Notice, objection: Objection, by: UUID | None) -> None:
    """It waits, of a result that still lies open, for somebody who neither published nor objected."""
    if objection.standing is not Standing.WAITING:
        raise ObjectionAnswered(standing=objection.standing)
    _require_standing(notice)
    if by == notice.opened_by:
        raise OwnNotice
    if by == objection.account_id:
        raise OwnObjection


def require_passed(notice: Notice, *, at: datetime) -> None:
    """公示无异议: the window is over, everything objected has been answered and nothing upheld."""
    _require_standing(notice)
    if notice.state(at) is State.OPEN:
        on = clock.day(notice.closes_at)
        raise NoticeRunning(f"{on.isoformat()} 公示期满，当日起可办。", closes_at=notice.closes_at.isoformat())
    if notice.objections_waiting:
        raise ObjectionWaiting(waiting=notice.objections_waiting)
    if notice.objections_upheld:
        raise ObjectionUpheld


def confirm(notice: Notice, *, at: datetime) -> None:
    """结果确认: what lay open without an upheld objection holds from now on."""
    require_passed(notice, at=at)
    notice.confirmed_at = at


def _require_standing(notice: Notice) -> None:
    if notice.withdrawn_at is not None:
        raise NoticeWithdrawn
