"""What a change of a contract takes in, and how it looks to its two sides."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from projects.contract.model import Change, ChangeState, Contract, Side
from projects.contract.schemas import StageIn
from projects.paths import path
from projects.permissions import Permission


class ChangeIn(BaseModel):
    """变更: the ground by its code, why, and the terms as they shall be; settled stages stay as they are."""

    model_config = ConfigDict(extra="forbid")

    ground: Annotated[str, Field(max_length=40)]
    reason: Annotated[str, Field(min_length=10, max_length=2000)]
    ends_on: Day
    stages: Annotated[list[StageIn], Field(min_length=1, max_length=24)]


class ChangeView(View):
    """合同变更."""

    id: UUID
    area_id: UUID
    contract_id: UUID
    ground: str
    reason: str
    ends_on: date
    stages: list[StageIn]
    amount_fen: int
    state: ChangeState
    side: Side
    proposed_at: datetime
    decided_at: datetime | None
    decided_because: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, change: Change, access: Access) -> Self:
        """As this caller sees it: the other side agrees, either ends it."""
        made = {"actions", "links"}
        plain = {name: getattr(change, name) for name in cls.model_fields if name not in made}
        here, waiting = path("contract-changes", change.id), change.state is ChangeState.PROPOSED
        other = waiting and change.side is not side_of(access, change)
        offers = (
            Offer(other, Permission.CONTRACT_CHANGE, "agreement", "同意变更"),
            Offer(waiting, Permission.CONTRACT_CHANGE, "refusal", "不同意或撤回", needs_reason=True),
        )
        links = {"self": here, "contract": path("contracts", change.contract_id)}
        return cls(**plain, actions=offered(here, change, access, offers), links=links)


def side_of(access: Access, record: Contract | Change) -> Side:
    """For which side somebody acts: the provider's manager for the provider, also where he is an officer besides."""
    return Side.PROVIDER if access.organisation_id == record.organisation_id else Side.PURCHASER
