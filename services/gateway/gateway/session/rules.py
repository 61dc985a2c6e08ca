"""How sessions begin, go on and end, and when so many failures have happened that no more are borne."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import ClassVar

from chassis.database import new_id
from chassis.door import SessionEnded
from chassis.problems import Problem
from gateway import facts
from gateway.dated import Attempts, Lifetime
from gateway.identity.model import Account, State
from gateway.session.model import Ending, Method, Session, hashed


class SignInRefused(Problem):
    """用户名或密码不正确。"""

    status = 401


class TooManyAttempts(Problem):
    """登录失败次数过多，请稍后再试。"""

    status = 429
    headers: ClassVar[dict[str, str]] = {"Retry-After": "900"}


@dataclass(frozen=True, slots=True)
class Visitor:
    """来访者: the network and the device a sign-in comes from; the network is a /24 or /56, not an address."""

    network: str
    device: str


@dataclass(frozen=True, slots=True)
class Recent:
    """近期尝试: what has been tried lately; `here` is one account from one network since its last success there."""

    here: int
    pending_here: int
    account: int
    network: int
    known_here: bool


def must_refuse(recent: Recent, limits: Attempts) -> bool:
    """Whether no further attempt is borne; an account cannot be shut out from where it has signed in before."""
    by_account = not recent.known_here and recent.account >= limits.account
    return recent.here >= limits.here or by_account or recent.network >= limits.network


def must_wait(recent: Recent, limits: Attempts) -> bool:
    """Whether attempts still being decided could use up what is left."""
    return recent.here + recent.pending_here >= limits.here


def open_(
    account: Account, token: str, *, method: Method, visitor: Visitor, lifetime: Lifetime, now: datetime
) -> tuple[Session, facts.SessionOpened]:
    """登录: a new session each time, so that nobody can be put into one prepared by another."""
    session = Session(
        id=new_id(),
        account_id=account.id,
        sid=new_id(),
        token_hash=hashed(token),
        method=method,
        **asdict(visitor),
        opened_at=now,
        seen_at=now,
        idle_until=now + lifetime.idle,
        expires_at=now + lifetime.absolute,
    )
    fact = facts.SessionOpened(
        session_id=session.id,
        account_id=account.id,
        method=method,
        network=visitor.network,
        area_id=account.area_id,
        scope_key=account.scope_key,
    )
    return session, fact


def renew(session: Session, account: Account, *, lifetime: Lifetime, now: datetime) -> None:
    """续期: as long as it is neither ended, idle for too long, too old, nor its account disabled."""
    if not session.is_live(now) or account.state is not State.ACTIVE:
        raise SessionEnded
    session.seen_at, session.idle_until = now, now + lifetime.idle


def end(session: Session, account: Account, *, because: Ending, now: datetime) -> facts.SessionEnded:
    """结束登录."""
    session.ended_at, session.ended_because = now, because
    return facts.SessionEnded(
        session_id=session.id,
        account_id=session.account_id,
        because=because,
        area_id=account.area_id,
        scope_key=account.scope_key,
    )
