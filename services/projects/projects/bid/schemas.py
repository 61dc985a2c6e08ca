"""What a bid takes in, and how it looks to its bidder and, once opened, to officers and experts."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from projects.bid.model import Bid, State
from projects.paths import path
from projects.permissions import Permission
from projects.purchase.model import Purchase
from projects.purchase.model import State as PurchaseState

# What a bid says, and what it was worth: the rest is who has bid.
OFFERED = ("amount_fen", "plan", "attachment_ids", "excluded_because", "price_points", "quality_points", "rank")


class BidIn(BaseModel):
    """投标: the amount asked for, in fen, and how the service will be done."""

    model_config = ConfigDict(extra="forbid")

    amount_fen: Annotated[int, Field(ge=1, le=10**13)]
    plan: Annotated[str, Field(min_length=10, max_length=20_000)]
    # 投标附件, sealed with the plan: licences, the plan in full, proof of staff.
    attachment_ids: Annotated[list[UUID], Field(max_length=20)] = []


class BidView(View):
    """投标; its content is null to all but its bidder while sealed, points until the review is concluded."""

    id: UUID
    area_id: UUID
    purchase_id: UUID
    organisation_id: UUID
    provider_name: str
    state: State
    submitted_at: datetime
    amount_fen: int | None
    plan: str | None
    attachment_ids: list[UUID] | None
    excluded_because: str | None
    price_points: int | None
    quality_points: int | None
    rank: int | None
    actions: list[Action]
    links: dict[str, str]

    def unless_read(self, bid: Bid, access: Access, reviews: bool) -> Self:  # noqa: FBT001
        """All of it to who runs the purchase, has made the bid, or reviews it; to others only who has bid."""
        if reviews or access.may(Permission.PURCHASE_RUN, bid) or access.may(Permission.BID_SUBMIT, bid):
            return self
        return self.model_copy(update=dict.fromkeys(OFFERED))

    @classmethod
    def seen(cls, bid: Bid, purchase: Purchase, access: Access, at: datetime, *, reviews: bool = False) -> Self:
        """As this caller sees it at an instant; `reviews` says whether it is free to score."""
        made = {"actions", "links"}
        plain = {name: getattr(bid, name) for name in cls.model_fields if name not in made}
        here, submit = path("bids", bid.id), Permission.BID_SUBMIT
        still = purchase.bidding_open(at)
        reviewing = bid.state is State.OPENED and purchase.state is PurchaseState.OPENED
        offers = (
            Offer(still and bid.state in {State.SEALED, State.WITHDRAWN}, submit, "revision", "修改投标", method="PUT"),
            Offer(still and bid.state is State.SEALED, submit, "withdrawal", "撤回投标"),
            Offer(reviewing and reviews, Permission.BID_SCORE, "score", "评分", method="PUT"),
            Offer(reviewing, Permission.PURCHASE_RUN, "exclusion", "投标无效", needs_reason=True),
        )
        links = {
            "self": here,
            "purchase": path("published/purchases", bid.purchase_id),
            "organisation": f"/api/registry/organisations/{bid.organisation_id}",
        }
        return cls(**plain, actions=offered(here, bid, access, offers), links=links)
