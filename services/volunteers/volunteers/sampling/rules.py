"""Drawing with a seed, and what follows from a check: a wrong entry is taken back and its proposer watched."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from chassis import clock
from chassis.access import Access
from chassis.database import new_id
from chassis.facts import Fact
from chassis.problems import Problem
from chassis.tables import AreaCopy
from chassis.tasks import Task, officer_of
from procedures.calendar import working_days_after
from volunteers.database import town_of
from volunteers.facts import TaskClosed, TaskOpened
from volunteers.hours import rules as deciding
from volunteers.hours.model import WAITING, Hours
from volunteers.hours.model import State as Standing
from volunteers.hours.watch import Watch
from volunteers.sampling.dated import SamplingRule
from volunteers.sampling.facts import HoursChecked, HoursSampleDrawn
from volunteers.sampling.model import Check, Draw, Kind, State
from volunteers.signup.model import Signup


class NotToCheck(Problem):
    """此条核对已办结。"""


class SameHouse(Problem):
    """须由其他组织、其他镇街的人核对，与此条补录有关的人不能核对。"""

    status = 403


@dataclass(slots=True)
class Found:
    """核对的结果: what is to be told, and what is new."""

    told: list[Fact]
    made: list[Hours | Watch]


def drawn_from(pool: Sequence[UUID], seed: int, share_percent: int) -> list[UUID]:
    """The sample: the same for the same pool and seed, ever; rounded up, so that a small month has one too."""
    size = -(-len(pool) * share_percent // 100)
    return sorted(random.Random(seed).sample(sorted(pool), size))


def elsewhere(towns: Sequence[AreaCopy], own: str, seed: int, hours_id: UUID) -> AreaCopy | None:
    """The town that checks an entry: another one, by the same seed; none where there is only one."""
    others = sorted((town for town in towns if town.scope_key != own), key=lambda town: town.scope_key)
    return random.Random(f"{seed}|{hours_id}").choice(others) if others else None


def sampled(draw: Draw, drawn: int) -> HoursSampleDrawn:
    """抽取."""
    place = {"area_id": draw.area_id, "scope_key": draw.scope_key}
    return HoursSampleDrawn(
        **place, draw_id=draw.id, month=draw.month, seed=draw.seed, pool=len(draw.pool), drawn=drawn
    )


def ask(
    hours: Hours, number: str, where: AreaCopy, *, draw: Draw | None, rule: SamplingRule, at: datetime
) -> tuple[Check, TaskOpened]:
    """交核对: a to-do of the officer elsewhere."""
    copied = ("title", "starts_at", "ends_at", "minutes")
    check = Check(
        id=new_id(),
        area_id=where.id,
        scope_key=where.scope_key,
        hours_id=hours.id,
        draw_id=draw.id if draw is not None else None,
        kind=Kind.FULL if draw is None else Kind.SAMPLE,
        state=State.WAITING,
        due_on=working_days_after(clock.day(at), rule.check_working_days),
        entry_area_id=hours.area_id,
        volunteer_number=number,
        because=hours.because or "",
        **{name: getattr(hours, name) for name in copied},
    )
    return check, TaskOpened.of(waits(check))


def waits(check: Check) -> Task:
    """待核对."""
    href, place = f"/api/volunteers/hours-checks/{check.id}", (check.id, check.area_id, check.scope_key)
    return Task("hours-check", officer_of(check.scope_key), href, *place, due_on=check.due_on)


def drop(check: Check) -> TaskClosed:
    """不再核对: the entry no longer counts anyway."""
    check.state = State.DROPPED
    return TaskClosed.of(waits(check))


def decide(check: Check, hours: Hours, signup: Signup, *, right: bool, finding: str, by: Access, at: datetime) -> Found:
    """办结核对: right, and it stands; wrong, and it is countered or ends, and its proposer is watched for a while."""
    if check.state is not State.WAITING:
        raise NotToCheck(state=check.state)
    require_elsewhere(by, hours)
    check.state = State.RIGHT if right else State.WRONG
    check.finding, check.decided_by, check.decided_at = finding, by.account_id, at
    until = None if right else _until(clock.day(at))
    place = {"area_id": hours.area_id, "scope_key": hours.scope_key}
    ids = {"hours_id": hours.id, "check_id": check.id, "activity_id": hours.activity_id}
    checked = HoursChecked(**place, **ids, right=right, full_check_until=until)
    found = Found([checked, TaskClosed.of(waits(check))], [])
    if until is None:
        hours.checked_at = at
        return found
    found.made.append(
        Watch(
            proposed_by=hours.proposed_by,
            proposed_person_id=hours.proposed_person_id,
            hours_id=hours.id,
            until_on=until,
        )
    )
    _take_back(found, hours, signup, finding, by, at)
    return found


def _until(day: date) -> date:
    return day + timedelta(days=SamplingRule.on(day).full_check_days)


def _take_back(found: Found, hours: Hours, signup: Signup, finding: str, by: Access, at: datetime) -> None:
    if hours.state is Standing.CONFIRMED:
        entry, countered = deciding.counter(hours, signup, reason=finding, by=by, at=at)
        found.made.append(entry)
        found.told.append(countered)
    elif hours.state in WAITING:
        found.told += deciding.give_way(hours, reason=finding, at=at)


def require_elsewhere(by: Access, hours: Hours) -> None:
    """Somebody of another organisation and another town, who has had nothing to do with the entry."""
    own = town_of(hours.scope_key)
    near = any(grant.scope_key.startswith(own) for grant in by.principal.grants)
    same = hours.organisation_id is not None and any(
        grant.organisation_id == hours.organisation_id for grant in by.principal.grants
    )
    person = by.principal.person_id
    concerned = (
        hours.is_answered_for_by(by.account_id, person)
        or by.account_id in {hours.account_id, hours.second_account_id}
        or person == hours.person_id
    )
    if near or same or concerned:
        raise SameHouse
