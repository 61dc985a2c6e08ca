"""The keys that tokens are verified with, and the list of what ended before its tokens did."""

import json
import time
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse
from joserfc.jwk import OKPKey
from pydantic import BaseModel

from chassis.access import open_door
from chassis.clock import wall
from chassis.feed import LONGEST_WAIT, neighbour
from chassis.transaction import TransactionRoute
from gateway.key.model import RINGS, Revocation, ended_since

router = APIRouter(tags=["密钥与吊销 key"], route_class=TransactionRoute)


class Ended(BaseModel):
    """吊销项: tokens of this session or account issued until `at` (seconds since 1970) are refused."""

    name: str
    at: float


class Revocations(BaseModel):
    """吊销名单: `after` is where the next read begins."""

    after: int
    items: list[Ended]


def public_keys(*paths: Path | None) -> dict[str, list[dict[str, object]]]:
    """The public halves, current first, then next, as a JWK set."""
    keys = [OKPKey.import_key(json.loads(path.read_text())) for path in paths if path is not None]
    return {"keys": [dict(key.as_dict(private=False)) for key in keys]}


@router.get("/jwks", dependencies=[Depends(open_door)])
async def jwks(request: Request) -> JSONResponse:
    """公钥: the one it signs with, and the one it will sign with next."""
    return JSONResponse(request.app.state.public_keys, headers={"Cache-Control": "public, max-age=300"})


@router.get("/revocations", include_in_schema=False)
async def revocations(
    request: Request,
    _who: Annotated[str, Depends(neighbour)],
    after: Annotated[int, Query(ge=0, le=2**62)] = 0,
    wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
) -> Revocations:
    """Entries after `after`, at once if there are any, else as soon as there are or after `wait` seconds."""
    state = request.app.state
    until = time.monotonic() + wait
    while True:
        heard = state.bell.listen((RINGS,))
        found = await _read(request, after)
        if found or time.monotonic() >= until or state.stopping.is_set():
            break
        await state.bell.wait(min(state.bell.patience, wait), since=heard)
    items = [Ended(name=entry.name, at=entry.at.timestamp()) for entry in found]
    return Revocations(after=max((entry.seq for entry in found), default=after), items=items)


async def _read(request: Request, after: int) -> list[Revocation]:
    """A session of its own for each look: a waiting neighbour holds no connection."""
    async with request.app.state.sessions() as session:
        return list(await ended_since(session, after, wall()))
