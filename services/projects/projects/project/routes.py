"""Proposing, reviewing and closing projects, and what everybody may read of them."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis import clock, facts
from chassis.access import Access, allow, published, visible
from chassis.areas import any_area, below
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx
from procedures.approval.rules import REFUSALS as UNDECIDABLE
from procedures.approval.rules import Decider
from procedures.recusal import BothSides, officially
from projects.budget.ledger import BudgetExceeded
from projects.budget.rules import BudgetOutOfReach, LinesDoNotAddUp
from projects.deliberation.model import deliberation_behind
from projects.deliberation.organisation import OrganisationCopy
from projects.need.model import Need, taken_from_pool
from projects.need.rules import NeedNotPooled, require_pooled
from projects.permissions import Permission
from projects.project import closing, funding, money, rules
from projects.project.model import OPEN_TO_ALL, Project, State
from projects.project.moving import project_moving
from projects.project.schemas import ClosingIn, OpenProject, ProjectIn, ProjectView

router = APIRouter(tags=["项目 project"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]
Reader = Annotated[Access, Depends(allow(Permission.PROJECT_READ))]
Proposer = Annotated[Access, Depends(allow(Permission.PROJECT_PROPOSE))]
Reviewer = Annotated[Access, Depends(officially(Permission.PROJECT_REVIEW))]
Closer = Annotated[Access, Depends(allow(Permission.PROJECT_CLOSE))]
Drafted = Annotated[Project, Depends(current(Project, Permission.PROJECT_PROPOSE))]
Reviewed = Annotated[Project, Depends(current(Project, Permission.PROJECT_REVIEW))]
Running = Annotated[Project, Depends(current(Project, Permission.PROJECT_CLOSE))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
UNFUNDED = (BudgetOutOfReach, LinesDoNotAddUp)
UNSOUND = (
    rules.ProjectWithoutNeed,
    NeedNotPooled,
    rules.NeedsFarApart,
    rules.OrganisationNotStanding,
    rules.DeliberationNotAgreed,
)


@router.get("/published/projects/{id}", responses=problems(NotFound))
async def read_published(id: UUID, tx: Tx, _by: Anyone) -> OpenProject:  # noqa: A002 - the path's own name
    """An approved project as everybody may read it: what was planned and what was done."""
    project = await tx.scalar(select(Project).where(Project.id == id, Project.state.in_(OPEN_TO_ALL)))
    if project is None:
        raise NotFound
    return OpenProject.of(project)


@router.get("/projects")
async def list_(
    tx: Tx,
    access: Reader,
    asked: Asked,
    at: Now,
    state: State | None = None,
    area_id: UUID | None = None,
    organisation_id: UUID | None = None,
    need_id: UUID | None = None,
    deliberation_id: UUID | None = None,
    overdue: bool = False,  # noqa: FBT001, FBT002 - a query parameter
) -> Page[ProjectView]:
    """Projects in scope or of one's organisation, newest first; `overdue` are those that wait too long for somebody."""
    query = select(Project).where(visible(Project, access))
    if state is not None:
        query = query.where(Project.state == state)
    if area_id is not None:
        query = query.where(await below(tx, Project, area_id))
    named: dict[Any, Any] = {Project.organisation_id: organisation_id, Project.deliberation_id: deliberation_id}
    query = query.where(*[column == value for column, value in named.items() if value is not None])
    if overdue:
        query = query.where(Project.review_due_on < clock.day(at))
    if need_id is not None:
        query = query.where(Project.need_ids.contains([need_id]))
    found: Page[Project] = await page(tx, query, [Project.id], asked, lambda project: project)
    return Page(items=await money.seen(tx, found.items, access, at), next=found.next, count=found.count)


async def _organisation(tx: Tx, project: Project) -> OrganisationCopy | None:
    return await tx.get(OrganisationCopy, project.organisation_id) if project.organisation_id else None


async def _design(tx: Tx, project: Project, body: ProjectIn, by: Access) -> list[Need]:
    """Puts the plan onto the project, in the area that its needs share; the result must be the caller's to see."""
    if not body.need_ids:
        raise rules.ProjectWithoutNeed(pointer="/need_ids")
    needs = await taken_from_pool(tx, body.need_ids)
    require_pooled(needs, body.need_ids)
    areas = await tx.scalars(select(AreaCopy).where(AreaCopy.id.in_({need.area_id for need in needs})))
    area = await any_area(tx, rules.common_area(areas.all()))
    for name, value in body.model_dump(exclude={"organisation_id"}).items():
        setattr(project, name, value)
    own = by.organisation_id if not by.ranges else None
    project.organisation_id = body.organisation_id or own
    project.area_id, project.scope_key = area.id, area.scope_key
    if not by.reaches(project):
        raise NotFound(pointer="/organisation_id" if own else "/need_ids")
    grown_from = await deliberation_behind(tx, body.deliberation_id) if body.deliberation_id else None
    rules.require_agreed(project, grown_from)
    return needs


