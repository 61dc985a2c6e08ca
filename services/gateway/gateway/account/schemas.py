"""What opening an account takes in, and how an account looks to administrators."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator

from chassis.access import Access
from chassis.clock import Day
from chassis.person import IdType
from chassis.principal import Kind, Role
from chassis.records import Action
from chassis.transaction import View
from chassis.vault import Vault
from gateway.account.offers import here, on_account, on_grant
from gateway.identity.model import Account, RoleGrant, State, display_name_of, username_of

Password = Annotated[SecretStr, Field(min_length=1, max_length=128)]


class AccountIn(BaseModel):
    """开立账号: a name to sign in with, the name shown to others, a first password, and the area it belongs to.

    With a document the holder is known as a person: nobody then confirms their own hours by another account.
    """

    model_config = ConfigDict(extra="forbid")

    username: Annotated[str, Field(min_length=3, max_length=32, pattern=r"^[A-Za-z][A-Za-z0-9._-]*$")]
    display_name: Annotated[str, Field(min_length=1, max_length=50)]
    password: Password
    area_id: UUID
    id_type: IdType | None = None
    id_number: Annotated[SecretStr | None, Field(min_length=5, max_length=30)] = None

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.id_type is None) != (self.id_number is None):
            raise ValueError("证件类型与证件号码须同时提供")
        return self


class PasswordIn(BaseModel):
    """重置密码."""

    model_config = ConfigDict(extra="forbid")

    password: Password


class OwnPasswordIn(PasswordIn):
    """修改本人密码: the present one proves that it is the holder."""

    current_password: Password


class GrantIn(BaseModel):
    """授予角色: from today unless said otherwise; `valid_to` is the first day without it."""

    model_config = ConfigDict(extra="forbid")

    role: Role
    area_id: UUID
    organisation_id: UUID | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None


class GrantView(BaseModel):
    """授权."""

    id: UUID
    role: Role
    area_id: UUID
    area_name: str
    organisation_id: UUID | None
    valid_from: date
    valid_to: date | None
    actions: list[Action]


class AccountItem(View):
    """账号, as a line of a list."""

    id: UUID
    area_id: UUID
    state: State
    kind: Kind
    username: str
    display_name: str
    opened_at: datetime
    roles: list[Role]

    @classmethod
    def of(cls, account: Account, keys: Vault, on: date) -> Self:
        """From the stored account."""
        return cls(**_plain(account, keys, on))


class AccountView(AccountItem):
    """账号, whole."""

    disabled_because: str | None
    password_set_at: datetime | None
    person_known: bool
    grants: list[GrantView]
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, account: Account, access: Access, keys: Vault, names: dict[UUID, str], on: date) -> Self:
        """As this caller sees it, with the verbs that the rules and the caller's permissions allow."""
        return cls(
            **_plain(account, keys, on),
            disabled_because=account.disabled_because,
            password_set_at=account.password_set_at,
            person_known=account.person_id is not None,
            grants=[_grant(account, each, access, names) for each in account.held(on)],
            actions=on_account(account, access),
            links={"self": here(account), "area": f"/api/registry/areas/{account.area_id}"},
        )


def _plain(account: Account, keys: Vault, on: date) -> dict[str, object]:
    copied = ("id", "version", "area_id", "state", "kind", "opened_at")
    return {name: getattr(account, name) for name in copied} | {
        "username": username_of(account, keys),
        "display_name": display_name_of(account, keys),
        "roles": sorted({each.role for each in account.held(on)}),
    }


def _grant(account: Account, given: RoleGrant, access: Access, names: dict[UUID, str]) -> GrantView:
    copied = ("id", "role", "area_id", "organisation_id", "valid_from", "valid_to")
    return GrantView(
        **{name: getattr(given, name) for name in copied},
        area_name=names.get(given.area_id, ""),
        actions=on_grant(account, given, access),
    )
