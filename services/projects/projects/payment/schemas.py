"""What a payment takes in, and how it looks."""

import unicodedata
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from projects.paths import path
from projects.payment.model import Payment, State
from projects.permissions import Permission

SHORTEST = 4


def _number(text: str) -> str:
    """One spelling of a number, however it is typed: else its variants would pay twice."""
    joined = "".join(unicodedata.normalize("NFKC", text).upper().split())
    if len(joined) < SHORTEST:
        raise ValueError(f"请填写完整的国库支付单号，不少于 {SHORTEST} 个字符")
    return joined


class ShareIn(BaseModel):
    """应付比例, in parts per million, and why it is this one though too few have answered."""

    model_config = ConfigDict(extra="forbid")

    share_ppm: Annotated[int, Field(ge=0, le=1_000_000)]
    reason: Annotated[str, Field(min_length=10, max_length=2000)]


class MakingIn(BaseModel):
    """付款: the treasury's number of the transfer."""

    model_config = ConfigDict(extra="forbid")

    reference: Annotated[str, Field(min_length=SHORTEST, max_length=60), AfterValidator(_number)]


class PaymentView(View):
    """阶段款; `share_ppm` and `amount_fen` are null until the share is decided."""

    id: UUID
    area_id: UUID
    acceptance_id: UUID
    contract_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    organisation_id: UUID
    stage_no: int
    title: str
    stage_fen: int
    survey_id: UUID
    answered: int
    share_ppm: int | None
    amount_fen: int | None
    state: State
    due_at: datetime | None
    proposed_ppm: int | None
    proposed_by: UUID | None
    proposed_because: str | None
    confirmed_by: UUID | None
    requested_at: datetime | None
    requested_by: UUID | None
    returned_because: str | None
    made_at: datetime | None
    made_by: UUID | None
    reference: str | None
    actions: list[Action]
    links: dict[str, str | list[str]]

    @classmethod
    def seen(cls, payment: Payment, access: Access) -> Self:
        """As this caller sees it; from here the links lead back to the need."""
        made = {"actions", "links"}
        plain = {name: getattr(payment, name) for name in cls.model_fields if name not in made}
        links: dict[str, str | list[str]] = {
            "self": path("payments", payment.id),
            "acceptance": path("acceptances", payment.acceptance_id),
            "contract": path("contracts", payment.contract_id),
            "project": path("projects", payment.project_id),
            "needs": [path("needs", each) for each in payment.need_ids],
            "survey": f"/api/assessment/surveys/{payment.survey_id}",
        }
        return cls(**plain, actions=actions(payment, access), links=links)


def actions(payment: Payment, access: Access) -> list[Action]:
    """The verbs offered now: what moves it on first, and nobody confirms what they did themselves."""
    open_ = payment.state in {State.UNDECIDED, State.PROPOSED}
    other = payment.state is State.PROPOSED and payment.proposed_by != access.account_id
    second = payment.state is State.REQUESTED and payment.requested_by != access.account_id
    run = Permission.PAYMENT_RUN
    offers = (
        Offer(other, run, "share-confirmation", "确认应付比例"),
        Offer(open_, run, "share", "另提应付比例" if payment.state is State.PROPOSED else "提出应付比例"),
        Offer(payment.state is State.DUE, run, "request", "制单"),
        Offer(second, run, "making", "付款"),
        Offer(second, run, "return", "退回付款单", needs_reason=True),
    )
    return offered(path("payments", payment.id), payment, access, offers)
