"""A deliberation's way to its meeting: the topic fixed, those concerned told in time, held with a quorum."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from chassis import clock
from chassis.principal import Role
from chassis.problems import FieldError, Problem
from chassis.tasks import Task, officer_of
from projects.deliberation.dated import DeliberationRule
from projects.deliberation.model import Deliberation, Outcome, State
from projects.facts import (
    DeliberationDrafted,
    DeliberationHeld,
    DeliberationNotified,
    DeliberationRevised,
    TaskClosed,
    TaskOpened,
)
from projects.need.categories import CategoryList
from projects.need.model import Need
from projects.need.rules import UnknownCategory
from projects.paths import path


class DeliberationWithoutNeed(Problem):
    """除重大事项外，协商议题应列出其来源的需求。"""

    status = 422


class NeedElsewhere(Problem):
    """所列需求未受理，或不在协商的村（社区）、镇街。"""

    status = 422


class UnknownParty(Problem):
    """没有这一类协商主体。"""

    status = 422


class RequiredPartyMissing(Problem):
    """应邀请的协商主体没有全部列入，非户籍居民代表须在其中。"""

    status = 422


class NoticeTooLate(Problem):
    """会议通知应提前发出，请推迟会议时间。"""

    status = 422


class DeliberationNotOpen(Problem):
    """协商已经举行或办结，不能修改或再次通知。"""


class DeliberationNotNotified(Problem):
    """协商尚未通知各方，或已经举行。"""


class MeetingNotBegun(Problem):
    """会议时间未到，不能登记举行情况。"""


class QuorumMissing(Problem):
    """到会人数不足，请改期并重新通知。"""


class NothingToContinue(Problem):
    """所列协商未报请镇街，或已由镇街继续协商。"""

    status = 422


OPEN = frozenset({State.DRAFT, State.NOTIFIED})
HOLDING, CONCLUDING, ESCALATION = "deliberation-holding", "deliberation-concluding", "deliberation-escalated"


def said(deliberation: Deliberation) -> dict[str, Any]:
    """What every fact about a deliberation says."""
    names = ("area_id", "scope_key", "category", "need_ids")
    return {"deliberation_id": deliberation.id} | {name: getattr(deliberation, name) for name in names}


def task_of(code: str, deliberation: Deliberation) -> Task:
    """举行 and then 形成协商意见 wait for the officer of its area, what is too hard for a community for the town's."""
    role = Role.TOWN_OFFICER if code == ESCALATION else officer_of(deliberation.scope_key)
    holding = code == HOLDING
    due = clock.day(deliberation.meets_at) if holding else None
    round_ = deliberation.meets_at.isoformat() if holding else ""
    place = (deliberation.id, deliberation.area_id, deliberation.scope_key)
    return Task(
        code,
        role,
        path("deliberations", deliberation.id),
        *place,
        round=round_,
        due_on=due,
        doable_at=deliberation.meets_at if holding else None,
    )


def notify_by(deliberation: Deliberation) -> date:
    """The last day on which those concerned are told in time, by the rule of the day of the meeting."""
    meets_on = clock.day(deliberation.meets_at)
    return meets_on - timedelta(days=DeliberationRule.on(meets_on).notice_days)


def quorum_of(deliberation: Deliberation) -> int:
    """How many of those invited have to come."""
    rule = DeliberationRule.on(clock.day(deliberation.meets_at))
    return rule.quorum(sum(deliberation.invited.values()))


def _require_sound(deliberation: Deliberation, needs: list[Need], on: date) -> None:
    """A known topic that grew from needs of the place, and known parties, among them those who must be asked."""
    rule = DeliberationRule.on(on)
    if deliberation.category not in CategoryList.on(on).codes | rule.matters:
        raise UnknownCategory(pointer="/category")
    if not deliberation.need_ids and deliberation.category not in rule.matters:
        raise DeliberationWithoutNeed(pointer="/need_ids")
    here = {need.id for need in needs if need.scope_key.startswith(deliberation.scope_key)}
    strange = [place for place, need_id in enumerate(deliberation.need_ids) if need_id not in here]
    if strange:
        raise NeedElsewhere(errors=[FieldError(pointer=f"/need_ids/{n}", title=NeedElsewhere.title()) for n in strange])
    _require_known(deliberation.invited, rule, "/invited")
    missing = [party for party in rule.required if not deliberation.invited.get(party)]
    if missing:
        raise RequiredPartyMissing(pointer="/invited", missing=missing)


