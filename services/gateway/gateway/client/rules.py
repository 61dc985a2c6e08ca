"""Opening a client, saying what it may read, exchanging its secret, and ending it: by different administrators."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from chassis.problems import Problem
from gateway.client.dated import scopes
from gateway.client.model import Client, ClientState
from gateway.facts import ClientDisabled, ClientEnabled, ClientOpened, ClientPermitted, ClientSecretRenewed


class ScopeUnknown(Problem):
    """没有这一权限范围。"""

    status = 422


class OpenedByOneself(Problem):
    """开立对接系统的人不能自己准予权限。"""

    status = 403


class ClientIsDisabled(Problem):
    """对接系统已停用。"""


class ClientIsActive(Problem):
    """对接系统未停用。"""


class ClientRefused(Problem):
    """对接系统的标识或密钥不正确。"""

    status = 401
    headers: ClassVar[dict[str, str]] = {"WWW-Authenticate": "Basic"}


class GrantTypeUnknown(Problem):
    """仅支持 client_credentials 方式。"""

    status = 400


class ScopeNotPermitted(Problem):
    """申请的权限范围未获准予。"""

    status = 400


def open_(client: Client) -> ClientOpened:
    """开立: it may read nothing until a security administrator permits it."""
    return ClientOpened(client_id=client.id, area_id=client.area_id, scope_key=client.scope_key)


def permit(client: Client, wanted: Sequence[str], *, by: UUID | None) -> ClientPermitted:
    """准予: from now on these scopes and no others; never by whoever opened it (三员分立)."""
    _require_active(client)
    if by == client.opened_by:
        raise OpenedByOneself
    for place, name in enumerate(wanted):
        if name not in scopes():
            raise ScopeUnknown(name, pointer=f"/scopes/{place}")
    client.scopes, client.permitted_by = [name for name in scopes() if name in wanted], by
    return ClientPermitted(
        client_id=client.id, scopes=client.scopes, area_id=client.area_id, scope_key=client.scope_key
    )


def renew_secret(client: Client, secret_hash: bytes, *, at: datetime, former: timedelta) -> ClientSecretRenewed:
    """更换密钥: the one before holds for a while, so that no call fails meanwhile."""
    _require_active(client)
    client.former_secret_hash, client.former_secret_until = client.secret_hash, at + former
    client.secret_hash, client.secret_set_at = secret_hash, at
    return ClientSecretRenewed(client_id=client.id, area_id=client.area_id, scope_key=client.scope_key)


def disable(client: Client, *, reason: str) -> ClientDisabled:
    """停用: no secret of before opens it again, the former one included."""
    _require_active(client)
    client.state, client.disabled_because = ClientState.DISABLED, reason
    client.former_secret_hash = client.former_secret_until = None
    return ClientDisabled(client_id=client.id, area_id=client.area_id, scope_key=client.scope_key)


def enable(client: Client, secret_hash: bytes, *, at: datetime) -> ClientEnabled:
    """恢复: with a new secret, since the one before may be why it was disabled."""
    if client.state is ClientState.ACTIVE:
        raise ClientIsActive
    client.state, client.disabled_because = ClientState.ACTIVE, None
    client.secret_hash, client.secret_set_at = secret_hash, at
    return ClientEnabled(client_id=client.id, area_id=client.area_id, scope_key=client.scope_key)


def scopes_of_token(client: Client, asked: str | None) -> list[str]:
    """What a token tells: all that is permitted, or the part that is asked for (RFC 6749 section 3.3)."""
    if not asked or not asked.strip():
        return client.scopes
    wanted = asked.split()
    beyond = sorted(set(wanted) - set(client.scopes))
    if beyond:
        raise ScopeNotPermitted(" ".join(beyond), error="invalid_scope")
    return wanted


def _require_active(client: Client) -> None:
    if client.state is not ClientState.ACTIVE:
        raise ClientIsDisabled
