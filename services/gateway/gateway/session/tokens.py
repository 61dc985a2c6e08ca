"""Tokens: what a session's holder is handed, in cookies or in the answer, and what the access token says."""

import secrets
from datetime import datetime
from typing import Any

from fastapi import Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.clock import day, wall
from chassis.door import ACCESS_COOKIE, SESSION_COOKIE
from chassis.principal import Kind
from chassis.tokens import LIFETIME
from chassis.vault import Vault
from gateway.identity.model import Account, display_name_of, roles_in_force
from gateway.identity.person import person_of
from gateway.session.model import Session
from gateway.session.schemas import Delivery, GrantHeld, Me, SignedIn


def new_token() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


async def me(tx: AsyncSession, account: Account, keys: Vault) -> Me:
    """The account as its holder sees it, with the roles in force today."""
    grants = [GrantHeld.of(grant, area) for grant, area in await roles_in_force(tx, account.id, day(wall()))]
    name = display_name_of(account, keys)
    return Me(id=account.id, kind=account.kind, display_name=name, grants=grants)


async def _claims(tx: AsyncSession, session: Session, account: Account, shown: Me) -> dict[str, Any]:
    """The claims fixed in the contracts; the person where it is known."""
    person = await person_of(tx, account)
    grants = [held.model_dump(mode="json", exclude={"area_name"}, exclude_none=True) for held in shown.grants]
    claims = {
        "sub": str(shown.id),
        "kind": Kind(shown.kind).value,
        "sid": str(session.sid),
        "amr": [session.method.value],
        "auth_time": int(session.opened_at.timestamp()),
        "grants": grants,
    }
    return claims | ({"person_id": str(person)} if person else {})


async def hand_over(
    tx: AsyncSession,
    request: Request,
    response: Response,
    *,
    session: Session,
    account: Account,
    token: str,
    delivery: Delivery,
) -> SignedIn:
    """Signs a fresh access token and hands it over with the session token, the way the holder wants them."""
    state, now = request.app.state, wall()
    shown = await me(tx, account, state.vault)
    lifetime = max(1, min(LIFETIME, int((session.expires_at - now).total_seconds())))
    access_token = state.signer.sign(await _claims(tx, session, account, shown), lifetime=lifetime)
    if delivery is Delivery.COOKIE:
        _set_cookies(response, token, access_token, session.expires_at, now)
    by_bearer = delivery is Delivery.BEARER
    return SignedIn(
        access_token=access_token if by_bearer else None,
        session_token=token if by_bearer else None,
        expires_in=lifetime,
        account=shown,
    )


def _set_cookies(response: Response, token: str, access_token: str, expires_at: datetime, now: datetime) -> None:
    # The access cookie outlives its token on purpose: a browser without it would be a stranger, not somebody to renew.
    longest = int((expires_at - now).total_seconds())
    for name, value in ((SESSION_COOKIE, token), (ACCESS_COOKIE, access_token)):
        response.set_cookie(name, value, max_age=longest, path="/", secure=True, httponly=True, samesite="lax")


def drop_cookies(response: Response) -> None:
    """Makes a browser forget both tokens."""
    for name in (SESSION_COOKIE, ACCESS_COOKIE):
        response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="lax")