def _require_known(counted: Mapping[str, int], rule: DeliberationRule, pointer: str) -> None:
    unknown = [party for party in counted if party not in rule.parties]
    if unknown:
        raise UnknownParty(errors=[FieldError(pointer=pointer, title=UnknownParty.title())])


def draft(
    deliberation: Deliberation, needs: list[Need], continued: Deliberation | None, *, on: date
) -> list[DeliberationDrafted | TaskClosed]:
    """确定议题和参与主体; a town takes further what one of its communities could not settle."""
    _require_sound(deliberation, needs, on)
    deliberation.state = State.DRAFT
    if deliberation.continues_id is None:
        return [DeliberationDrafted(**said(deliberation))]
    referred = continued is not None and continued.outcome is Outcome.ESCALATED and not continued.is_continued
    if continued is None or not referred or not _above(deliberation, continued):
        raise NothingToContinue(pointer="/continues_id")
    continued.is_continued = True
    return [DeliberationDrafted(**said(deliberation)), TaskClosed.of(task_of(ESCALATION, continued))]


def _above(deliberation: Deliberation, continued: Deliberation) -> bool:
    return deliberation.scope_key != continued.scope_key and continued.scope_key.startswith(deliberation.scope_key)


def require_open(deliberation: Deliberation) -> None:
    """修改: before it is held."""
    if deliberation.state not in OPEN:
        raise DeliberationNotOpen(state=deliberation.state)


def withdraw_notice(deliberation: Deliberation) -> list[TaskClosed]:
    """Called before a plan is changed: what was told in advance holds no more."""
    require_open(deliberation)
    closed = [TaskClosed.of(task_of(HOLDING, deliberation))] if deliberation.state is State.NOTIFIED else []
    deliberation.state, deliberation.notified_at = State.DRAFT, None
    return closed


def revise(deliberation: Deliberation, needs: list[Need], *, on: date) -> DeliberationRevised:
    """修改协商方案: those concerned are told anew."""
    _require_sound(deliberation, needs, on)
    return DeliberationRevised(**said(deliberation))


def notify(deliberation: Deliberation, needs: list[Need], *, at: datetime) -> list[DeliberationNotified | TaskOpened]:
    """通知各方, so many days before the meeting; the matter is public from then on."""
    if deliberation.state is not State.DRAFT:
        raise DeliberationNotOpen(state=deliberation.state)
    on = clock.day(at)
    _require_sound(deliberation, needs, on)
    if on > notify_by(deliberation):
        notice_days = DeliberationRule.on(clock.day(deliberation.meets_at)).notice_days
        raise NoticeTooLate(pointer="/meets_at", notice_days=notice_days)
    deliberation.state, deliberation.notified_at = State.NOTIFIED, at
    told = DeliberationNotified(
        **said(deliberation), form=deliberation.form, meets_at=deliberation.meets_at, invited=deliberation.invited
    )
    return [told, TaskOpened.of(task_of(HOLDING, deliberation))]


def hold(
    deliberation: Deliberation, *, present: dict[str, int], minutes: str, dissent: str | None, at: datetime
) -> list[DeliberationHeld | TaskClosed | TaskOpened]:
    """举行: with a quorum of those invited, with minutes, and with what was said against it."""
    if deliberation.state is not State.NOTIFIED:
        raise DeliberationNotNotified(state=deliberation.state)
    if at < deliberation.meets_at:
        raise MeetingNotBegun(meets_at=deliberation.meets_at.isoformat())
    rule = DeliberationRule.on(clock.day(deliberation.meets_at))
    _require_known(present, rule, "/present")
    came = sum(min(present.get(party, 0), asked) for party, asked in deliberation.invited.items())
    quorum = quorum_of(deliberation)
    if came < quorum:
        raise QuorumMissing(pointer="/present", quorum=quorum, came=came)
    closed = TaskClosed.of(task_of(HOLDING, deliberation))
    deliberation.state, deliberation.held_at = State.HELD, at
    deliberation.present, deliberation.minutes, deliberation.dissent = present, minutes, dissent
    told = DeliberationHeld(
        **said(deliberation), invited=deliberation.invited, present=present, dissented=dissent is not None
    )
    return [told, closed, TaskOpened.of(task_of(CONCLUDING, deliberation))]
