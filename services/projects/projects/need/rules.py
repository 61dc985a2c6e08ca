"""A need's way: raised, accepted into the pool or declined, merged, taken up by a project, met."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis.principal import Role
from chassis.problems import FieldError, Problem
from chassis.tasks import Task
from projects.facts import (
    NeedDeclined,
    NeedMerged,
    NeedMet,
    NeedPlanned,
    NeedPooled,
    NeedRaised,
    NeedSourced,
    TaskClosed,
    TaskOpened,
)
from projects.need.categories import CategoryList
from projects.need.model import Need, Source, State
from projects.paths import path


class UnknownCategory(Problem):
    """没有这一需求类别，或当日尚未启用。"""

    status = 422


class HeardInFuture(Problem):
    """来源日期不能晚于今天。"""

    status = 422


class NeedNotRaised(Problem):
    """此需求已经受理或办结。"""


class NeedSettled(Problem):
    """此需求已立项、已办结、不予受理或已并入其他需求。"""


class SourcesClosed(Problem):
    """此需求已办结、不予受理或已并入其他需求，不能再补充来源。"""


class MergedIntoItself(Problem):
    """需求不能并入它自己。"""

    status = 422


class MergedAcrossCommunities(Problem):
    """只能合并同一村（社区）的需求。"""

    status = 422


class NeedNotPooled(Problem):
    """所列需求不在需求池中，或已由其他项目承接。"""


UNSETTLED = frozenset({State.RAISED, State.POOLED})
OPEN = UNSETTLED | {State.PLANNED}


def _said(need: Need) -> dict[str, Any]:
    return {"need_id": need.id, "area_id": need.area_id, "scope_key": need.scope_key}


def _hear(source: Source, on: date) -> None:
    if source.heard_on > on:
        raise HeardInFuture(pointer="/heard_on")


def _waits(need: Need) -> Task:
    """受理: the community's to-do while a need is new."""
    return Task(
        "need-acceptance", Role.COMMUNITY_OFFICER, path("needs", need.id), need.id, need.area_id, need.scope_key
    )


def _decided(need: Need) -> list[TaskClosed]:
    return [TaskClosed.of(_waits(need))] if need.state is State.RAISED else []


def raise_(need: Need, *, at: datetime, on: date) -> list[NeedRaised | TaskOpened]:
    """提出需求: with its first source, under a category in use on that day."""
    if need.category not in CategoryList.on(on).codes:
        raise UnknownCategory(pointer="/category")
    (first,) = need.sources
    _hear(first, on)
    need.state, need.raised_at = State.RAISED, at
    return [NeedRaised(**_said(need), channel=first.channel, category=need.category), TaskOpened.of(_waits(need))]


def add_source(need: Need, source: Source, *, on: date) -> NeedSourced:
    """补充来源: the same need heard again, at another time or by another channel."""
    if need.state not in OPEN:
        raise SourcesClosed(state=need.state)
    _hear(source, on)
    need.sources.append(source)
    return NeedSourced(**_said(need), channel=source.channel)


def accept(need: Need) -> list[NeedPooled | TaskClosed]:
    """受理入池."""
    if need.state is not State.RAISED:
        raise NeedNotRaised(state=need.state)
    closed = _decided(need)
    return [_pool(need), *closed]


def _pool(need: Need) -> NeedPooled:
    need.state, need.project_id = State.POOLED, None
    return NeedPooled(**_said(need), category=need.category)


def decline(need: Need, *, reason: str) -> list[NeedDeclined | TaskClosed]:
    """不予受理: also what turned out not to be a need after it was accepted."""
    if need.state not in UNSETTLED:
        raise NeedSettled(state=need.state)
    closed = _decided(need)
    need.state, need.declined_because = State.DECLINED, reason
    return [NeedDeclined(**_said(need)), *closed]


def merge(need: Need, into: Need) -> list[NeedMerged | TaskClosed]:
    """合并: sources move. Nothing points on from an open need, so no chain of merges comes back to its start."""
    if need.id == into.id:
        raise MergedIntoItself(pointer="/into_id")
    if need.state not in UNSETTLED:
        raise NeedSettled(state=need.state)
    if into.state not in OPEN:
        raise NeedSettled(pointer="/into_id", state=into.state)
    if need.area_id != into.area_id:
        raise MergedAcrossCommunities(pointer="/into_id")
    moved = list(need.sources)
    need.sources.clear()
    into.sources.extend(moved)
    # Both numbers may count the same people, so they are not added.
    into.persons_affected = max(into.persons_affected, need.persons_affected)
    closed = _decided(need)
    need.state, need.merged_into_id = State.MERGED, into.id
    return [NeedMerged(**_said(need), into_id=into.id), *closed]


def require_pooled(needs: list[Need], asked: list[UUID]) -> None:
    """Every need that a project names waits in the pool."""
    pooled = {need.id for need in needs if need.state is State.POOLED}
    missing = [place for place, need_id in enumerate(asked) if need_id not in pooled]
    if missing:
        errors = [FieldError(pointer=f"/need_ids/{place}", title=NeedNotPooled.title()) for place in missing]
        raise NeedNotPooled(errors=errors, need_ids=[str(asked[place]) for place in missing])


def take_up(need: Need, project_id: UUID) -> NeedPlanned:
    """立项承接."""
    need.state, need.project_id = State.PLANNED, project_id
    return NeedPlanned(**_said(need), project_id=project_id)


def meet(need: Need, project_id: UUID) -> NeedMet:
    """需求已满足."""
    need.state = State.MET
    return NeedMet(**_said(need), project_id=project_id)


def release(need: Need) -> NeedPooled:
    """退回需求池: the project ended without meeting it."""
    return _pool(need)
