"""Signing in with a password, staying signed in, and signing out."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import open_door, principal_of
from chassis.clock import wall
from chassis.database import Sessions
from chassis.door import SESSION_COOKIE, CrossSite, SessionEnded
from chassis.paging import Asked, Page, page
from chassis.principal import Principal, SignInNeeded
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx, keyless
from gateway.identity.model import Account, State
from gateway.identity.passwords import Hashing, SignInBusy
from gateway.session import attempts, rules, tokens
from gateway.session.admission import admit, end, lifetime_of
from gateway.session.door import WAY_IN, From, SignedInAs, require_own_page
from gateway.session.model import Ending, Method, Session, by_token
from gateway.session.schemas import Delivery, Installation, Me, Renewal, SessionItem, SignedIn, SignIn

router = APIRouter(tags=["登录 session"], route_class=TransactionRoute)

Caller = Annotated[Principal, Depends(principal_of)]


@router.post(
    "/session",
    dependencies=WAY_IN,
    responses=problems(rules.SignInRefused, rules.TooManyAttempts, SignInBusy, CrossSite),
)
@keyless
async def sign_in(body: SignIn, request: Request, response: Response, tx: Tx, visitor: From) -> SignedIn:
    """密码登录: a wrong password, an unknown name and a disabled account are answered alike, and as fast."""
    if body.delivery is Delivery.COOKIE:
        require_own_page(request)
    sessions: Sessions = request.app.state.sessions
    name_hash = request.app.state.vault.lookup("username", body.username)
    attempt = await attempts.begin(sessions, name_hash, visitor)
    found = await _credential(tx, name_hash)
    # Hashing may have to queue, and whoever queues holds no connection.
    await tx.rollback()
    matches = await _matches(request, attempt, found.password_hash if found else None, body.password)
    account = await tx.get_one(Account, found.id, with_for_update={"read": True}) if found and matches else None
    # A password that was reset while this one waited for its turn signs nobody in any more.
    standing = account is not None and found is not None and account.password_hash == found.password_hash
    if account is None or not standing or account.state is not State.ACTIVE:
        await tx.rollback()
        because = "disabled" if standing else "wrong-password"
        await attempts.fail(sessions, attempt, found.id if found else None, because=because, visitor=visitor)
        raise rules.SignInRefused
    await attempts.succeed(tx, attempt)
    return await admit(tx, request, response, account, method=Method.PASSWORD, delivery=body.delivery, visitor=visitor)


async def _credential(tx: AsyncSession, name_hash: bytes) -> Row[UUID, str | None] | None:
    query = select(Account.id, Account.password_hash).where(Account.username_hash == name_hash)
    return (await tx.execute(query)).one_or_none()


async def _matches(request: Request, attempt: UUID, stored: str | None, password: str) -> bool:
    """Whether the password fits; an attempt turned away by the queue does not count."""
    hashing: Hashing = request.app.state.hashing
    try:
        return await hashing.verify(stored, password)
    except SignInBusy:
        await attempts.forget(request.app.state.sessions, attempt)
        raise


@router.post("/session/renewal", dependencies=WAY_IN, responses=problems(SignInNeeded, SessionEnded, CrossSite))
@keyless
async def renew(request: Request, response: Response, tx: Tx, body: Renewal | None = None) -> SignedIn:
    """续期: a fresh access token with the rights of now; a browser sends its cookie, an app its session token."""
    delivery, token = (Delivery.BEARER, body.session_token) if body else (Delivery.COOKIE, _cookie(request))
    session = await by_token(tx, token)
    account = await tx.get(Account, session.account_id) if session else None
    if session is None or account is None:
        raise SessionEnded
    now = wall()
    rules.renew(session, account, lifetime=lifetime_of(account, now), now=now)
    return await tokens.hand_over(
        tx, request, response, session=session, account=account, token=token, delivery=delivery
    )


def _cookie(request: Request) -> str:
    token = request.cookies.get(SESSION_COOKIE)
    if token is None:
        raise SignInNeeded
    require_own_page(request)
    return token


@router.delete("/session", status_code=204, dependencies=WAY_IN, responses=problems(SignInNeeded, CrossSite))
async def sign_out(request: Request, response: Response, tx: Tx, caller: Caller) -> None:
    """退出登录: of the browser's cookie or, without one, of the session that the access token names."""
    if caller.session_id is None:
        session = await by_token(tx, _cookie(request))
    else:
        session = await tx.scalar(select(Session).where(Session.sid == UUID(caller.session_id)).with_for_update())
    now = wall()
    if session is not None and session.is_live(now):
        account = await tx.get_one(Account, session.account_id)
        await end(tx, account, [session], because=Ending.SIGNED_OUT, by=str(account.id), now=now)
    tokens.drop_cookies(response)


@router.get("/installation", dependencies=[Depends(open_door)])
async def installation(request: Request) -> Installation:
    """Whether what is shown here is a demo; also for who is signed out."""
    return Installation(demo=request.app.state.settings.demo)


@router.get("/me", responses=problems(SignInNeeded, NotFound))
async def me(request: Request, tx: Tx, by: SignedInAs) -> Me:
    """本人账号: with the roles in force."""
    account = await tx.get(Account, by.account_id)
    if account is None:
        raise NotFound
    state = request.app.state
    return await tokens.me(tx, account, state.vault)


@router.get("/sessions", responses=problems(SignInNeeded))
async def list_(tx: Tx, by: SignedInAs, asked: Asked) -> Page[SessionItem]:
    """本人的登录会话: newest first."""
    now = wall()
    query = select(Session).where(
        Session.account_id == by.account_id,
        Session.ended_at.is_(None),
        Session.idle_until > now,
        Session.expires_at > now,
    )
    current = by.principal.session_id
    return await page(tx, query, [Session.id], asked, lambda session: SessionItem.of(session, current))


@router.delete("/sessions/{id}", status_code=204, responses=problems(SignInNeeded, NotFound))
async def end_one(id: UUID, tx: Tx, by: SignedInAs) -> None:  # noqa: A002 - the path's own name
    """结束本人的一个会话."""
    query = select(Session).where(Session.id == id, Session.account_id == by.account_id).with_for_update()
    session, now = await tx.scalar(query), wall()
    if session is None or not session.is_live(now):
        raise NotFound
    account = await tx.get_one(Account, session.account_id)
    await end(tx, account, [session], because=Ending.ENDED_ELSEWHERE, by=by, now=now)
