"""The facts about what volunteers have learned and are honoured for: courses, trainings, stars and their notices."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from chassis.facts import Fact


class _CourseFact(Fact):
    """What every fact about a course says."""

    SUBJECT: ClassVar[str] = "course_id"

    course_id: UUID
    organisation_id: UUID | None
    name: str
    skill: str | None
    minutes: int
    validity_months: int | None


class CourseOffered(_CourseFact):
    """课程已开设."""

    TYPE = "volunteers.course.offered.v1"


class CourseEnded(_CourseFact):
    """课程已停办."""

    TYPE = "volunteers.course.ended.v1"


class _TrainingFact(Fact):
    """What every fact about a training says."""

    SUBJECT: ClassVar[str] = "training_id"

    training_id: UUID
    course_id: UUID
    volunteer_id: UUID
    organisation_id: UUID | None
    skill: str | None
    minutes: int
    completed_on: date
    valid_until: date | None


class TrainingRecorded(_TrainingFact):
    """培训已登记，待复核."""

    TYPE = "volunteers.training.recorded.v1"


class TrainingCompleted(_TrainingFact):
    """培训记录已由第二人复核."""

    TYPE = "volunteers.training.completed.v1"


class TrainingReturned(_TrainingFact):
    """培训记录已退回."""

    TYPE = "volunteers.training.returned.v1"


class TrainingRevoked(_TrainingFact):
    """培训记录已撤销."""

    TYPE = "volunteers.training.revoked.v1"
