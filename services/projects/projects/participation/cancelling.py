"""Calling an activity off, which is judged by whether anybody has come to it."""

from typing import Annotated

from fastapi import APIRouter, Depends

from chassis import clock, facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current
from chassis.transaction import TransactionRoute, Tx
from projects.activity import rules
from projects.activity.model import Activity
from projects.activity.routes import shown
from projects.activity.schemas import ActivityView
from projects.participation.dated import ParticipationRule
from projects.participation.model import recorded
from projects.participation.rules import missed
from projects.permissions import Permission
from projects.project.model import project_behind

router = APIRouter(tags=["活动 activity"], route_class=TransactionRoute)

Planner = Annotated[Access, Depends(allow(Permission.ACTIVITY_PLAN))]
Planned = Annotated[Activity, Depends(current(Activity, Permission.ACTIVITY_PLAN))]


@router.post(
    "/activities/{id}/cancellation",
    responses=problems(NotFound, VersionMissing, VersionStale, rules.ActivityOver, rules.ActivityTakesPlace),
)
async def cancel(activity: Planned, body: Reason, tx: Tx, by: Planner, at: Now) -> ActivityView:
    """取消, until it starts; afterwards only where nobody came, so that nobody chooses who is asked how it was."""
    rule, count = ParticipationRule.on(clock.day(activity.starts_at)), await recorded(tx, activity.id)
    async with project_behind(tx, activity.project_id) as project:
        empty = missed(activity, rule, count, at=at)
        fact = rules.cancel(activity, project, reason=body.reason, at=at, missed=empty)
    await facts.tell(tx, fact, by=by)
    return await shown(tx, activity, by, at)
