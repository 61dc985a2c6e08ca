"""协商意见: what came of a deliberation, who carries it out until when, and what the public is told of it."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal
from uuid import UUID

from chassis import clock
from chassis.principal import Principal, Role
from chassis.problems import FieldError, Problem
from chassis.tasks import Task, officer_of
from projects.deliberation.model import ITEMS, Deliberation, Item, Outcome, State, Status
from projects.deliberation.rules import CONCLUDING, ESCALATION, said, task_of
from projects.facts import DeliberationConcluded, DeliberationItemDone, TaskClosed, TaskOpened
from projects.paths import path

EXECUTION = "deliberation-item"
Officer = Literal[Role.COMMUNITY_OFFICER, Role.TOWN_OFFICER]


class DeliberationNotHeld(Problem):
    """协商尚未举行，或已经办结。"""


class ItemsWithoutAgreement(Problem):
    """没有达成一致的协商不能列执行事项。"""

    status = 422


class EscalatedFromTown(Problem):
    """只有村（社区）的协商可以报请镇街。"""

    status = 422


class DueInPast(Problem):
    """办理期限不能早于今天。"""

    status = 422


class ItemSettled(Problem):
    """此事项已经反馈。"""


class ResponsibleUnclear(Problem):
    """每一执行事项应有且只有一个责任方：片区经办角色，或一个组织。"""

    status = 422


class ResponsibleOutOfReach(Problem):
    """责任方不在协商所在的片区，或组织未备案、已注销。"""

    status = 422


class NotResponsible(Problem):
    """此事项由其责任方反馈。"""

    status = 403


def _places(refusal: type[Problem], places: list[str]) -> None:
    if places:
        raise refusal(errors=[FieldError(pointer=place, title=refusal.title()) for place in places])


def _item_task(item: Item) -> Task:
    role = item.role or Role.ORGANISATION_MANAGER
    href = path(ITEMS, item.id)
    return Task(EXECUTION, role, href, item.id, item.area_id, item.scope_key, item.organisation_id, due_on=item.due_on)


def answers(item: Item, principal: Principal) -> bool:
    """Whether a caller is who answers for an item: an officer of that role over its area, or of that organisation."""
    if item.organisation_id is not None:
        return any(
            grant.role is Role.ORGANISATION_MANAGER and grant.organisation_id == item.organisation_id
            for grant in principal.grants
        )
    ranges = [grant.range for grant in principal.grants if grant.role == item.role]
    return any(low <= item.scope_key < high for low, high in ranges)


def responsible_roles(deliberation: Deliberation) -> list[Officer]:
    """The officers who may answer for what is agreed; a community's stand below the town, and would hear nothing."""
    community = officer_of(deliberation.scope_key) is Role.COMMUNITY_OFFICER
    return [Role.COMMUNITY_OFFICER, Role.TOWN_OFFICER] if community else [Role.TOWN_OFFICER]


def _out_of_reach(item: Item, deliberation: Deliberation, standing: Collection[UUID]) -> bool:
    if item.organisation_id is not None:
        return item.organisation_id not in standing
    return item.role is not None and item.role not in responsible_roles(deliberation)


def conclude(
    deliberation: Deliberation,
    items: list[Item],
    *,
    outcome: Outcome,
    conclusion: str,
    standing: Collection[UUID],
    at: datetime,
) -> list[DeliberationConcluded | TaskClosed | TaskOpened]:
    """形成协商意见: what was agreed becomes items that somebody answers for until a day.

    `standing` are the organisations among them that are filed or registered on the day.
    """
    if deliberation.state is not State.HELD:
        raise DeliberationNotHeld(state=deliberation.state)
    if items and outcome is not Outcome.AGREED:
        raise ItemsWithoutAgreement(pointer="/items")
    if outcome is Outcome.ESCALATED and officer_of(deliberation.scope_key) is not Role.COMMUNITY_OFFICER:
        raise EscalatedFromTown(pointer="/outcome")
    numbered, on = list(enumerate(items)), clock.day(at)
    unclear = [f"/items/{n}" for n, item in numbered if (item.role is None) == (item.organisation_id is None)]
    _places(ResponsibleUnclear, unclear)
    strange = [n for n, item in numbered if _out_of_reach(item, deliberation, standing)]
    _places(
        ResponsibleOutOfReach,
        [f"/items/{n}/{'organisation_id' if items[n].organisation_id else 'role'}" for n in strange],
    )
    _places(DueInPast, [f"/items/{n}/due_on" for n, item in numbered if item.due_on < on])
    deliberation.state, deliberation.concluded_at = State.CONCLUDED, at
    deliberation.outcome, deliberation.conclusion = outcome, conclusion
    for item in items:
        item.status, item.area_id, item.scope_key = Status.OPEN, deliberation.area_id, deliberation.scope_key
    deliberation.items.extend(items)
    told = DeliberationConcluded(**said(deliberation), outcome=outcome, items=len(items))
    waiting = [task_of(ESCALATION, deliberation)] if outcome is Outcome.ESCALATED else [_item_task(i) for i in items]
    done = TaskClosed.of(task_of(CONCLUDING, deliberation))
    return [told, done, *(TaskOpened.of(task) for task in waiting)]


def require_responsible(item: Item, principal: Principal) -> None:
    """Refuses whoever does not answer for it."""
    if not answers(item, principal):
        raise NotResponsible


def feed_back(
    deliberation: Deliberation, item: Item, *, status: Status, feedback: str, at: datetime
) -> list[DeliberationItemDone | TaskClosed]:
    """公开反馈: done or dropped, and why, for everybody to read."""
    if item.status is not Status.OPEN:
        raise ItemSettled(status=item.status)
    late = item.is_overdue(clock.day(at))
    item.status, item.feedback, item.fed_back_at = status, feedback, at
    remaining = sum(each.status is Status.OPEN for each in deliberation.items)
    told = DeliberationItemDone(**said(deliberation), item_id=item.id, status=status, late=late, remaining=remaining)
    return [told, TaskClosed.of(_item_task(item))]
