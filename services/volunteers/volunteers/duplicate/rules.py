"""Judging whether two registrations are one person's, and going on under one of them."""

from datetime import date, datetime
from uuid import UUID

from chassis.access import Access
from chassis.database import new_id
from chassis.facts import Fact
from chassis.problems import Invalid, Problem
from volunteers.duplicate.facts import DuplicateJudged
from volunteers.duplicate.model import Alike, Judgement, Verdict
from volunteers.facts import VolunteerRegistered
from volunteers.volunteer import rules as registering
from volunteers.volunteer.model import Volunteer


class AlreadyJudged(Problem):
    """这两份注册已有认定。"""


class JudgesOneself(Problem):
    """与本人有关的注册，须由其他经办认定。"""

    status = 403


class ClosedElsewhere(Problem):
    """要注销的注册在其他镇街，须由该镇街或市级经办认定。"""

    status = 403


class NotOfThePair(Invalid):
    """请从这两份注册中选择保留哪一份。"""


def merge(alike: Alike, *, stays_id: UUID, reason: str, by: Access, at: datetime) -> tuple[Judgement, list[Fact]]:
    """认定为同一人: the other registration is closed and points to the one that stays; its hours stay under it."""
    _require_open(alike, by)
    stays, closed = _chosen(alike, stays_id)
    if not by.reaches(closed):
        raise ClosedElsewhere
    withdrawn = registering.withdraw(closed, at=at)
    closed.continued_as_id = stays.id
    judgement = _judged(alike, Verdict.SAME, closed, reason, by, at)
    judgement.stays_id = stays.id
    return judgement, [withdrawn, _told(judgement)]


def distinguish(alike: Alike, *, reason: str, by: Access, at: datetime) -> tuple[Judgement, list[Fact]]:
    """认定为不同人: nothing changes, and nobody is asked again."""
    _require_open(alike, by)
    reached = next(each for each in alike.sides if by.reaches(each))
    judgement = _judged(alike, Verdict.DIFFERENT, reached, reason, by, at)
    return judgement, [_told(judgement)]


def take_over(stays: Volunteer, closed: Volunteer, *, born_on: date, on: date) -> VolunteerRegistered | None:
    """Who has signed in for the one that was closed goes on with the one that stays, where nobody has for it."""
    if closed.is_unclaimed or not stays.is_unclaimed:
        return None
    return registering.claim(stays, account_id=closed.account_id, born_on=born_on, on=on)


def is_ones_own(alike: Alike, by: Access) -> bool:
    """Whether the caller is, or may be, the person it is about."""
    person = by.principal.person_id
    return any(by.account_id == each.account_id or person == each.person_id for each in alike.sides)


def _require_open(alike: Alike, by: Access) -> None:
    if alike.judgement is not None:
        raise AlreadyJudged
    if is_ones_own(alike, by):
        raise JudgesOneself
    for each in alike.sides:
        registering.require_registered(each)


def _chosen(alike: Alike, stays_id: UUID) -> tuple[Volunteer, Volunteer]:
    if stays_id == alike.one.id:
        return alike.one, alike.other
    if stays_id == alike.other.id:
        return alike.other, alike.one
    raise NotOfThePair(pointer="/stays_id")


def _judged(alike: Alike, verdict: Verdict, at_home: Volunteer, reason: str, by: Access, at: datetime) -> Judgement:
    alike.judgement = Judgement(
        id=new_id(),
        area_id=at_home.area_id,
        scope_key=at_home.scope_key,
        one_id=alike.one.id,
        other_id=alike.other.id,
        verdict=verdict,
        stays_id=None,
        reason=reason,
        decided_by=by.account_id,
        decided_at=at,
    )
    return alike.judgement


def _told(judgement: Judgement) -> DuplicateJudged:
    return DuplicateJudged(
        judgement_id=judgement.id,
        area_id=judgement.area_id,
        scope_key=judgement.scope_key,
        volunteer_ids=[judgement.one_id, judgement.other_id],
        verdict=judgement.verdict,
        stays_id=judgement.stays_id,
    )
