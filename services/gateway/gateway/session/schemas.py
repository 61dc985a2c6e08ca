"""What a sign-in takes in, and what whoever is signed in learns about themselves."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.principal import Kind, Role
from chassis.records import Action
from chassis.tables import AreaCopy
from gateway.identity.model import RoleGrant
from gateway.session.model import Method, Session


class Delivery(StrEnum):
    """交付方式: browsers get cookies that scripts cannot read, apps get the tokens themselves."""

    COOKIE = "cookie"
    BEARER = "bearer"


class SignIn(BaseModel):
    """用户名和密码."""

    model_config = ConfigDict(extra="forbid")

    username: Annotated[str, Field(min_length=1, max_length=64)]
    password: Annotated[str, Field(min_length=1, max_length=128)]
    delivery: Delivery = Delivery.COOKIE


class Renewal(BaseModel):
    """续期: the session token of an app; a browser sends its cookie."""

    model_config = ConfigDict(extra="forbid")

    session_token: Annotated[str, Field(min_length=20, max_length=100)]


class GrantHeld(BaseModel):
    """当前角色."""

    role: Role
    area_id: UUID
    area_name: str
    scope_key: str
    organisation_id: UUID | None

    @classmethod
    def of(cls, grant: RoleGrant, area: AreaCopy) -> Self:
        """From the stored grant, its area as it is now."""
        return cls(
            role=grant.role,
            area_id=area.id,
            area_name=area.name or area.code,
            scope_key=area.scope_key,
            organisation_id=grant.organisation_id,
        )


class Installation(BaseModel):
    """本系统说明: what everybody may know; `demo` says that the records of this installation are invented."""

    demo: bool


class Me(BaseModel):
    """本人账号."""

    id: UUID
    kind: Kind
    display_name: str
    grants: list[GrantHeld]


class SignedIn(BaseModel):
    """已登录: tokens are null where they travel as cookies; `expires_in` counts seconds of the access token."""

    access_token: str | None
    session_token: str | None
    expires_in: int
    account: Me


class SessionItem(BaseModel):
    """登录会话, as its holder sees it."""

    id: UUID
    is_current: bool
    method: Method
    network: str
    device: str
    opened_at: datetime
    seen_at: datetime
    expires_at: datetime
    actions: list[Action]

    @classmethod
    def of(cls, session: Session, current: str | None) -> Self:
        """From the stored session; `current` is the `sid` of the token that asks."""
        href = f"/api/gateway/sessions/{session.id}"
        return cls(
            id=session.id,
            is_current=str(session.sid) == current,
            method=session.method,
            network=session.network,
            device=session.device,
            opened_at=session.opened_at,
            seen_at=session.seen_at,
            expires_at=session.expires_at,
            actions=[Action(name="ending", method="DELETE", href=href, needs_reason=False, label="退出此设备")],
        )
