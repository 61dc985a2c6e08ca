"""The records behind a figure: from the dashboard down to what was done, and from there back to the need."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from assessment.evidence.model import SOURCES
from assessment.evidence.schemas import ReadingView
from assessment.figure.measures import period_of
from assessment.figure.steps import Step
from assessment.indicator.model import Indicator
from assessment.indicator.months import Period, year_of
from assessment.permissions import Permission
from assessment.reading.anew import BeingMadeAnew, require_whole
from assessment.reading.model import ActivityCopy
from chassis import clock
from chassis.access import Access, allow, inside, visible
from chassis.areas import area_in_scope
from chassis.clock import Now
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx

router = APIRouter(prefix="/readings", tags=["数据来源 evidence"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.EVIDENCE_READ))]


def _asked_about(indicator: Indicator | Step, since: date | None, day: date) -> Period:
    """The days named, or those that the figure of that day looks at."""
    usual = year_of(day) if isinstance(indicator, Step) else period_of(indicator, day)
    return Period(since or usual.first, day)


@router.get("", responses=problems(NotFound, NoRuleInForce, BeingMadeAnew))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    at: Now,
    indicator: Indicator | Step,
    area_id: UUID,
    since: date | None = None,
    on: date | None = None,
) -> Page[ReadingView]:
    """The records behind a figure of an area, newest first; `indicator` is a figure or a step of the loop.

    As it stands today, or as it stood on a day; `since` is the first day of what is summed over days. How many they are
    is what the figure says: millions are not counted once more for a page of them.
    """
    area = await area_in_scope(tx, area_id, by, pointer="?area_id")
    await require_whole(tx)
    source = SOURCES[indicator]
    model = source.model
    within = (inside(model, area.scope_key), visible(model, by))
    query = select(model).where(*within, *source.conditions(_asked_about(indicator, since, on or clock.day(at))))
    uncounted = replace(asked, count=False)
    found: Page[Any] = await page(
        tx, query, source.order, uncounted, lambda record: record, merged=source.merged_in(area)
    )
    activities = await _needs_of_activities(tx, found.items)
    items = [ReadingView.of(indicator, source, record, activities) for record in found.items]
    return Page(items=items, next=found.next, count=None)


async def _needs_of_activities(tx: Tx, records: Iterable[Any]) -> dict[UUID, list[UUID]]:
    """The needs of the activities that records belong to; an activity not yet heard of has none to show."""
    ids = {record.activity_id for record in records if hasattr(record, "activity_id")}
    query = select(ActivityCopy.id, ActivityCopy.need_ids).where(ActivityCopy.id.in_(ids))
    return {row.id: row.need_ids for row in await tx.execute(query)}
