"""The facts about what volunteers have learned and are honoured for: courses, trainings, stars and their notices."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from chassis.facts import Fact
from chassis.principal import Role
from chassis.tasks import officer_of
from procedures.notice.facts import NoticeFact, ObjectionFact, Told
from volunteers.facts import TaskClosed, TaskOpened


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


class _HonourFact(Fact):
    """What every fact about a star says."""

    SUBJECT: ClassVar[str] = "honour_id"

    honour_id: UUID
    volunteer_id: UUID
    organisation_id: UUID | None
    stars: int
    minutes: int


class HonourApplied(_HonourFact):
    """星级已申请."""

    TYPE = "volunteers.honour.applied.v1"


class HonourPublicised(_HonourFact):
    """星级已公示."""

    TYPE = "volunteers.honour.publicised.v1"

    notice_id: UUID


class HonourGranted(_HonourFact):
    """星级已认定."""

    TYPE = "volunteers.honour.granted.v1"


class HonourRefused(_HonourFact):
    """星级不予认定."""

    TYPE = "volunteers.honour.refused.v1"

    disqualified_until: date | None


class HonourRevoked(_HonourFact):
    """星级已撤销."""

    TYPE = "volunteers.honour.revoked.v1"

    disqualified_until: date | None


class NoticeOpened(NoticeFact):
    """公示已发布."""

    TYPE = "volunteers.notice.opened.v1"


class NoticeWithdrawn(NoticeFact):
    """公示已撤回."""

    TYPE = "volunteers.notice.withdrawn.v1"


class ObjectionRaised(ObjectionFact):
    """异议已提出."""

    TYPE = "volunteers.objection.raised.v1"


class ObjectionAnswered(ObjectionFact):
    """异议已答复."""

    TYPE = "volunteers.objection.answered.v1"


def answerer_of(scope_key: str) -> Role:
    """The officers who answer for an area's stars: a community's are its town's."""
    return Role.TOWN_OFFICER if scope_key.count("/") > 1 else officer_of(scope_key)


NOTICES = Told(
    "volunteers",
    NoticeOpened,
    NoticeWithdrawn,
    ObjectionRaised,
    ObjectionAnswered,
    TaskOpened,
    TaskClosed,
    answerer_of,
)
