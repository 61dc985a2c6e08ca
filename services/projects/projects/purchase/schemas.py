"""What a purchase takes in, and how it looks to its officers and to everybody."""

from collections.abc import Collection
from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.clock import Instant
from chassis.records import Action
from chassis.transaction import View
from projects.paths import path
from projects.permissions import Permission
from projects.purchase.contact import OfficePhone
from projects.purchase.dated import Method
from projects.purchase.model import CriterionKind, Purchase, State
from projects.purchase.offers import actions

Words = Annotated[str, Field(min_length=2, max_length=100)]


MADE = frozenset({"actions", "links", "bids"})
# An award that was given up names nobody any more.
WINNER = frozenset({"awarded_fen", "awarded_organisation_id", "awarded_name"})


class Criterion(BaseModel):
    """评审因素: so many of the points in all."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,30}$")]
    name: Words
    kind: CriterionKind
    points: Annotated[int, Field(ge=1, le=100)]


class PurchaseIn(BaseModel):
    """采购方案; bids are taken before `bids_due_at`."""

    model_config = ConfigDict(extra="forbid")

    line_id: UUID
    title: Words
    requirement: Annotated[str, Field(min_length=10, max_length=5000)]
    catalogue_code: Annotated[str, Field(min_length=2, max_length=20)]
    method: Method
    ceiling_fen: Annotated[int, Field(ge=1, le=10**13)]
    criteria: Annotated[list[Criterion], Field(min_length=1, max_length=20)]
    invited_ids: Annotated[list[UUID], Field(max_length=20)] = []
    bids_due_at: Instant
    # 采购单位联系处室: whom bidders may ask.
    contact_office: Words
    contact_phone: OfficePhone
    # 采购文件: everybody may fetch them once the purchase is announced.
    attachment_ids: Annotated[list[UUID], Field(max_length=20)] = []


class _Shown(BaseModel):
    """What officers and everybody else see alike; `bids` is null until they are opened.

    `invited_only`: whoever is not invited does not bid; who is invited is not said. Who won, and for how much, is said
    while the award holds.
    """

    id: UUID
    area_id: UUID
    project_id: UUID
    state: State
    title: str
    requirement: str
    catalogue_code: str
    method: Method
    ceiling_fen: int
    criteria: list[Criterion]
    bids_due_at: datetime
    contact_office: str | None
    contact_phone: str | None
    announced_at: datetime | None
    opened_at: datetime | None
    bids: int | None
    notice_id: UUID | None
    invited_only: bool
    awarded_at: datetime | None
    awarded_fen: int | None
    awarded_organisation_id: UUID | None
    awarded_name: str | None
    ended_because: str | None
    links: dict[str, str]


class OpenPurchase(_Shown):
    """采购公告与结果, as everybody may read them."""

    @classmethod
    def of(cls, purchase: Purchase) -> Self:
        """From the stored purchase."""
        plain = _plain(purchase, set(cls.model_fields))
        return cls(**plain, bids=_bids(purchase), links=_links(purchase, "published/"))


class BiddablePurchase(OpenPurchase):
    """采购公告, and the bid that its reader may hand in now."""

    actions: list[Action]

    @classmethod
    def seen(cls, purchase: Purchase, *, bids: bool) -> Self:
        """As this caller sees it; `bids` says whether it may bid now."""
        href = f"{path('purchases', purchase.id)}/bids"
        bid = Action(name="bids", method="POST", href=href, needs_reason=False, label="投标")
        return cls(**OpenPurchase.of(purchase).model_dump(), actions=[bid] if bids else [])


class PurchaseView(_Shown, View):
    """采购."""

    need_ids: list[UUID]
    budget_id: UUID
    line_id: UUID
    # Whom the officers have invited is theirs to know.
    invited_ids: list[UUID] | None
    proposed_at: datetime | None
    proposed_bid_id: UUID | None
    actions: list[Action]

    @classmethod
    def seen(
        cls,
        purchase: Purchase,
        access: Access,
        at: datetime,
        undeclared: Collection[UUID] = (),
        ready: Collection[UUID] = (),
    ) -> Self:
        """As this caller sees it at an instant.

        `undeclared` are the purchases on which it has yet to declare, `ready` those whose review is complete or whose
        notice has passed.
        """
        plain = _plain(purchase, set(cls.model_fields))
        if not access.may(Permission.PURCHASE_RUN, purchase):
            plain["invited_ids"] = None
        review = {"declares": purchase.id in undeclared, "ready": purchase.id in ready}
        offers = actions(purchase, access, at, **review)
        return cls(**plain, bids=_bids(purchase), actions=offers, links=_links(purchase, ""))


def _plain(purchase: Purchase, fields: set[str]) -> dict[str, Any]:
    hidden = MADE if purchase.state is State.AWARDED else MADE | WINNER
    return dict.fromkeys(WINNER) | {name: getattr(purchase, name) for name in fields - hidden}


def _bids(purchase: Purchase) -> int | None:
    """Nobody learns how many have bid before the bids are opened."""
    return purchase.opened_bids if purchase.opened_at else None


def _links(purchase: Purchase, shown: str) -> dict[str, str]:
    """Up to the project, across to the notice, down to the contract."""
    here = path(f"{shown}purchases", purchase.id)
    found = {"self": here, "project": path(f"{shown}projects", purchase.project_id)}
    if purchase.notice_id:
        found["notice"] = path("notices", purchase.notice_id)
    if purchase.announced_at:
        found["release"] = f"{path('published/purchases', purchase.id)}/release"
        found["documents"] = f"/api/projects/published/attachments?subject_id={purchase.id}"
    if not shown:
        found |= {
            "budget": path("budgets", purchase.budget_id),
            "bids": f"{here}/bids",
            "panel": f"{here}/panel",
            "contracts": f"/api/projects/contracts?purchase_id={purchase.id}",
        }
    return found
