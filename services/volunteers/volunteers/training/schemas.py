"""What courses and their records take in, and how they look from outside."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from volunteers.permissions import Permission
from volunteers.training.model import Course, Offering, State, Training
from volunteers.training.rules import is_recorded_by
from volunteers.volunteer.schemas import Skill

HOUR = 60


class CourseIn(BaseModel, extra="forbid"):
    """课程; of one's organisation, where one acts for one, else of the area's own office."""

    area_id: UUID
    provider_name: Annotated[str, Field(min_length=2, max_length=100)]
    name: Annotated[str, Field(min_length=2, max_length=100)]
    description: Annotated[str, Field(max_length=2000)] = ""
    skill: Skill | None = None
    minutes: Annotated[int, Field(ge=10, le=1000 * HOUR)]
    validity_months: Annotated[int | None, Field(ge=1, le=120)] = None


class TrainingsIn(BaseModel, extra="forbid"):
    """登记名单: volunteers by their public numbers, all of one day."""

    completed_on: Day
    numbers: Annotated[list[Annotated[str, Field(pattern=r"^[0-9]{16}$")]], Field(min_length=1, max_length=200)]


class Line(BaseModel):
    """One volunteer's result; `problem` names the refusal, none when it was recorded."""

    number: str
    name: str | None
    training_id: UUID | None
    problem: str | None
    title: str | None


class Recorded(BaseModel):
    """登记名单的结果, in the order given; names are masked."""

    items: list[Line]


class CourseView(View):
    """培训课程, which everybody may read."""

    id: UUID
    area_id: UUID
    state: Offering
    organisation_id: UUID | None
    provider_name: str
    name: str
    description: str
    skill: str | None
    minutes: int
    validity_months: int | None
    waiting: int
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, course: Course, access: Access) -> Self:
        """As this caller sees it."""
        copied = {name: getattr(course, name) for name in cls.model_fields if name not in {"actions", "links"}}
        open_, here = course.state is Offering.OFFERED, f"/api/volunteers/courses/{course.id}"
        offers = (
            Offer(open_, Permission.TRAINING_RECORD, "trainings", "登记培训"),
            Offer(course.waiting > 0, Permission.TRAINING_CONFIRM, "confirmation", "全部复核通过"),
            Offer(open_, Permission.COURSE_OFFER, "ending", "停办"),
        )
        links = {
            "area": f"/api/registry/areas/{course.area_id}",
            "trainings": f"/api/volunteers/trainings?course_id={course.id}",
        }
        return cls(**copied, actions=offered(here, course, access, offers), links=links)


class TrainingView(View):
    """培训记录; `stands` says whether it counts today."""

    id: UUID
    area_id: UUID
    state: State
    stands: bool
    expired: bool
    course_id: UUID
    course_name: str
    provider_name: str
    organisation_id: UUID | None
    skill: str | None
    volunteer_id: UUID
    minutes: int
    completed_on: date
    valid_until: date | None
    recorded_at: datetime
    second_account_id: UUID | None
    decided_at: datetime | None
    because: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, training: Training, access: Access, on: date) -> Self:
        """As this caller sees it on a day."""
        made = {"stands", "expired", "actions", "links"}
        copied = {name: getattr(training, name) for name in cls.model_fields if name not in made}
        links = {
            "area": f"/api/registry/areas/{training.area_id}",
            "course": f"/api/volunteers/courses/{training.course_id}",
            "volunteer": f"/api/volunteers/volunteers/{training.volunteer_id}",
        }
        holding = {"stands": training.stands(on), "expired": training.expired(on)}
        return cls(**copied, **holding, actions=_actions(training, access), links=links)


def _actions(training: Training, access: Access) -> list[Action]:
    """The verbs offered now; confirming is not offered to who recorded it."""
    own = access.account_id == training.account_id or access.principal.person_id == training.person_id
    waiting, may = training.state is State.RECORDED and not own, Permission.TRAINING_CONFIRM
    second = not is_recorded_by(training, access.account_id, access.principal.person_id)
    offers = (
        Offer(waiting and second, may, "confirmation", "复核通过"),
        Offer(waiting, may, "return", "退回", needs_reason=True),
        Offer(training.state is State.COMPLETED and not own, may, "revocation", "撤销", needs_reason=True),
    )
    return offered(f"/api/volunteers/trainings/{training.id}", training, access, offers)
