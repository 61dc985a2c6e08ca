"""Probes: alive, ready, how far the followers are, and metrics; none of them is routed to the outside."""

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from chassis.access import open_door
from chassis.problems import Unavailable
from chassis.tables import Cursor, LogRow, Unsequenced

router = APIRouter(include_in_schema=False, dependencies=[Depends(open_door)])


@router.get("/livez")
async def alive() -> dict[str, str]:
    """The process answers; nothing else is asked."""
    return {"status": "alive"}


@router.get("/readyz")
async def ready(request: Request) -> dict[str, str]:
    """The database answers and is migrated."""
    try:
        async with request.app.state.read_engine.connect() as connection:
            await connection.execute(text("select version_num from alembic_version"))
    except (SQLAlchemyError, OSError) as away:
        raise Unavailable from away
    return {"status": "ready"}


@router.get("/health")
async def health(request: Request) -> JSONResponse:
    """How long the log is, what waits to be sequenced, and where each follower stands and why it stopped."""
    async with request.app.state.read_engine.connect() as connection:
        last = await connection.scalar(select(func.coalesce(func.max(LogRow.seq), 0)))
        waiting = await connection.scalar(select(func.count()).select_from(Unsequenced))
        cursors = (await connection.execute(select(Cursor.__table__))).mappings().all()
    followers = [
        {"follower": row["follower"], "source": row["source"], "seq": row["seq"], "stopped_by": row["stopped_by"]}
        for row in cursors
    ]
    return JSONResponse({"log": last, "unsequenced": waiting, "followers": followers})


@router.get("/metrics")
async def metrics() -> Response:
    """Prometheus text."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
