"""What of a conclusion is to be done takes in and how it looks: who answers for it, until when, what became of it."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.principal import Role
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from projects.deliberation.conclusion import Officer, answers
from projects.deliberation.model import ITEMS, Item, Status
from projects.paths import path
from projects.permissions import Permission

Text = Annotated[str, Field(min_length=2, max_length=5000)]


class ItemIn(BaseModel):
    """执行事项: either an officer of the area by role or an organisation answers for it."""

    model_config = ConfigDict(extra="forbid")

    what: Annotated[str, Field(min_length=2, max_length=500)]
    role: Officer | None = None
    organisation_id: UUID | None = None
    due_on: Day


class FeedbackIn(BaseModel):
    """公开反馈; no name and no number of anybody belongs here."""

    model_config = ConfigDict(extra="forbid")

    status: Literal[Status.DONE, Status.DROPPED]
    feedback: Text


class ItemView(View):
    """执行事项."""

    id: UUID
    area_id: UUID
    deliberation_id: UUID
    organisation_id: UUID | None
    role: Role | None
    what: str
    due_on: date
    status: Status
    feedback: str | None
    fed_back_at: datetime | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, item: Item, access: Access) -> Self:
        """As this caller sees it."""
        plain = {name: getattr(item, name) for name in cls.model_fields if name not in {"actions", "links"}}
        here = path(ITEMS, item.id)
        feedback = Offer(
            item.status is Status.OPEN and answers(item, access.principal),
            Permission.DELIBERATION_EXECUTE,
            "feedback",
            "公开反馈",
        )
        links = {"self": here, "deliberation": path("deliberations", item.deliberation_id)}
        return cls(**plain, actions=offered(here, item, access, [feedback]), links=links)
