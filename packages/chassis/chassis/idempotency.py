"""A POST repeated with the same key has one effect and one answer."""

import hashlib
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import Header, Request, Response
from sqlalchemy import func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.clock import wall
from chassis.principal import Principal
from chassis.problems import Problem
from chassis.tables import KeptAnswer


class KeyMissing(Problem):
    """缺少 Idempotency-Key,无法防止重复提交。"""

    status = 400


class KeyInFlight(Problem):
    """同一请求正在办理,请稍候。"""

    status = 409
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


async def claim(session: AsyncSession, request: Request, principal: Principal) -> Claim | Response:
    """Takes the key, or gives the kept answer; the lock lasts as long as the transaction."""
    key = request.headers["idempotency-key"]
    body = await request.body()
    fingerprint = hashlib.sha256(f"{request.method} {request.url.path}\n".encode() + body).digest()
    mine = Claim(caller_of(principal), key, fingerprint)
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
    if kept.fingerprint != fingerprint:
        raise KeyReused
    return Response(kept.body, kept.status, {**kept.headers, "Idempotent-Replayed": "true"})


async def keep(session: AsyncSession, mine: Claim, response: Response) -> None:
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
            body=bytes(response.body),
            kept_at=wall(),
        )
    )


FORGET = text("delete from kept_answer where kept_at < now() - interval '72 hours'")
