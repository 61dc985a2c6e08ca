"""A POST repeated with the same key has one effect and one answer."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, ClassVar
from uuid import NAMESPACE_OID, UUID, uuid5

from fastapi import Header, Request, Response
from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.clock import wall
from chassis.database import Sessions, system_transaction
from chassis.principal import Principal
from chassis.problems import Problem
from chassis.schedule import Turn
from chassis.tables import KeptAnswer
from chassis.vault import Vault

KEPT_FOR = timedelta(hours=72)


class KeyMissing(Problem):
    """缺少 Idempotency-Key，无法防止重复提交。"""

    status = 400


class KeyInFlight(Problem):
    """同一请求正在办理，请稍候。"""

    headers: ClassVar[dict[str, str]] = {"Retry-After": "1"}


class KeyReused(Problem):
    """此 Idempotency-Key 已用于另一请求。"""

    status = 422


@dataclass(frozen=True, slots=True)
class Claim:
    """A key taken by this request."""

    caller: str
    key: str
    fingerprint: bytes


async def required_key(
    idempotency_key: Annotated[str | None, Header(min_length=8, max_length=128, pattern=r"^[\x21-\x7e]+$")] = None,
) -> str:
    """Dependency of every POST that makes or moves something."""
    if idempotency_key is None:
        raise KeyMissing
    return idempotency_key


def caller_of(principal: Principal) -> str:
    """Keys belong to the account; signed-out residents share one space of random keys."""
    return str(principal.account_id or principal.service or principal.kind)


def fingerprint_of(request: Request, body: bytes) -> bytes:
    """What a key stands for: the method, the path and the body; keyed, since a body may hold an identity number."""
    sent = hashlib.sha256(f"{request.method} {request.scope['path']}\n".encode() + body).hexdigest()
    vault: Vault = request.app.state.vault
    return vault.lookup("kept_answer.fingerprint", sent)


def sealed(vault: Vault, mine: Claim, body: bytes) -> bytes:
    """An answer as it is kept: it may show somebody their own data in full."""
    return vault.encrypt(body.decode(), table="kept_answer", column="body", row_id=_row_of(mine.caller, mine.key))


def opened(vault: Vault, caller: str, key: str, body: bytes) -> bytes:
    """A kept answer as it was given."""
    return vault.decrypt(body, table="kept_answer", column="body", row_id=_row_of(caller, key)).encode()


def _row_of(caller: str, key: str) -> UUID:
    return uuid5(NAMESPACE_OID, f"{caller}|{key}")


async def claim(session: AsyncSession, request: Request, principal: Principal) -> Claim | Response:
    """Takes the key, or gives the kept answer; the lock lasts as long as the transaction."""
    key = request.headers["idempotency-key"]
    body = await request.body()
    mine = Claim(caller_of(principal), key, fingerprint_of(request, body))
    locked = await session.scalar(
        select(func.pg_try_advisory_xact_lock(func.hashtextextended(f"{mine.caller}|{key}", 0)))
    )
    if not locked:
        raise KeyInFlight
    kept = (
        await session.execute(
            select(KeptAnswer.fingerprint, KeptAnswer.status, KeptAnswer.headers, KeptAnswer.body).where(
                KeptAnswer.caller == mine.caller, KeptAnswer.key == key
            )
        )
    ).one_or_none()
    if kept is None:
        return mine
    if kept.fingerprint != mine.fingerprint:
        raise KeyReused
    body = opened(request.app.state.vault, mine.caller, key, kept.body)
    return Response(body, kept.status, {**kept.headers, "Idempotent-Replayed": "true"})


async def keep(session: AsyncSession, vault: Vault, mine: Claim, response: Response) -> None:
    """Keeps a successful answer; a refusal rolls back and may be tried again with the same key."""
    kept_headers = {
        name: value for name, value in response.headers.items() if name in {"content-type", "etag", "location"}
    }
    await session.execute(
        insert(KeptAnswer).values(
            caller=mine.caller,
            key=mine.key,
            fingerprint=mine.fingerprint,
            status=response.status_code,
            headers=kept_headers,
            body=sealed(vault, mine, bytes(response.body)),
            kept_at=wall(),
        )
    )


async def forget(sessions: Sessions, now: datetime) -> int:
    """Drops answers kept for longer than a client may still repeat; tells nothing."""
    async with system_transaction(sessions, at=now) as tx:
        await tx.execute(delete(KeptAnswer).where(KeptAnswer.kept_at < now - KEPT_FOR))
    return 0


TURN = Turn(forget, every=3600)
