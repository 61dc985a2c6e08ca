"""What everybody may read of activities: the list of what is coming, one page each, and its calendar file."""

from datetime import datetime, time
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import or_, select

from chassis.access import Access, published
from chassis.areas import below
from chassis.clock import CITY, Day, Now
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx
from projects.activity.calendar import MEDIA_TYPE, calendar
from projects.activity.model import OPEN_TO_ALL, Activity, State
from projects.activity.schemas import OpenActivity

router = APIRouter(prefix="/published/activities", tags=["活动 activity"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]


async def open_activity(tx: Tx, activity_id: UUID) -> Activity:
    """An activity that has been public."""
    found = await tx.scalar(select(Activity).where(Activity.id == activity_id, Activity.state.in_(OPEN_TO_ALL)))
    if found is None:
        raise NotFound
    return found


@router.get("")
async def published_list(
    tx: Tx,
    _by: Anyone,
    asked: Asked,
    state: Literal[State.PUBLISHED, State.HELD] = State.PUBLISHED,
    area_id: UUID | None = None,
    project_id: UUID | None = None,
    from_: Annotated[Day | None, Query(alias="from")] = None,
    q: Annotated[str | None, Query(max_length=50)] = None,
) -> Page[OpenActivity]:
    """Published (or held) activities, the earliest first; `from` is a day, `q` a part of title, text or place."""
    query = select(Activity).where(Activity.state == state)
    if area_id is not None:
        query = query.where(await below(tx, Activity, area_id))
    if project_id is not None:
        query = query.where(Activity.project_id == project_id)
    if from_ is not None:
        query = query.where(Activity.starts_at >= datetime.combine(from_, time(), CITY))
    if q:
        texts = (Activity.title, Activity.description, Activity.place_name)
        query = query.where(or_(*(text.contains(q, autoescape=True) for text in texts)))
    order = [Activity.starts_at, Activity.id]
    return await page(tx, query, order, asked, OpenActivity.of, newest_first=False)


@router.get("/{id}", responses=problems(NotFound))
async def published_read(id: UUID, tx: Tx, _by: Anyone) -> OpenActivity:  # noqa: A002 - the path's own name
    """One activity that is or was public."""
    return OpenActivity.of(await open_activity(tx, id))


@router.get(
    "/{id}/calendar.ics",
    response_class=Response,
    responses={200: {"content": {"text/calendar": {}}}, **problems(NotFound)},
)
async def published_calendar(id: UUID, tx: Tx, _by: Anyone, at: Now) -> Response:  # noqa: A002
    """The calendar file."""
    activity = await open_activity(tx, id)
    name = f'attachment; filename="activity-{activity.id}.ics"'
    return Response(calendar(activity, at=at), media_type=MEDIA_TYPE, headers={"Content-Disposition": name})
