"""The token endpoint of other systems: OAuth 2.0 client credentials (RFC 6749 section 4.4)."""

import binascii
from base64 import b64decode
from typing import Annotated, Any
from urllib.parse import parse_qs, unquote_plus
from uuid import UUID

from fastapi import APIRouter, Header, Request
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.clock import Now, day, wall
from chassis.principal import Kind, Role
from chassis.problems import problems
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx, keyless
from gateway.client import rules
from gateway.client.dated import ClientRule
from gateway.client.model import Client, ClientState
from gateway.client.schemas import Token
from gateway.facts import ClientTokenIssued
from gateway.session import attempts
from gateway.session.door import WAY_IN, From
from gateway.session.model import Method, hashed
from gateway.session.rules import TooManyAttempts, Visitor

router = APIRouter(tags=["对接系统 client"], route_class=TransactionRoute)

FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["grant_type"],
                    "properties": {
                        "grant_type": {"type": "string", "const": "client_credentials"},
                        "scope": {
                            "type": "string",
                            "description": "separated by blanks; none: all",
                        },
                        "client_id": {"type": "string"},
                        "client_secret": {"type": "string"},
                    },
                }
            }
        },
    }
}
LONGEST = 4096  # bytes of a form


@router.post(
    "/token",
    dependencies=WAY_IN,
    openapi_extra=FORM,
    responses=problems(rules.ClientRefused, rules.GrantTypeUnknown, rules.ScopeNotPermitted, TooManyAttempts),
)
@keyless
async def token(
    request: Request, tx: Tx, visitor: From, at: Now, authorization: Annotated[str, Header(max_length=1000)] = ""
) -> Token:
    """领取访问令牌: by HTTP Basic or in the form; refusals carry the `error` of RFC 6749 beside our own."""
    body = (await request.body())[: LONGEST + 1]
    form = {name: values[-1] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
    if len(body) > LONGEST or form.get("grant_type") != "client_credentials":
        raise rules.GrantTypeUnknown(error="unsupported_grant_type")
    name, secret = _credentials(authorization, form)
    client = await _known(request, tx, name, secret, visitor)
    rule = ClientRule.on(day(at))
    told = rules.scopes_of_token(client, form.get("scope"))
    await tx.execute(update(Client).where(Client.id == client.id).values(used_at=at))
    issued = ClientTokenIssued(
        client_id=client.id, network=visitor.network, area_id=client.area_id, scope_key=client.scope_key
    )
    await facts.tell(tx, issued, by=str(client.id))
    area = await tx.get_one(AreaCopy, client.area_id)
    grant = {"role": Role.OA_CLIENT, "area_id": str(client.area_id), "scope_key": area.scope_key}
    claims = {
        "sub": str(client.id),
        "kind": Kind.CLIENT,
        "sid": str(client.sid),
        "grants": [grant],
        "scope": " ".join(told),
    }
    signed = request.app.state.signer.sign(claims, lifetime=rule.token_seconds)
    return Token(access_token=signed, token_type="Bearer", expires_in=rule.token_seconds, scope=claims["scope"])  # noqa: S106 - its registered name


def _credentials(authorization: str, form: dict[str, str]) -> tuple[str, str]:
    """The client's id and secret; in a header both are form-encoded (RFC 6749 section 2.3.1)."""
    scheme, _, given = authorization.partition(" ")
    if scheme.lower() != "basic":
        return form.get("client_id", ""), form.get("client_secret", "")
    try:
        name, _, secret = b64decode(given, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return unquote_plus(name), unquote_plus(secret)


async def _known(request: Request, tx: AsyncSession, name: str, secret: str, visitor: Visitor) -> Client:
    """The client that holds the secret; whoever does not is answered alike, whatever is wrong, and counted."""
    sessions = request.app.state.sessions
    name_hash = request.app.state.vault.lookup("client", name)
    attempt = await attempts.begin(sessions, name_hash, visitor, method=Method.CLIENT)
    client = await _by_name(tx, name)
    now, address = wall(), request.client.host if request.client else ""
    standing = client is not None and client.state is ClientState.ACTIVE and client.comes_from(address)
    if client is None or not standing or not client.knows(hashed(secret), now):
        known = client.id if client else None
        await tx.rollback()
        because, method = "client-refused", Method.CLIENT
        await attempts.fail(sessions, attempt, known, because=because, visitor=visitor, method=method)
        raise rules.ClientRefused(error="invalid_client")
    await attempts.succeed(tx, attempt)
    return client


async def _by_name(tx: AsyncSession, name: str) -> Client | None:
    try:
        client_id = UUID(name)
    except ValueError:
        return None
    # Held, or the share that two calls take would keep both from writing when it was used.
    return await tx.scalar(select(Client).where(Client.id == client_id).with_for_update(key_share=True))
