"""What a decision on a sanction takes in, and how sanctions, grounds and a standing look from outside."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from registry.organisation.model import Organisation, Path
from registry.permissions import Permission
from registry.sanction.dated import Ground
from registry.sanction.model import Measure, Sanction
from registry.sanction.standing import Found, ReasonCode, Standing

GroundCode = Annotated[str, Field(max_length=60)]
Document = Annotated[str, Field(min_length=4, max_length=100)]


class SanctionState(StrEnum):
    """处理状态 of a day."""

    COMING = "coming"
    IN_FORCE = "in_force"
    ENDED = "ended"
    LIFTED = "lifted"


class SanctionIn(BaseModel):
    """处理决定: the ground decides between suspension and bar; `ends_on` is the first day that is free again."""

    model_config = ConfigDict(extra="forbid")

    organisation_id: UUID
    ground: GroundCode
    document: Document
    starts_on: Day
    ends_on: Day | None = None


class RevocationIn(BaseModel):
    """撤销决定: the ground and the number of the document."""

    model_config = ConfigDict(extra="forbid")

    ground: GroundCode
    document: Document


class GroundsView(BaseModel):
    """处理事由清单 of a day, with its source."""

    source: str
    valid_from: date
    items: list[Ground]


class SanctionView(View):
    """处理; `holds` says whether it holds today."""

    id: UUID
    organisation_id: UUID
    area_id: UUID
    state: SanctionState
    measure: Measure
    ground: str
    article: str
    document: str
    starts_on: date
    ends_on: date | None
    imposed_at: datetime
    lifted_on: date | None
    lifted_because: str | None
    holds: bool
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, sanction: Sanction, access: Access, on: date) -> Self:
        """As this caller sees it today."""
        made = {"state", "holds", "actions", "links"}
        plain = {name: getattr(sanction, name) for name in cls.model_fields if name not in made}
        over = sanction.over_on is not None and (sanction.over_on <= on or sanction.lifted_on is not None)
        mine = sanction.imposed_by == access.account_id
        offers = [Offer(not over and not mine, Permission.ORGANISATION_SANCTION, "lifting", "解除", needs_reason=True)]
        return cls(
            **plain,
            state=state_on(sanction, on),
            holds=sanction.holds(on),
            actions=offered(f"/api/registry/sanctions/{sanction.id}", sanction, access, offers),
            links={"organisation": f"/api/registry/organisations/{sanction.organisation_id}"},
        )


def state_on(sanction: Sanction, on: date) -> SanctionState:
    """Lifted or run out, whichever came first; else whether it has begun."""
    over = sanction.over_on
    if over is not None and over <= on:
        return SanctionState.LIFTED if over == sanction.lifted_on else SanctionState.ENDED
    return SanctionState.IN_FORCE if sanction.starts_on <= on else SanctionState.COMING


class StandingReason(BaseModel):
    """资格状态的理由."""

    code: ReasonCode
    title: str
    since: date | None
    until: date | None
    ground: str | None


class StandingView(BaseModel):
    """资格状态 of one day; asked by whoever is about to award, pay, certify or grant."""

    organisation_id: UUID
    on: date
    name: str
    uscc: str | None
    path: Path
    standing: Standing
    may_bid: bool
    reasons: list[StandingReason]
    as_of: datetime

    @classmethod
    def of(cls, organisation: Organisation, found: Found, *, name: str, on: date, at: datetime) -> Self:
        """From what was found."""
        return cls(
            organisation_id=organisation.id,
            on=on,
            name=name,
            uscc=organisation.uscc if found.path is Path.REGISTERED else None,
            path=found.path,
            standing=found.standing,
            may_bid=found.may_bid,
            reasons=[StandingReason.model_validate(each, from_attributes=True) for each in found.reasons],
            as_of=at,
        )
