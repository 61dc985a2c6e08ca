"""What a project takes in and how it looks to those who work on it and to everybody."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action
from chassis.transaction import View
from procedures.approval.schemas import ReviewView
from projects.paths import path
from projects.project.model import Project, State
from projects.project.offers import Money, actions, buying_due, closing_due

Goal = Annotated[str, Field(min_length=2, max_length=200)]


class ProjectIn(BaseModel):
    """项目方案; a manager's project is carried out by the manager's organisation when none is named."""

    model_config = ConfigDict(extra="forbid")

    need_ids: Annotated[list[UUID], Field(max_length=50)]
    title: Annotated[str, Field(min_length=2, max_length=100)]
    goals: Annotated[list[Goal], Field(min_length=1, max_length=20)]
    budget_fen: Annotated[int, Field(ge=0, le=10**13)]
    starts_on: Day
    ends_on: Day
    organisation_id: UUID | None = None
    deliberation_id: UUID | None = None

    @field_validator("ends_on")
    @classmethod
    def _after_start(cls, ends_on: date, info: ValidationInfo) -> date:
        starts_on = info.data.get("starts_on")
        if starts_on is not None and ends_on < starts_on:
            raise ValueError("结束日期不能早于开始日期")
        return ends_on

    @model_validator(mode="after")
    def _once(self) -> Self:
        if len(set(self.need_ids)) < len(self.need_ids):
            raise ValueError("同一需求只能列一次")
        return self


class ClosingIn(BaseModel):
    """结项: the outcome, and which needs were met (all, when left out and anything was held)."""

    model_config = ConfigDict(extra="forbid")

    outcome: Annotated[str, Field(min_length=2, max_length=2000)]
    met_need_ids: Annotated[list[UUID] | None, Field(max_length=50)] = None


class OpenProject(BaseModel):
    """已获批项目, as everybody may read it."""

    id: UUID
    area_id: UUID
    state: State
    organisation_id: UUID | None
    carried_out_by: UUID | None
    title: str
    goals: list[str]
    budget_fen: int
    starts_on: date
    ends_on: date
    need_ids: list[UUID]
    deliberation_id: UUID | None
    activities_published: int
    activities_held: int
    outcome: str | None
    links: dict[str, str]

    @classmethod
    def of(cls, project: Project) -> Self:
        """From the stored project."""
        plain = {name: getattr(project, name) for name in cls.model_fields if name != "links"}
        activities = f"/api/projects/published/activities?project_id={project.id}"
        links = {"self": path("published/projects", project.id), "activities": activities}
        if project.deliberation_id:
            links["deliberation"] = path("published/deliberations", project.deliberation_id)
        return cls(**plain, links=links)


class ProjectView(View):
    """项目."""

    id: UUID
    area_id: UUID
    state: State
    # Of record, also once its contract has ended; `carried_out_by` is who carries it out now.
    organisation_id: UUID | None
    carried_out_by: UUID | None
    title: str
    goals: list[str]
    budget_fen: int
    starts_on: date
    ends_on: date
    need_ids: list[UUID]
    deliberation_id: UUID | None
    submitted_at: datetime | None
    returned_because: str | None
    review: ReviewView | None
    approved_at: datetime | None
    lines_fen: int
    free_fen: int
    # Of which in lines that nothing was bought from.
    unbought_fen: int
    paid_fen: int
    outcome: str | None
    closed_at: datetime | None
    activities_published: int
    activities_held: int
    # Nothing is still to come: closing it is what is left to do.
    closing_due: bool
    # Nobody carries it out and nothing is drafted, while there is money to buy with.
    buying_due: bool
    actions: list[Action]
    links: dict[str, str | list[str]]

    @classmethod
    def seen(cls, project: Project, access: Access, on: date, money: Money) -> Self:
        """As this caller sees it on a day."""
        made = {"review", "closing_due", "buying_due", "actions", "links", *money._fields}
        plain = {name: getattr(project, name) for name in cls.model_fields if name not in made}
        review = ReviewView.seen(project, on)
        offers = actions(project, access, money, on)
        due, buying = closing_due(project, money, on), buying_due(project, money, on)
        found = {"closing_due": due, "buying_due": buying, "review": review, "actions": offers, "links": links(project)}
        return cls(**plain, **money._asdict(), **found)


def links(project: Project) -> dict[str, str | list[str]]:
    """Up to the needs, down to the activities, across to who carries it out."""
    found: dict[str, str | list[str]] = {
        "self": path("projects", project.id),
        "area": f"/api/registry/areas/{project.area_id}",
        "needs": [path("needs", need_id) for need_id in project.need_ids],
        "activities": f"/api/projects/activities?project_id={project.id}",
        "lines": path("projects", project.id) + "/lines",
        "purchases": f"/api/projects/purchases?project_id={project.id}",
        "contracts": f"/api/projects/contracts?project_id={project.id}",
        "acceptances": f"/api/projects/acceptances?project_id={project.id}",
        "payments": f"/api/projects/payments?project_id={project.id}",
    }
    if project.deliberation_id:
        found["deliberation"] = path("deliberations", project.deliberation_id)
    if project.organisation_id:
        found["organisation"] = f"/api/registry/organisations/{project.organisation_id}"
    return found