@router.post("/projects", status_code=201, responses=problems(NotFound, *UNSOUND))
async def propose(body: ProjectIn, tx: Tx, by: Proposer, at: Now) -> ProjectView:
    """起草项目: from needs of one community or one town."""
    project = Project(id=new_id(), activities_published=0, activities_held=0)
    needs = await _design(tx, project, body, by)
    fact = rules.propose(project, needs, await _organisation(tx, project), on=clock.day(at))
    tx.add(project)
    await facts.tell(tx, fact, by=by)
    return await money.seen_one(tx, project, by, at)


@router.get("/projects/{id}", responses=problems(NotFound))
async def read(
    project: Annotated[Project, Depends(existing(Project, Permission.PROJECT_READ))], tx: Tx, access: Reader, at: Now
) -> ProjectView:
    """One project in scope."""
    return await money.seen_one(tx, project, access, at)


@router.put("/projects/{id}/revision", responses=problems(*VERSIONED, rules.ProjectNotEditable, *UNSOUND))
async def revise(project: Drafted, body: ProjectIn, tx: Tx, by: Proposer, at: Now) -> ProjectView:
    """修改方案."""
    rules.require_editable(project)
    needs = await _design(tx, project, body, by)
    fact = rules.revise(project, needs, await _organisation(tx, project), on=clock.day(at))
    await facts.tell(tx, fact, by=by)
    return await money.seen_one(tx, project, by, at)


@router.post("/projects/{id}/submission", responses=problems(*VERSIONED, rules.ProjectNotEditable, *UNSOUND, *UNFUNDED))
async def submit(project: Drafted, tx: Tx, by: Proposer, at: Now) -> ProjectView:
    """提交审批."""
    needs, organisation = await taken_from_pool(tx, project.need_ids), await _organisation(tx, project)
    await funding.require_sound(tx, project)
    for fact in rules.submit(project, needs, organisation, by=by.account_id, at=at, on=clock.day(at)):
        await facts.tell(tx, fact, by=by)
    return await money.seen_one(tx, project, by, at)


@router.post(
    "/projects/{id}/approval",
    responses=problems(*VERSIONED, BothSides, rules.ProjectNotSubmitted, *UNDECIDABLE, BudgetExceeded, *UNSOUND),
)
async def approve(project: Reviewed, tx: Tx, by: Reviewer, at: Now) -> ProjectView:
    """批准."""
    needs, organisation = await taken_from_pool(tx, project.need_ids), await _organisation(tx, project)
    async with project_moving(tx, project.id, by):
        for fact in rules.approve(project, needs, organisation, by=Decider.of(by, project), at=at, on=clock.day(at)):
            await facts.tell(tx, fact, by=by)
        if project.state is State.APPROVED:
            await funding.commit(tx, project, at=at)
    return await money.seen_one(tx, project, by, at)


@router.post(
    "/projects/{id}/return", responses=problems(*VERSIONED, BothSides, rules.ProjectNotSubmitted, *UNDECIDABLE)
)
async def return_(project: Reviewed, body: Reason, tx: Tx, by: Reviewer, at: Now) -> ProjectView:
    """退回补正."""
    for fact in rules.return_(project, reason=body.reason, by=Decider.of(by, project), at=at):
        await facts.tell(tx, fact, by=by)
    return await money.seen_one(tx, project, by, at)


@router.post(
    "/projects/{id}/closing",
    responses=problems(
        *VERSIONED,
        rules.ProjectNotApproved,
        closing.ActivityStillPublished,
        closing.ContractRunning,
        closing.PurchaseOpen,
        closing.CorrectionOpen,
        closing.NothingHeld,
        closing.NeedNotOfProject,
    ),
)
async def close(project: Running, body: ClosingIn, tx: Tx, by: Closer, at: Now) -> ProjectView:
    """结项."""
    needs = await taken_from_pool(tx, project.need_ids)
    async with project_moving(tx, project.id, by):
        for fact in closing.close(project, needs, met=body.met_need_ids, outcome=body.outcome, at=at):
            await facts.tell(tx, fact, by=by)
        await funding.give_back(tx, project, at=at)
    return await money.seen_one(tx, project, by, at)
