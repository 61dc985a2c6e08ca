"""What a deliberation takes in, and how it looks to those who convene it and to everybody."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis import clock
from chassis.access import Access
from chassis.clock import Instant
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from projects.deliberation.conclusion import Officer, responsible_roles
from projects.deliberation.item import ItemIn, ItemView, Text
from projects.deliberation.model import Deliberation, Form, Outcome, State
from projects.deliberation.rules import OPEN, notify_by, quorum_of
from projects.paths import path
from projects.permissions import Permission

Party = Annotated[str, Field(max_length=40)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Counted = Annotated[dict[Party, Count], Field(max_length=30)]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DeliberationIn(_In):
    """协商方案; `continues_id` names what a community has referred to its town."""

    area_id: UUID
    topic: Annotated[str, Field(min_length=2, max_length=100)]
    description: Annotated[str, Field(max_length=2000)] = ""
    category: Annotated[str, Field(max_length=40)]
    need_ids: Annotated[list[UUID], Field(max_length=50)] = []
    continues_id: UUID | None = None
    form: Form
    place: Annotated[str, Field(min_length=2, max_length=100)]
    meets_at: Instant
    invited: Counted


class HoldingIn(_In):
    """举行情况: who came, by kind, what was said and what was said against it."""

    present: Counted
    minutes: Text
    dissent: Text | None = None
    attachment_ids: Annotated[list[UUID], Field(max_length=20)] = []


class ConclusionIn(_In):
    """协商意见."""

    outcome: Outcome
    conclusion: Text
    items: Annotated[list[ItemIn], Field(max_length=50)] = []


class DeliberationView(View):
    """议事协商."""

    id: UUID
    area_id: UUID
    state: State
    topic: str
    description: str
    category: str
    need_ids: list[UUID]
    continues_id: UUID | None
    is_continued: bool
    form: Form
    place: str
    meets_at: datetime
    invited: dict[str, int]
    present: dict[str, int]
    notified_at: datetime | None
    held_at: datetime | None
    minutes: str | None
    dissent: str | None
    outcome: Outcome | None
    conclusion: str | None
    concluded_at: datetime | None
    items: list[ItemView]
    is_executed: bool
    # What the rules make of the plan: the last day to tell those concerned, how many must come, who may answer.
    notify_by: date
    quorum: int
    responsible_roles: list[Officer]
    actions: list[Action]
    links: dict[str, str | list[str]]

    @classmethod
    def seen(cls, deliberation: Deliberation, access: Access, at: datetime) -> Self:
        """As this caller sees it at an instant."""
        made = {"items", "notify_by", "quorum", "responsible_roles", "actions", "links"}
        plain = {name: getattr(deliberation, name) for name in cls.model_fields if name not in made}
        items = [ItemView.seen(item, access) for item in deliberation.items]
        return cls(
            **plain,
            items=items,
            notify_by=notify_by(deliberation),
            quorum=quorum_of(deliberation),
            responsible_roles=responsible_roles(deliberation),
            actions=actions(deliberation, access, at),
            links=links(deliberation),
        )


def links(deliberation: Deliberation) -> dict[str, str | list[str]]:
    """Up to the needs, down to the projects, across to its files."""
    found: dict[str, str | list[str]] = {
        "self": path("deliberations", deliberation.id),
        "area": f"/api/registry/areas/{deliberation.area_id}",
        "needs": [path("needs", need_id) for need_id in deliberation.need_ids],
        "projects": f"/api/projects/projects?deliberation_id={deliberation.id}",
        "attachments": f"/api/projects/attachments?subject_id={deliberation.id}",
    }
    if deliberation.continues_id:
        found["continues"] = path("deliberations", deliberation.continues_id)
    return found


def actions(deliberation: Deliberation, access: Access, at: datetime) -> list[Action]:
    """The verbs offered at an instant, first what moves it on: too late to tell in time, the plan is put off first."""
    state, convene = deliberation.state, Permission.DELIBERATION_CONVENE
    in_time, begun = clock.day(at) <= notify_by(deliberation), at >= deliberation.meets_at
    offers = (
        Offer(state is State.DRAFT and in_time, convene, "notification", "通知各方"),
        Offer(state is State.NOTIFIED and begun, convene, "holding", "登记举行情况"),
        Offer(state in OPEN, convene, "revision", "修改协商方案", method="PUT"),
        Offer(state is State.HELD, convene, "conclusion", "形成协商意见"),
    )
    return offered(path("deliberations", deliberation.id), deliberation, access, offers)
