"""Letting somebody in whose proof has been accepted, whatever the proof was; and ending what stands open."""

from collections.abc import Sequence
from datetime import datetime

from fastapi import Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access
from chassis.clock import day, wall
from chassis.database import new_id
from chassis.door import SESSION_COOKIE
from chassis.principal import Kind
from gateway.dated import Lifetime, SignInRule
from gateway.identity.model import Account
from gateway.key.model import REACH, revoke
from gateway.session import rules, tokens
from gateway.session.model import Ending, Method, Session, by_token, live_sessions
from gateway.session.schemas import Delivery, SignedIn


def lifetime_of(account: Account, now: datetime) -> Lifetime:
    """How long sessions of this kind of account last."""
    today = SignInRule.on(day(now))
    return today.staff if account.kind is Kind.STAFF else today.phone


async def admit(
    tx: AsyncSession,
    request: Request,
    response: Response,
    account: Account,
    *,
    method: Method,
    delivery: Delivery,
    visitor: rules.Visitor,
) -> SignedIn:
    """Opens a session for an account that the transaction holds, so that no right of it changes meanwhile."""
    now, token, previous = wall(), tokens.new_token(), request.cookies.get(SESSION_COOKIE)
    if delivery is Delivery.COOKIE and previous:
        await _end_previous(tx, previous, now)
    lifetime = lifetime_of(account, now)
    session, fact = rules.open_(account, token, method=method, visitor=visitor, lifetime=lifetime, now=now)
    tx.add(session)
    await facts.tell(tx, fact, by=str(account.id))
    return await tokens.hand_over(
        tx, request, response, session=session, account=account, token=token, delivery=delivery
    )


async def _end_previous(tx: AsyncSession, token: str, now: datetime) -> None:
    """Whoever signs in again in the same browser leaves the session they had there."""
    session = await by_token(tx, token)
    if session is not None and session.is_live(now):
        account = await tx.get_one(Account, session.account_id)
        await end(tx, account, [session], because=Ending.REPLACED, by=str(account.id), now=now)


async def end(
    tx: AsyncSession,
    account: Account,
    sessions: Sequence[Session],
    *,
    because: Ending,
    by: Access | str,
    now: datetime,
) -> None:
    """Ends sessions of an account, and their tokens with them."""
    for session in sessions:
        await facts.tell(tx, rules.end(session, account, because=because, now=now), by=by)
    await revoke(tx, [str(session.sid) for session in sessions], now + REACH)


async def end_all(tx: AsyncSession, account: Account, *, because: Ending, by: Access) -> None:
    """Ends every session of an account that the transaction holds."""
    now = wall()
    await end(tx, account, await live_sessions(tx, account.id, now), because=because, by=by, now=now)


async def rename_all(tx: AsyncSession, account: Account) -> None:
    """Kills the tokens that tell rights which are no longer those of the account; its sessions go on by new names."""
    now = wall()
    sessions = await live_sessions(tx, account.id, now)
    names = [str(session.sid) for session in sessions]
    for session in sessions:
        session.sid = new_id()
    await revoke(tx, names, now + REACH)
