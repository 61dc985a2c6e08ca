"""Finding an opportunity: public, soonest first."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from chassis.access import Access, published
from chassis.areas import any_area
from chassis.clock import Instant, Now
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx
from volunteers.database import within
from volunteers.opportunity.model import Opportunity, Places, State, whole
from volunteers.opportunity.schemas import OpportunityView

router = APIRouter(prefix="/opportunities", tags=["岗位 opportunity"], route_class=TransactionRoute)

Anybody = Annotated[Access, Depends(published)]


@router.get("", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Anybody,
    at: Now,
    asked: Asked,
    area_id: UUID | None = None,
    activity_id: UUID | None = None,
    from_: Annotated[Instant | None, Query(alias="from", description="now when left out")] = None,
    has_places: bool = False,  # noqa: FBT001, FBT002 - a query parameter
) -> Page[OpportunityView]:
    """Open opportunities that begin from now on, soonest first; of one activity, all of them."""
    query = whole()
    if activity_id is not None:
        query = query.where(Opportunity.activity_id == activity_id)
    else:
        query = query.where(Places.state == State.OPEN, Opportunity.starts_at >= (from_ or at))
    if area_id is not None:
        query = query.where(within(Opportunity, await any_area(tx, area_id, pointer="?area_id")))
    if has_places:
        query = query.where(Places.taken < Places.capacity)
    order = [Opportunity.starts_at, Opportunity.id]
    return await page(tx, query, order, asked, lambda each: OpportunityView.seen(each, by, at), newest_first=False)


@router.get("/{id}", responses=problems(NotFound))
async def read(id: UUID, tx: Tx, by: Anybody, at: Now) -> OpportunityView:  # noqa: A002 - the path's own name
    """One opportunity, also one that is over."""
    opportunity = await tx.scalar(whole().where(Opportunity.id == id))
    if opportunity is None:
        raise NotFound
    return OpportunityView.seen(opportunity, by, at)
