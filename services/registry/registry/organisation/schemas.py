"""What a filing takes in and how an organisation looks from outside."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from chassis.access import Access
from chassis.person import IdType
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from chassis.vault import Vault, mask_name
from registry.organisation.model import Category, Initiator, InitiatorKind, Kind, Organisation, Path, State
from registry.organisation.rules import EDITABLE, STANDING
from registry.permissions import Permission

Text = Annotated[str, Field(min_length=2, max_length=100)]


class InitiatorIn(BaseModel):
    """发起人: a person with an identity document, or a legal person with a credit code."""

    model_config = ConfigDict(extra="forbid")

    kind: InitiatorKind
    name: Text
    id_type: IdType | None = None
    id_number: Annotated[str | None, Field(max_length=30)] = None
    uscc: Annotated[str | None, Field(max_length=18)] = None

    @model_validator(mode="after")
    def _identified(self) -> Self:
        natural = self.kind is InitiatorKind.NATURAL
        if natural != (self.id_type is not None and self.id_number is not None) or natural == (self.uscc is not None):
            raise ValueError("自然人填证件类型和号码，法人填统一社会信用代码")
        return self


class RevisionIn(BaseModel):
    """备案材料; `members` counts persons, for a service body its staff. The community stays the one of the draft."""

    model_config = ConfigDict(extra="forbid")

    name: Text
    kind: Kind
    category: Category
    venue: Annotated[str, Field(min_length=2, max_length=200)]
    members: Annotated[int, Field(ge=0, le=100_000)]
    initiators: Annotated[list[InitiatorIn], Field(min_length=1, max_length=50)]


class OrganisationIn(RevisionIn):
    """备案材料 of a new draft, in its community."""

    area_id: UUID


class FilingIn(BaseModel):
    """准予备案: the number under which the town files."""

    model_config = ConfigDict(extra="forbid")

    number: Annotated[str, Field(min_length=4, max_length=40, pattern=r"^[\w()()〔〕-]+$")]


class InitiatorView(BaseModel):
    """发起人, the name masked."""

    kind: InitiatorKind
    name: str
    uscc: str | None

    @classmethod
    def of(cls, initiator: Initiator, vault: Vault) -> Self:
        """From the stored initiator."""
        name = vault.decrypt(initiator.name_cipher, table="initiator", column="name", row_id=initiator.id)
        is_person = initiator.kind is InitiatorKind.NATURAL
        return cls(kind=initiator.kind, name=mask_name(name) if is_person else name, uscc=initiator.uscc)


class OrganisationItem(View):
    """社区社会组织, as a line of a list."""

    id: UUID
    area_id: UUID
    state: State
    name: str
    kind: Kind
    category: Category
    path: Path
    number: str | None
    filed_on: date | None
    uscc: str | None
    registered_on: date | None

    @classmethod
    def of(cls, organisation: Organisation) -> Self:
        """From the stored organisation."""
        return cls.model_validate(organisation, from_attributes=True)


# What the registry lists of an organisation.
LISTED = ("posts", "registrations", "sanctions", "stationings")
# Fields of the view that are made rather than copied from the record.
COMPUTED = frozenset({"initiators", "representative", "actions", "links"})


class OrganisationView(OrganisationItem):
    """社区社会组织, whole; `judged_by` is the source of the rule set that the filing met."""

    venue: str
    members: int
    initiators: list[InitiatorView]
    submitted_at: datetime | None
    returned_because: str | None
    judged_by: str | None
    deregistered_on: date | None
    deregistered_because: str | None
    liquidation: str | None
    business_scope: str | None
    representative: str | None
    authority_code: str | None
    certificate_number: str | None
    certificate_valid_to: date | None
    revoked_on: date | None
    revoked_because: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, organisation: Organisation, access: Access, vault: Vault) -> Self:
        """As this caller sees it, with the verbs that the rules and the caller's permissions allow."""
        plain = {name: getattr(organisation, name) for name in cls.model_fields if name not in COMPUTED}
        return cls(
            **plain,
            initiators=[InitiatorView.of(each, vault) for each in organisation.initiators],
            representative=representative(organisation.id, organisation.representative_cipher, vault),
            actions=actions(organisation, access),
            links={
                "area": f"/api/registry/areas/{organisation.area_id}",
                **{each: f"/api/registry/{each}?organisation_id={organisation.id}" for each in LISTED},
                "history": f"/api/registry/organisations/{organisation.id}/history",
                "standing": f"/api/registry/organisations/{organisation.id}/standing",
                "projects": f"/api/projects/projects?organisation_id={organisation.id}",
            },
        )


def representative(organisation_id: UUID, cipher: bytes | None, vault: Vault) -> str | None:
    """法定代表人, masked; the cipher is bound to the organisation, also in what it was before."""
    if cipher is None:
        return None
    return mask_name(vault.decrypt(cipher, table="organisation", column="representative", row_id=organisation_id))


def actions(organisation: Organisation, access: Access) -> list[Action]:
    """The verbs offered now."""
    here, state = f"/api/registry/organisations/{organisation.id}", organisation.state
    filed = state is State.FILED
    reviewing = state is State.SUBMITTED and organisation.submitted_by != access.account_id
    # Of a registered body only the authority that registered it says anything new.
    authority = organisation.path is Path.FILED or access.may(Permission.REGISTRATION_DECIDE, organisation)
    offers = (
        Offer(state in EDITABLE, Permission.ORGANISATION_DRAFT, "submission", "提交备案"),
        Offer(state in EDITABLE, Permission.ORGANISATION_DRAFT, "revision", "修改", method="PUT"),
        Offer(reviewing, Permission.ORGANISATION_FILE, "filing", "准予备案"),
        Offer(reviewing, Permission.ORGANISATION_FILE, "return", "退回补正", needs_reason=True),
        Offer(filed, Permission.ORGANISATION_DEREGISTER, "deregistration", "注销备案", needs_reason=True),
        Offer(state in STANDING and authority, Permission.ORGANISATION_CHANGE, "change", "变更"),
        Offer(state is State.REGISTERED, Permission.REGISTRATION_DECIDE, "cancellation", "注销登记", needs_reason=True),
        Offer(state in STANDING and authority, Permission.ORGANISATION_SANCTION, "revocation", "撤销"),
    )
    return offered(here, organisation, access, offers)
