"""Planning, publishing and holding activities."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import any_area, below
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current, existing, get
from chassis.transaction import TransactionRoute, Tx
from projects.activity import rules, wanting
from projects.activity.course import CourseCopy
from projects.activity.lead import SocialWorkerCopy
from projects.activity.model import Activity, State
from projects.activity.plan import ActivityChange, ActivityIn
from projects.activity.schemas import ActivityView
from projects.permissions import Permission
from projects.project.model import Project, project_behind, running_among
from projects.project.rules import ProjectNotApproved

router = APIRouter(tags=["活动 activity"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.ACTIVITY_READ))]
Planner = Annotated[Access, Depends(allow(Permission.ACTIVITY_PLAN))]
Planned = Annotated[Activity, Depends(current(Activity, Permission.ACTIVITY_PLAN))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
UNSOUND = (rules.TimesReversed, rules.LeadNotRegistered)


@router.get("/activities")
async def list_(
    tx: Tx,
    access: Reader,
    asked: Asked,
    at: Now,
    state: State | None = None,
    project_id: UUID | None = None,
    need_id: UUID | None = None,
    lead_social_worker_id: UUID | None = None,
    area_id: UUID | None = None,
) -> Page[ActivityView]:
    """Activities in scope or of one's organisation, the latest start first."""
    query = select(Activity).where(visible(Activity, access))
    if state is not None:
        query = query.where(Activity.state == state)
    if project_id is not None:
        query = query.where(Activity.project_id == project_id)
    if need_id is not None:
        query = query.where(Activity.need_ids.contains([need_id]))
    if lead_social_worker_id is not None:
        query = query.where(Activity.lead_social_worker_id == lead_social_worker_id)
    if area_id is not None:
        query = query.where(await below(tx, Activity, area_id))
    found: Page[Activity] = await page(tx, query, [Activity.starts_at, Activity.id], asked, lambda each: each)
    running = await running_among(tx, {each.project_id for each in found.items}, _provider(access))
    items = [ActivityView.seen(each, access, at=at, running=each.project_id in running) for each in found.items]
    return Page(items=items, next=found.next, count=found.count)


def _provider(by: Access) -> UUID | None:
    """The organisation that somebody acts for; none where they answer for an area."""
    return None if by.ranges else by.organisation_id


async def shown(tx: Tx, activity: Activity, access: Access, at: Now) -> ActivityView:
    """One activity as this caller sees it now."""
    running = await running_among(tx, [activity.project_id], _provider(access))
    return ActivityView.seen(activity, access, at=at, running=bool(running))


async def _write(tx: Tx, activity: Activity, body: ActivityChange) -> None:
    """Puts what was given onto the activity; the lead and the area are judged by the rules."""
    given = body.model_dump(exclude_none=True, exclude={"place", "lead_social_worker_id", "area_id", "wanted"})
    for name, value in given.items():
        setattr(activity, name, value)
    if body.wanted is not None:
        asked = {course_id for each in body.wanted for course_id in each.training_ids}
        found = await tx.scalars(select(CourseCopy).where(CourseCopy.id.in_(asked))) if asked else ()
        activity.wanted = wanting.stored(body.wanted, {each.id: each.name for each in found})
    if body.place is not None:
        activity.place_name = body.place.name
        activity.latitude, activity.longitude = body.place.latitude, body.place.longitude


@router.post(
    "/projects/{id}/activities",
    status_code=201,
    responses=problems(
        NotFound, ProjectNotApproved, rules.AreaOutsideProject, rules.ProviderGone, wanting.CourseUnknown, *UNSOUND
    ),
)
async def plan(id: UUID, body: ActivityIn, tx: Tx, by: Planner, at: Now) -> ActivityView:  # noqa: A002
    """计划活动, in an approved project of one's area or organisation."""
    project = await get(tx, Project, id, by, lock=True)
    activity = Activity(id=new_id())
    rules.locate(activity, project, await any_area(tx, body.area_id or project.area_id))
    await _write(tx, activity, body)
    lead = await tx.get(SocialWorkerCopy, body.lead_social_worker_id)
    fact = rules.plan(activity, project, lead, on=clock.day(activity.starts_at), provider_id=_provider(by))
    tx.add(activity)
    await facts.tell(tx, fact, by=by)
    return await shown(tx, activity, by, at)


@router.get("/activities/{id}", responses=problems(NotFound))
async def read(
    activity: Annotated[Activity, Depends(existing(Activity, Permission.ACTIVITY_READ))],
    tx: Tx,
    access: Reader,
    at: Now,
) -> ActivityView:
    """One activity in scope."""
    return await shown(tx, activity, access, at)


@router.patch(
    "/activities/{id}",
    responses=problems(
        *VERSIONED, rules.ActivityOver, rules.ActivityStarted, rules.ActivityInPast, wanting.CourseUnknown, *UNSOUND
    ),
)
async def revise(activity: Planned, body: ActivityChange, tx: Tx, by: Planner, at: Now) -> ActivityView:
    """修改计划."""
    rules.require_revisable(activity, at=at)
    await _write(tx, activity, body)
    lead = await tx.get(SocialWorkerCopy, body.lead_social_worker_id or activity.lead_social_worker_id)
    await facts.tell(tx, rules.revise(activity, lead, on=clock.day(activity.starts_at), at=at), by=by)
    return await shown(tx, activity, by, at)


@router.post(
    "/activities/{id}/publication",
    responses=problems(
        *VERSIONED,
        rules.ActivityNotPlanned,
        rules.ActivityInPast,
        rules.ProviderGone,
        ProjectNotApproved,
        *UNSOUND,
    ),
)
async def publish(activity: Planned, tx: Tx, by: Planner, at: Now) -> ActivityView:
    """发布."""
    lead = await tx.get(SocialWorkerCopy, activity.lead_social_worker_id)
    async with project_behind(tx, activity.project_id) as project:
        on, provider = clock.day(activity.starts_at), _provider(by)
        fact = rules.publish(activity, project, lead, on=on, at=at, provider_id=provider)
    await facts.tell(tx, fact, by=by)
    return await shown(tx, activity, by, at)


@router.post(
    "/activities/{id}/completion",
    responses=problems(*VERSIONED, rules.ActivityNotPublished, rules.ActivityNotStarted),
)
async def complete(activity: Planned, tx: Tx, by: Planner, at: Now) -> ActivityView:
    """举办完毕."""
    async with project_behind(tx, activity.project_id) as project:
        fact = rules.complete(activity, project, at=at)
    await facts.tell(tx, fact, by=by)
    return await shown(tx, activity, by, at)
