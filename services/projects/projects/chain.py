"""The chain below a need, as the resident who raised it follows it: deliberations, its project, its activities."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel
from sqlalchemy import Select, select

from chassis import clock
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.problems import NotFound, problems
from chassis.records import existing
from chassis.transaction import TransactionRoute, Tx
from projects.activity.model import OPEN_TO_ALL, Activity
from projects.activity.schemas import OpenActivity
from projects.deliberation.model import OPEN_TO_ALL as TALKED_OPENLY
from projects.deliberation.model import Deliberation
from projects.deliberation.published import OpenDeliberation
from projects.need.model import Need
from projects.need.model import State as NeedState
from projects.paths import path
from projects.permissions import Permission
from projects.project.model import Project
from projects.project.schemas import OpenProject

router = APIRouter(tags=["需求 need"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.NEED_READ))]


class Chain(BaseModel):
    """从需求到协商、项目、活动: `need_id` is the need that goes on where the one asked about was merged."""

    need_id: UUID
    state: NeedState
    raised_at: datetime
    deliberations: list[OpenDeliberation]
    project: OpenProject | None
    activities: list[OpenActivity]
    links: dict[str, str]


def _public_deliberations(need: Need) -> Select[Deliberation]:
    about = (Deliberation.need_ids.contains([need.id]), Deliberation.state.in_(TALKED_OPENLY))
    return select(Deliberation).where(*about).order_by(Deliberation.meets_at, Deliberation.id)


def _public_activities(need: Need) -> Select[Activity]:
    answering = (Activity.need_ids.contains([need.id]), Activity.state.in_(OPEN_TO_ALL))
    return select(Activity).where(*answering).order_by(Activity.starts_at, Activity.id)


@router.get("/needs/{id}/chain", responses=problems(NotFound))
async def chain(
    need: Annotated[Need, Depends(existing(Need, Permission.NEED_READ))], tx: Tx, _access: Reader, at: Now
) -> Chain:
    """What has become of a need; of the later stages only what everybody may read."""
    async with beyond_scope(tx):
        while need.merged_into_id is not None:
            need = (await tx.scalars(select(Need).where(Need.id == need.merged_into_id))).one()
        project = await tx.get(Project, need.project_id) if need.project_id else None
        talked = (await tx.scalars(_public_deliberations(need))).all()
        found = (await tx.scalars(_public_activities(need))).all()
    return Chain(
        need_id=need.id,
        state=need.state,
        raised_at=need.raised_at,
        deliberations=[OpenDeliberation.of(each, clock.day(at)) for each in talked],
        project=OpenProject.of(project) if project else None,
        activities=[OpenActivity.of(each) for each in found],
        links={"need": path("needs", need.id)},
    )
