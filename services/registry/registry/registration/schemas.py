"""What an application for registration takes in and how it looks from outside, the representative masked."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from chassis.access import Access
from chassis.clock import Day
from chassis.person import IdType
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from chassis.vault import Vault, mask_name
from registry.organisation.model import Category, Kind
from registry.organisation.uscc import FindingCode
from registry.permissions import Permission
from registry.registration.model import Registration, State

Text = Annotated[str, Field(min_length=2, max_length=100)]
Long = Annotated[str, Field(min_length=2, max_length=500)]


class RepresentativeIn(BaseModel):
    """法定代表人."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=2, max_length=50)]
    id_type: IdType
    id_number: Annotated[str, Field(max_length=30)]


class Document(BaseModel):
    """一项登记材料: what the law names, given as files or, where no file fits, as a note that says why."""

    model_config = ConfigDict(extra="forbid")

    name: Text
    note: Annotated[str, Field(max_length=500)] = ""
    attachment_ids: Annotated[list[UUID], Field(max_length=20)] = []


class MaterialIn(BaseModel):
    """登记材料; `members` counts staff of a service body, directors of a foundation; funds in fen."""

    model_config = ConfigDict(extra="forbid")

    name: Text
    kind: Kind
    category: Category
    venue: Annotated[str, Field(min_length=2, max_length=200)]
    business_scope: Long
    members: Annotated[int, Field(ge=0, le=100_000)]
    funds_fen: Annotated[int, Field(ge=0, le=10**14)]
    representative: RepresentativeIn
    documents: Annotated[list[Document], Field(max_length=20)]


class RegistrationIn(MaterialIn):
    """登记申请: anew in an area, or of a filed organisation."""

    area_id: UUID | None = None
    organisation_id: UUID | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.area_id is None) == (self.organisation_id is None):
            raise ValueError("新成立的填所在片区，由备案转登记的填该组织，二者只填一项")
        return self


class GrantIn(BaseModel):
    """准予登记: credit code, certificate and its last valid day (excluded)."""

    model_config = ConfigDict(extra="forbid")

    uscc: Annotated[str, Field(max_length=30)]
    certificate_number: Annotated[str, Field(min_length=4, max_length=40)]
    valid_to: Day


class FindingView(BaseModel):
    """统一社会信用代码的核对结果."""

    code: FindingCode
    detail: str
    is_warning: bool


class RegistrationView(View):
    """登记申请; `due_on` is the last day for what the authority has to do next."""

    id: UUID
    organisation_id: UUID
    area_id: UUID
    state: State
    promotes: bool
    name: str
    kind: Kind
    category: Category
    venue: str
    business_scope: str
    members: int
    funds_fen: int
    documents: list[Document]
    representative: str
    submitted_at: datetime
    judged_by: str
    accepted_on: date | None
    due_on: date | None
    returned_because: str | None
    refused_because: str | None
    decided_on: date | None
    actions: list[Action]
    links: dict[str, str | None]

    @classmethod
    def seen(cls, registration: Registration, access: Access, vault: Vault) -> Self:
        """As this caller sees it."""
        made = {"representative", "actions", "links"}
        plain = {name: getattr(registration, name) for name in cls.model_fields if name not in made}
        name = vault.decrypt(
            registration.representative_cipher,
            table="organisation",
            column="representative",
            row_id=registration.organisation_id,
        )
        known = registration.promotes or registration.state is State.GRANTED
        return cls(
            **plain,
            representative=mask_name(name),
            actions=actions(registration, access),
            links={
                "attachments": f"/api/registry/attachments?subject_id={registration.id}",
                "area": f"/api/registry/areas/{registration.area_id}",
                "organisation": f"/api/registry/organisations/{registration.organisation_id}" if known else None,
            },
        )


def actions(registration: Registration, access: Access) -> list[Action]:
    """The verbs offered now."""
    state, another = registration.state, registration.submitted_by != access.account_id
    pending = another and state in {State.SUBMITTED, State.ACCEPTED}
    accepted = another and state is State.ACCEPTED
    offers = (
        Offer(state is State.CORRECTION, Permission.REGISTRATION_APPLY, "correction", "补正后重新提交"),
        Offer(another and state is State.SUBMITTED, Permission.REGISTRATION_DECIDE, "acceptance", "受理"),
        Offer(pending, Permission.REGISTRATION_DECIDE, "return", "退回补正", needs_reason=True),
        Offer(accepted, Permission.REGISTRATION_DECIDE, "grant", "准予登记"),
        Offer(accepted, Permission.REGISTRATION_DECIDE, "refusal", "不予登记", needs_reason=True),
    )
    return offered(f"/api/registry/registrations/{registration.id}", registration, access, offers)
