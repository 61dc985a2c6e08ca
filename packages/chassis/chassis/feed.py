"""The feed: a service's facts in their one order, long-polled by other services (CloudEvents batch, http-feeds)."""

import time
from collections.abc import Sequence
from datetime import UTC
from typing import Annotated, Any
from uuid import NAMESPACE_OID, UUID, uuid5

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic_core import to_json
from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncEngine

from chassis.access import principal_of
from chassis.bell import Bell
from chassis.principal import Kind, SignInNeeded
from chassis.problems import Forbidden
from chassis.tables import Audience, FactRow, LogRow

MEDIA_TYPE = "application/cloudevents-batch+json"
LONGEST_WAIT = 25  # seconds

router = APIRouter()


async def neighbour(request: Request) -> str:
    """Dependency: another service; an unsigned call is 401 inside the cluster too."""
    principal = await principal_of(request)
    if principal.kind is Kind.ANONYMOUS:
        raise SignInNeeded
    if principal.service is None:
        raise Forbidden
    return principal.service


def traceparent(request_id: str, fact_id: UUID) -> str:
    """W3C Trace Context: the trace is the request that told the fact, wherever it is heard; the span is the fact.

    What nobody asked for begins a trace of its own.
    """
    try:
        trace = UUID(request_id)
    except ValueError:
        trace = uuid5(NAMESPACE_OID, request_id) if request_id else fact_id
    return f"00-{trace.hex}-{fact_id.hex[-16:]}-01"


def event_of(row: Row[Any], source: str) -> dict[str, Any]:
    """One fact as a CloudEvent."""
    return {
        "specversion": "1.0",
        "id": str(row.id),
        "source": f"/{source}",
        "type": row.type,
        "subject": row.subject,
        "time": row.time.astimezone(UTC).isoformat(),
        "datacontenttype": "application/json",
        "sansheseq": row.seq,
        "sansheactor": row.actor,
        "sanshearea": str(row.area_id) if row.area_id else None,
        "sanshescope": row.scope_key,
        "traceparent": traceparent(row.request_id, row.id),
        "data": row.data,
    }


async def read(engine: AsyncEngine, after: int, types: Sequence[str], limit: int) -> Sequence[Row[Any]]:
    """The public facts after a place in the log."""
    query = (
        select(LogRow.seq, *FactRow.__table__.c)
        .join(FactRow, FactRow.id == LogRow.fact_id)
        .where(LogRow.seq > after, LogRow.audience == Audience.PUBLIC)
        .order_by(LogRow.seq)
        .limit(limit)
    )
    if types:
        query = query.where(LogRow.type.in_(types))
    async with engine.connect() as connection:
        return (await connection.execute(query)).all()


@router.get("/facts", include_in_schema=False)
async def facts(
    request: Request,
    _who: Annotated[str, Depends(neighbour)],
    after: Annotated[int, Query(ge=0, le=2**62)] = 0,
    type: Annotated[list[str] | None, Query(max_length=50)] = None,  # noqa: A002 - the parameter's name in http-feeds
    limit: Annotated[int, Query(ge=1, le=2000)] = 500,
    wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
) -> Response:
    """Facts after `after`, at once if there are any, else as soon as there are or after `wait` seconds."""
    state = request.app.state
    grown: Bell = state.grown
    until = time.monotonic() + wait
    while True:
        heard = grown.listen(type or ())
        rows = await read(state.read_engine, after, type or (), limit)
        if rows or time.monotonic() >= until or state.stopping.is_set():
            break
        await grown.wait(min(grown.patience, until - time.monotonic()), since=heard)
    return Response(to_json([event_of(row, state.settings.service) for row in rows]), media_type=MEDIA_TYPE)
