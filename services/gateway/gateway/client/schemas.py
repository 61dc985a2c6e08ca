"""What is said of a client, and what a token request is answered."""

from datetime import datetime
from ipaddress import ip_network
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from gateway.client.dated import Scope
from gateway.client.model import Client, ClientState
from gateway.permissions import Permission


def _network(text: str) -> str:
    """An address or a network without host bits, as it will be compared."""
    try:
        return str(ip_network(text.strip(), strict=False))
    except ValueError:
        raise ValueError("须为 IP 地址或网段，例如 10.1.2.0/24") from None


Network = Annotated[str, Field(max_length=50), AfterValidator(_network)]


class ClientIn(BaseModel):
    """开立对接系统: its name, the area whose records it reads, and where its calls come from (none: anywhere)."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=2, max_length=50)]
    area_id: UUID
    networks: Annotated[list[Network], Field(max_length=20)] = []


class ScopesIn(BaseModel):
    """准予的权限范围: all that hold from now on."""

    model_config = ConfigDict(extra="forbid")

    scopes: Annotated[list[Annotated[str, Field(max_length=50)]], Field(max_length=50)]


class ScopeView(BaseModel):
    """权限范围."""

    name: str
    service: str
    title: str

    @classmethod
    def of(cls, scope: Scope) -> Self:
        """From the list."""
        return cls(**scope._asdict())


class ClientView(View):
    """对接系统."""

    id: UUID
    area_id: UUID
    name: str
    state: ClientState
    scopes: list[str]
    networks: list[str]
    opened_at: datetime
    secret_set_at: datetime
    former_secret_until: datetime | None
    used_at: datetime | None
    disabled_because: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, client: Client, access: Access) -> Self:
        """As this caller sees it; the secret is nowhere."""
        copied = {name: getattr(client, name) for name in ClientView.model_fields if name not in {"actions", "links"}}
        here = f"/api/gateway/clients/{client.id}"
        links = {"self": here, "area": f"/api/registry/areas/{client.area_id}"}
        return cls(**copied, actions=_actions(here, client, access), links=links)


class ClientSecret(ClientView):
    """对接系统, with the secret that was just made: it is shown this once."""

    secret: str

    @classmethod
    def made(cls, client: Client, access: Access, secret: str) -> Self:
        """Answers the opening, an exchange and the enabling."""
        return cls(**ClientView.seen(client, access).model_dump(), secret=secret)


class Token(BaseModel):
    """访问令牌 (RFC 6749 section 5.1); `expires_in` in seconds."""

    access_token: str
    token_type: str
    expires_in: int
    scope: str


def _actions(here: str, client: Client, access: Access) -> list[Action]:
    active = client.state is ClientState.ACTIVE
    another = access.account_id != client.opened_by
    offers = (
        Offer(active and another, Permission.CLIENT_PERMIT, "scopes", "准予权限", method="PUT"),
        Offer(active, Permission.CLIENT_OPEN, "secret", "更换密钥"),
        Offer(active, Permission.CLIENT_DISABLE, "disabling", "停用", needs_reason=True),
        Offer(not active, Permission.CLIENT_OPEN, "enabling", "恢复"),
    )
    return offered(here, client, access, offers)
