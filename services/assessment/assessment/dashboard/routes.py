"""Dashboards: the headline of an area, one figure of each of its parts, its loop and its communities."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from assessment.dashboard import loop
from assessment.dashboard.indicator import HISTORY, IndicatorPage, counted_outside, page_of
from assessment.dashboard.look import Look
from assessment.dashboard.schemas import (
    AreaHead,
    CommunityLine,
    DashboardLinks,
    DashboardView,
    LoopStep,
    LoopView,
    Tile,
    TilesView,
)
from assessment.figure.loading import since
from assessment.figure.measures import sources_of
from assessment.figure.rules import goal
from assessment.figure.schemas import Figure, GoalView
from assessment.figure.steps import Step
from assessment.indicator.model import Indicator, defined
from assessment.outside_count.schemas import OutsideCountView
from assessment.permissions import Permission
from assessment.reading.anew import BeingMadeAnew
from assessment.reading.counting import UNCOUNTED, courses
from assessment.reading.model import Counted
from chassis.access import Access, allow
from chassis.areas import area_in_scope
from chassis.clock import Now
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx

router = APIRouter(prefix="/dashboards", tags=["驾驶舱 dashboard"], route_class=TransactionRoute)

REFUSED = (NotFound, BeingMadeAnew)
Viewer = Annotated[Access, Depends(allow(Permission.DASHBOARD_READ))]


async def shown(area_id: UUID, tx: Tx, by: Viewer) -> AreaCopy:
    """Dependency: the area of the path, if the caller may look at it."""
    return await area_in_scope(tx, area_id, by, pointer="path:area_id")


Shown = Annotated[AreaCopy, Depends(shown)]


@router.get("/{area_id}", responses=problems(*REFUSED))
async def read(area: Shown, tx: Tx, at: Now) -> DashboardView:
    """The headline of a city, a town or a community."""
    figures, as_of, stopped = await (await Look.of(tx, area, at)).headline()
    of_area = {**AreaHead.fields(area), "links": DashboardLinks.of(area)}
    return DashboardView(**of_area, as_of=as_of, stopped=[*stopped], figures=figures)


@router.get("/{area_id}/tiles", responses=problems(*REFUSED))
async def tiles(area: Shown, tx: Tx, at: Now, indicator: Indicator) -> TilesView:
    """One figure of each part: of the city its towns and parks, of a town its communities."""
    look = await Look.of(tx, area, at)
    day = look.day

    async def made() -> TilesView:
        uncounted = await look.ground([], day)
        return TilesView(
            indicator=indicator,
            name=defined(indicator, day).name,
            unit=defined(indicator, day).unit,
            as_of=at,
            stopped=[],
            target=GoalView.of(goal(indicator, uncounted)),
            items=[Tile.of(indicator, ground) for ground in await look.grounds_below(indicator)],
        )

    found, as_of, stopped = await look.get(("tiles", indicator), made, sources_of(indicator, day))
    return found.model_copy(update={"as_of": as_of, "stopped": [*stopped]})


@router.get("/{area_id}/indicators/{code}", responses=problems(*REFUSED))
async def indicator_page(area: Shown, code: Indicator, tx: Tx, by: Viewer, at: Now) -> IndicatorPage:
    """One figure with its definition, two years of readings, the pace it needs, a forecast, and what others count."""
    look = await Look.of(tx, area, at)
    day = look.day

    async def made() -> IndicatorPage:
        ground = await look.ground([code], since(day, [code], HISTORY))
        return page_of(code, ground, Figure.of(code, ground, at))

    page_, as_of, stopped = await look.get(("page", code), made, sources_of(code, day))
    outside = [OutsideCountView.seen(each, by) for each in await counted_outside(tx, area, code, day)]
    figure = page_.figure.model_copy(update={"as_of": as_of})
    return page_.model_copy(update={"figure": figure, "stopped": [*stopped], "outside": outside})


@router.get("/{area_id}/loop", responses=problems(*REFUSED))
async def loop_(area: Shown, tx: Tx, at: Now) -> LoopView:
    """The linkage loop since New Year, and where it is stuck."""
    look = await Look.of(tx, area, at)
    day = look.day

    async def made() -> LoopView:
        counts, queues = await loop.passed(tx, area, day), await loop.waiting(tx, area, day)
        return LoopView(
            **AreaHead.fields(area),
            year=day.year,
            as_of=at,
            stopped=[],
            steps=[LoopStep.of(step, counts[step], queues.get(step), area) for step in Step],
            stuck_at=loop.stuck(queues),
        )

    found, as_of, stopped = await look.get(("loop",), made)
    return found.model_copy(update={"as_of": as_of, "stopped": [*stopped]})


@router.get("/{area_id}/communities", responses=problems(*REFUSED))
async def communities(area: Shown, tx: Tx, at: Now, asked: Asked) -> Page[CommunityLine]:
    """Each community of an area with its organisations against the least number, by code."""
    look = await Look.of(tx, area, at)
    known = {each.scope_key: each for each in (await look.layout()).whole.communities if each.holds(look.day)}
    counted = await courses(tx, known, [Counted.ORGANISATIONS], look.day)
    organisations = counted[Counted.ORGANISATIONS]

    def show(area: AreaCopy) -> CommunityLine:
        number = organisations.get(area.scope_key, UNCOUNTED).at(look.day)
        return CommunityLine.of(area, known[area.scope_key], number)

    query = select(AreaCopy).where(AreaCopy.scope_key.in_(known))
    return await page(tx, query, [AreaCopy.code, AreaCopy.id], asked, show, newest_first=False)
