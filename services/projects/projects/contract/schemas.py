"""What a contract takes in, and how it looks."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from projects.contract.model import Contract, Stage, StageState, State
from projects.paths import path
from projects.permissions import Permission

Words = Annotated[str, Field(min_length=2, max_length=200)]


class StageIn(BaseModel):
    """合同阶段: `evidence` names what the provider has to show for it."""

    model_config = ConfigDict(extra="forbid")

    no: Annotated[int, Field(ge=1, le=24)]
    name: Words
    amount_fen: Annotated[int, Field(ge=1, le=10**13)]
    due_on: Day
    evidence: Annotated[list[Words], Field(min_length=1, max_length=20)]


class ContractIn(BaseModel):
    """合同草案; the amount is the award's."""

    model_config = ConfigDict(extra="forbid")

    number: Annotated[str, Field(min_length=4, max_length=60)]
    starts_on: Day
    ends_on: Day
    stages: Annotated[list[StageIn], Field(min_length=1, max_length=24)]


class StageView(BaseModel):
    """合同阶段."""

    no: int
    name: str
    amount_fen: int
    due_on: date
    evidence: list[str]
    state: StageState

    @classmethod
    def of(cls, stage: Stage) -> Self:
        """From the stored stage."""
        return cls.model_validate(stage, from_attributes=True)


class ContractView(View):
    """政府购买服务合同; `sign_by` is the last day on which the law wants it signed."""

    id: UUID
    area_id: UUID
    purchase_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    organisation_id: UUID
    provider_name: str
    title: str
    number: str
    amount_fen: int
    original_fen: int
    starts_on: date
    ends_on: date
    state: State
    sign_by: date
    offered_at: datetime | None
    signed_at: datetime | None
    ended_at: datetime | None
    ended_because: str | None
    stages: list[StageView]
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, contract: Contract, access: Access) -> Self:
        """As this caller sees it."""
        made = {"stages", "actions", "links"}
        plain = {name: getattr(contract, name) for name in cls.model_fields if name not in made}
        here = path("contracts", contract.id)
        links = {
            "self": here,
            "purchase": path("purchases", contract.purchase_id),
            "project": path("projects", contract.project_id),
            "organisation": f"/api/registry/organisations/{contract.organisation_id}",
            "changes": f"{here}/changes",
            "acceptances": f"/api/projects/acceptances?contract_id={contract.id}",
            "payments": f"/api/projects/payments?contract_id={contract.id}",
        }
        stages = [StageView.of(each) for each in contract.stages]
        return cls(**plain, stages=stages, actions=actions(contract, access), links=links)


def actions(contract: Contract, access: Access) -> list[Action]:
    """The verbs offered now."""
    draft, running = contract.state is State.DRAFT, contract.state is State.SIGNED
    ready = running and any(each.state is StageState.PENDING for each in contract.stages)
    run, sign = Permission.CONTRACT_RUN, Permission.CONTRACT_SIGN
    offers = (
        Offer(draft, run, "offer", "购买方签署"),
        Offer(draft, run, "revision", "修改", method="PUT"),
        Offer(contract.state is State.OFFERED, sign, "signature", "承接方签署"),
        Offer(ready, Permission.ACCEPTANCE_REQUEST, "acceptances", "申请阶段验收"),
        Offer(running, Permission.CONTRACT_CHANGE, "changes", "提出变更"),
        Offer(running, run, "termination", "终止合同", needs_reason=True),
    )
    return offered(path("contracts", contract.id), contract, access, offers)
