"""Accounts: whom a token speaks for, and the roles each holds in areas for a time."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Row, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record, new_id
from chassis.principal import Kind, Role
from chassis.problems import Unavailable
from chassis.tables import AreaCopy
from chassis.vault import Vault, mask_phone
from gateway.database import Table


class AreasUnknown(Unavailable):
    """片区数据尚未载入，请稍后再试。"""


class State(StrEnum):
    """账号状态."""

    ACTIVE = "active"
    DISABLED = "disabled"


class Account(Record, Table):
    """账号: of staff (user name and password) or of a phone; names and numbers are encrypted, found by keyed hash."""

    __tablename__ = "account"

    kind: Mapped[Kind]
    state: Mapped[State]
    username_cipher: Mapped[bytes | None]
    username_hash: Mapped[bytes | None] = mapped_column(unique=True)
    display_name_cipher: Mapped[bytes | None]
    phone_cipher: Mapped[bytes | None]
    phone_hash: Mapped[bytes | None] = mapped_column(unique=True)
    password_hash: Mapped[str | None]
    password_set_at: Mapped[datetime | None]
    # Of a member of staff whose document was shown when the account was opened; the number itself is not kept.
    person_id: Mapped[UUID | None]
    opened_at: Mapped[datetime]
    opened_by: Mapped[UUID | None]
    disabled_because: Mapped[str | None]
    # Changes of rights are changes of the account: this count makes them new versions of it.
    rights: Mapped[int] = mapped_column(default=0)
    grants: Mapped[list["RoleGrant"]] = relationship(lazy="raise", order_by="RoleGrant.id")

    __table_args__ = (Index("ix_account_scope_key_id", "scope_key", "id"),)

    def held(self, on: date) -> list["RoleGrant"]:
        """The roles held on a day or, if given for later, from then on."""
        return [grant for grant in self.grants if grant.revoked_at is None and not grant.is_over(on)]


class RoleGrant(Table):
    """授权: one role in one area, perhaps for an organisation, from a day until (excluding) another."""

    __tablename__ = "role_grant"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    role: Mapped[Role]
    area_id: Mapped[UUID]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    organisation_id: Mapped[UUID | None]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    granted_at: Mapped[datetime]
    granted_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]
    revoked_because: Mapped[str | None]

    __table_args__ = (
        Index("ix_role_grant_scope_key_id", "scope_key", "id"),
        Index("ix_role_grant_account_id", "account_id"),
    )

    def is_over(self, on: date) -> bool:
        """Whether its last day lies before a day."""
        return self.valid_to is not None and self.valid_to <= on

    def is_in_force(self, on: date) -> bool:
        """Whether it gives the role on a day."""
        return self.revoked_at is None and self.valid_from <= on and not self.is_over(on)


def staff(username: str, display_name: str, area: AreaCopy, keys: Vault, *, at: datetime) -> Account:
    """A staff account without roles and without a password."""
    made = new_id()
    return Account(
        id=made,
        area_id=area.id,
        scope_key=area.scope_key,
        kind=Kind.STAFF,
        state=State.ACTIVE,
        username_cipher=keys.encrypt(username, table="account", column="username", row_id=made),
        username_hash=keys.lookup("username", username),
        display_name_cipher=keys.encrypt(display_name, table="account", column="display_name", row_id=made),
        opened_at=at,
        rights=0,
        grants=[],
    )


def username_of(account: Account, keys: Vault) -> str:
    """The name that staff sign in with."""
    cipher = account.username_cipher
    return keys.decrypt(cipher, table="account", column="username", row_id=account.id) if cipher else ""


def display_name_of(account: Account, keys: Vault) -> str:
    """What the account's holder is called: the name of staff, the masked number of a phone."""
    if account.display_name_cipher is not None:
        return keys.decrypt(account.display_name_cipher, table="account", column="display_name", row_id=account.id)
    if account.phone_cipher is not None:
        return mask_phone(keys.decrypt(account.phone_cipher, table="account", column="phone", row_id=account.id))
    return ""


async def roles_in_force(tx: AsyncSession, account_id: UUID, on: date) -> Sequence[Row[RoleGrant, AreaCopy]]:
    """The roles an account holds on a day, each with its area as it is now."""
    query = (
        select(RoleGrant, AreaCopy)
        .join(AreaCopy, AreaCopy.id == RoleGrant.area_id)
        .where(RoleGrant.account_id == account_id, RoleGrant.revoked_at.is_(None), RoleGrant.valid_from <= on)
        .order_by(RoleGrant.id)
    )
    return [row for row in (await tx.execute(query)).all() if row[0].is_in_force(on)]


async def city(tx: AsyncSession) -> AreaCopy:
    """The city: where accounts without an area of their own belong."""
    found = await tx.scalar(select(AreaCopy).where(AreaCopy.level == "city").order_by(AreaCopy.code).limit(1))
    if found is None:
        raise AreasUnknown
    return found
