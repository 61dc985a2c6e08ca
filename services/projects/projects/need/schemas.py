"""What a need takes in and how it looks to officers, to the resident who raised it, and to everybody."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from chassis.vault import Vault
from projects.need.contact import Contact, ContactIn
from projects.need.model import Channel, Need, Source, State
from projects.need.rules import OPEN, UNSETTLED
from projects.paths import path
from projects.permissions import Permission

Persons = Annotated[int, Field(ge=1, le=100_000)]


class SourceIn(BaseModel):
    """来源: a further occasion on which the need was heard; today when no day is given."""

    model_config = ConfigDict(extra="forbid")

    channel: Channel
    heard_on: Day | None = None
    persons: Persons = 1
    contact: ContactIn | None = None


class NeedIn(BaseModel):
    """需求: `channel` stays `self_report` for residents; the other four are for those who record needs."""

    model_config = ConfigDict(extra="forbid")

    area_id: UUID
    title: Annotated[str, Field(min_length=2, max_length=100)]
    description: Annotated[str, Field(max_length=2000)] = ""
    category: Annotated[str, Field(min_length=1, max_length=40)]
    persons_affected: Persons = 1
    channel: Channel = Channel.SELF_REPORT
    heard_on: Day | None = None
    contact: ContactIn | None = None


class MergerIn(BaseModel):
    """合并: the need that goes on."""

    model_config = ConfigDict(extra="forbid")

    into_id: UUID


class CategoryView(BaseModel):
    """需求类别."""

    code: str
    name: str
    source: str
    assumption: bool


class SourceView(BaseModel):
    """来源, the contact masked."""

    id: UUID
    channel: Channel
    heard_on: date
    persons: int
    contact: Contact | None

    @classmethod
    def of(cls, source: Source, keys: Vault) -> Self:
        """From the stored source."""
        return cls(
            id=source.id,
            channel=source.channel,
            heard_on=source.heard_on,
            persons=source.persons,
            contact=Contact.masked(source, keys),
        )


class OpenNeed(BaseModel):
    """需求池中的需求, as everybody may read it: nobody's words, nobody's contact."""

    id: UUID
    area_id: UUID
    state: State
    title: str
    category: str
    persons_affected: int
    raised_at: datetime
    project_id: UUID | None

    @classmethod
    def of(cls, need: Need) -> Self:
        """From the stored need."""
        return cls.model_validate(need, from_attributes=True)


class NeedView(View):
    """需求."""

    id: UUID
    area_id: UUID
    state: State
    title: str
    description: str
    category: str
    persons_affected: int
    raised_at: datetime
    declined_because: str | None
    merged_into_id: UUID | None
    project_id: UUID | None
    sources: list[SourceView]
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, need: Need, access: Access, keys: Vault) -> Self:
        """As this caller sees it; row security shows residents their own sources only."""
        made = {"sources", "actions", "links"}
        plain = {name: getattr(need, name) for name in cls.model_fields if name not in made}
        sources = [SourceView.of(source, keys) for source in need.sources]
        return cls(**plain, sources=sources, actions=actions(need, access), links=links(need))


def links(need: Need) -> dict[str, str]:
    """Up to the area, down to the projects, and along the merges."""
    here = path("needs", need.id)
    found = {
        "self": here,
        "area": f"/api/registry/areas/{need.area_id}",
        "chain": f"{here}/chain",
        "projects": f"/api/projects/projects?need_id={need.id}",
        "merged": f"/api/projects/needs?merged_into_id={need.id}",
    }
    if need.merged_into_id:
        found["merged_into"] = path("needs", need.merged_into_id)
    if need.project_id:
        found["project"] = path("projects", need.project_id)
    return found


def actions(need: Need, access: Access) -> list[Action]:
    """The verbs offered now."""
    unsettled = need.state in UNSETTLED
    offers = (
        Offer(need.state is State.RAISED, Permission.NEED_ACCEPT, "acceptance", "受理入池"),
        Offer(unsettled, Permission.NEED_ACCEPT, "merger", "并入其他需求"),
        Offer(need.state in OPEN, Permission.NEED_RECORD, "sources", "补充来源"),
        Offer(unsettled, Permission.NEED_ACCEPT, "refusal", "不予受理", needs_reason=True),
    )
    return offered(path("needs", need.id), need, access, offers)
