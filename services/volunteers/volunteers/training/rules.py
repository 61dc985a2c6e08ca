"""Offering a course, recording who completed it, looking at it a second time, and taking it back."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis.access import Access
from chassis.database import new_id
from chassis.problems import Problem
from chassis.tasks import Task, officer_of
from volunteers.dated import months_after
from volunteers.facts import TaskClosed, TaskOpened
from volunteers.recognition import (
    CourseEnded,
    CourseOffered,
    TrainingCompleted,
    TrainingRecorded,
    TrainingReturned,
    TrainingRevoked,
)
from volunteers.training.model import Course, Offering, State, Training
from volunteers.volunteer.model import Volunteer
from volunteers.volunteer.rules import require_registered


class CourseOver(Problem):
    """此课程已停办，不再登记培训。"""


class CompletedInFuture(Problem):
    """培训尚未完成，不能登记。"""

    status = 422


class AlreadyTrained(Problem):
    """此志愿者当日已有同一课程的培训记录。"""


class TrainingNotWaiting(Problem):
    """此条培训记录不在待复核状态。"""


class TrainingNotCompleted(Problem):
    """此条培训记录未经复核或已撤销，不能撤销。"""


class OwnTraining(Problem):
    """不能办理自己的培训记录。"""

    status = 403


class SecondLookNeeded(Problem):
    """登记培训的人不能自己复核，须由第二人复核。"""

    status = 403


def _said_of(course: Course) -> dict[str, Any]:
    names = ("organisation_id", "name", "skill", "minutes", "validity_months", "area_id", "scope_key")
    return {"course_id": course.id, **{name: getattr(course, name) for name in names}}


def _said(training: Training) -> dict[str, Any]:
    names = ("course_id", "volunteer_id", "organisation_id", "skill", "minutes", "completed_on", "valid_until")
    place = ("area_id", "scope_key")
    return {"training_id": training.id, **{name: getattr(training, name) for name in names + place}}


def waits(course: Course) -> Task:
    """复核培训记录: one to-do a course, however many records wait."""
    href = f"/api/volunteers/courses/{course.id}"
    return Task(
        "training-confirmation", officer_of(course.scope_key), href, course.id, course.area_id, course.scope_key
    )


def offer(course: Course) -> CourseOffered:
    """开设课程."""
    course.state, course.waiting = Offering.OFFERED, 0
    return CourseOffered(**_said_of(course))


def end(course: Course) -> CourseEnded:
    """停办: what was completed stays good."""
    if course.state is not Offering.OFFERED:
        raise CourseOver
    course.state = Offering.ENDED
    return CourseEnded(**_said_of(course))


def require_offered(course: Course, completed_on: date, *, on: date) -> None:
    """Refuses a whole list at once."""
    if course.state is not Offering.OFFERED:
        raise CourseOver
    if completed_on > on:
        raise CompletedInFuture(pointer="/completed_on")


def record(
    course: Course, volunteer: Volunteer, completed_on: date, *, by: Access, at: datetime
) -> tuple[Training, list[TrainingRecorded | TaskOpened]]:
    """登记: counts for nothing until somebody else has looked at it."""
    require_registered(volunteer)
    _require_another(by, volunteer)
    copied = ("organisation_id", "provider_name", "skill", "minutes", "area_id", "scope_key")
    training = Training(
        id=new_id(),
        course_id=course.id,
        course_name=course.name,
        account_id=volunteer.account_id,
        volunteer_id=volunteer.id,
        person_id=volunteer.person_id,
        completed_on=completed_on,
        valid_until=months_after(completed_on, course.validity_months) if course.validity_months else None,
        state=State.RECORDED,
        recorded_by=by.account_id,
        recorded_person_id=by.principal.person_id,
        recorded_at=at,
        **{name: getattr(course, name) for name in copied},
    )
    opened = [] if course.waiting else [TaskOpened.of(waits(course))]
    course.waiting += 1
    return training, [TrainingRecorded(**_said(training)), *opened]


def confirm(training: Training, course: Course, *, by: Access, at: datetime) -> list[TrainingCompleted | TaskClosed]:
    """复核通过, by a second account of another person."""
    decided = _looked_at(training, course, by)
    if is_recorded_by(training, by.account_id, by.principal.person_id):
        raise SecondLookNeeded
    training.state, training.second_account_id, training.decided_at = State.COMPLETED, by.account_id, at
    course.waiting -= 1
    return [TrainingCompleted(**_said(training)), *decided]


def confirmable(waiting: Sequence[Training], *, by: Access) -> list[Training]:
    """Of the records of one course those that this caller may confirm; refuses where there is none."""
    if not waiting:
        raise TrainingNotWaiting
    account, person = by.account_id, by.principal.person_id
    others = [each for each in waiting if each.account_id != account and each.person_id != person]
    found = [each for each in others if not is_recorded_by(each, account, person)]
    if not found:
        raise SecondLookNeeded
    return found


def return_(
    training: Training, course: Course, *, reason: str, by: Access, at: datetime
) -> list[TrainingReturned | TaskClosed]:
    """退回: the record stays and counts for nothing; a right one may be made."""
    decided = _looked_at(training, course, by)
    training.state, training.because, training.decided_at = State.RETURNED, reason, at
    course.waiting -= 1
    return [TrainingReturned(**_said(training)), *decided]


def _looked_at(training: Training, course: Course, by: Access) -> list[TaskClosed]:
    """The to-do of a course is done with its last record."""
    if training.state is not State.RECORDED:
        raise TrainingNotWaiting(state=training.state)
    _require_another(by, training)
    return [TaskClosed.of(waits(course))] if course.waiting == 1 else []


def revoke(training: Training, *, reason: str, by: Access, at: datetime) -> TrainingRevoked:
    """撤销: it was not so, or is held no more."""
    if training.state is not State.COMPLETED:
        raise TrainingNotCompleted(state=training.state)
    _require_another(by, training)
    training.state, training.because, training.decided_at = State.REVOKED, reason, at
    return TrainingRevoked(**_said(training))


def is_recorded_by(training: Training, account_id: UUID | None, person_id: UUID | None) -> bool:
    """Whether this account recorded it, or this person by another one."""
    same_person = person_id is not None and person_id == training.recorded_person_id
    return same_person or account_id == training.recorded_by


def _require_another(by: Access, whose: Volunteer | Training) -> None:
    """Nobody handles their own record, whichever account they use."""
    if by.account_id == whose.account_id or by.principal.person_id == whose.person_id:
        raise OwnTraining
