"""What planning and filling a post take in and how a post looks on a day."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from registry.permissions import Permission
from registry.post.model import Holding, Post, PostField
from registry.social_worker.model import EmployerKind


class PostState(StrEnum):
    """岗位状态 on a day."""

    VACANT = "vacant"
    FILLED = "filled"


class PostIn(BaseModel):
    """设岗, in an area; an agency's post names the agency."""

    model_config = ConfigDict(extra="forbid")

    area_id: UUID
    number: Annotated[str, Field(min_length=4, max_length=40)]
    field: PostField
    employer_kind: EmployerKind
    organisation_id: UUID | None = None
    full_time: bool


class PostFillingIn(BaseModel):
    """上岗: who."""

    model_config = ConfigDict(extra="forbid")

    social_worker_id: UUID


class HoldingView(BaseModel):
    """在岗; `ends_on` is the first day without."""

    social_worker_id: UUID
    starts_on: date
    ends_on: date | None
    vacated_because: str | None

    @classmethod
    def of(cls, holding: Holding) -> Self:
        """From the stored holding."""
        return cls.model_validate(holding, from_attributes=True)


class PostView(View):
    """社工岗位 as it was on a day; the verbs are those of today."""

    id: UUID
    area_id: UUID
    on: date
    state: PostState
    number: str
    field: PostField
    employer_kind: EmployerKind
    organisation_id: UUID | None
    full_time: bool
    planned_on: date
    holder: HoldingView | None
    holdings: list[HoldingView]
    actions: list[Action]
    links: dict[str, str | None]

    @classmethod
    def seen(cls, post: Post, access: Access, on: date) -> Self:
        """As this caller sees it of a day."""
        made = {"on", "state", "holder", "holdings", "actions", "links"}
        plain = {name: getattr(post, name) for name in cls.model_fields if name not in made}
        holding, held_now = post.holding(on), any(each.ends_on is None for each in post.holdings)
        offers = (
            Offer(not held_now, Permission.POST_KEEP, "filling", "上岗"),
            Offer(held_now, Permission.POST_KEEP, "vacation", "离岗", needs_reason=True),
        )
        return cls(
            **plain,
            on=on,
            state=PostState.FILLED if holding else PostState.VACANT,
            holder=HoldingView.of(holding) if holding else None,
            holdings=[HoldingView.of(each) for each in post.holdings],
            actions=offered(f"/api/registry/posts/{post.id}", post, access, offers),
            links={
                "area": f"/api/registry/areas/{post.area_id}",
                "organisation": f"/api/registry/organisations/{post.organisation_id}" if post.organisation_id else None,
                "holder": f"/api/registry/social-workers/{holding.social_worker_id}" if holding else None,
            },
        )
