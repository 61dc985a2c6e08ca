"""解散: a team is dissolved, with a reason, once nothing of it is to come; its pairing ends with it."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from chassis import clock, facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.facts import Fact
from chassis.problems import NotFound, Problem, problems
from chassis.records import Reason, VersionMissing, VersionStale, current
from chassis.transaction import TransactionRoute, Tx
from volunteers.facts import TaskClosed
from volunteers.pairing import rules as pairing_rules
from volunteers.pairing.joint import coming
from volunteers.pairing.model import OPEN, Pairing
from volunteers.permissions import Permission
from volunteers.team import rules
from volunteers.team.model import PRESENT, Membership, Team
from volunteers.team.schemas import TeamView

router = APIRouter(prefix="/teams", tags=["志愿服务队 team"], route_class=TransactionRoute)

Founder = Annotated[Access, Depends(allow(Permission.TEAM_FORM))]


class TeamStillServes(Problem):
    """该志愿服务队还有未办完的活动，不能解散。"""


@router.post(
    "/{id}/dissolution", responses=problems(NotFound, VersionMissing, VersionStale, rules.TeamGone, TeamStillServes)
)
async def dissolve(
    team: Annotated[Team, Depends(current(Team, Permission.TEAM_FORM))], body: Reason, tx: Tx, by: Founder, at: Now
) -> TeamView:
    """解散, with a reason."""
    rules.require_standing(team)
    async with beyond_scope(tx):
        if expected := await coming(tx, team.id, at):
            raise TeamStillServes(coming=expected)
        for fact in await _dissolved(tx, team, body.reason, at):
            await facts.tell(tx, fact, by=by)
    return TeamView.seen(team, by)


async def _dissolved(tx: Tx, team: Team, reason: str, at: Now) -> list[Fact]:
    """Its pairing, or the wait for one, is over first."""
    on = clock.day(at)
    open_ = select(Pairing).where(Pairing.team_id == team.id, Pairing.state.in_(OPEN)).options(joinedload(Pairing.team))
    pairing = await tx.scalar(open_.with_for_update(of=Pairing))
    present = select(Membership).where(Membership.team_id == team.id, Membership.state.in_(PRESENT))
    waited: list[Fact] = [TaskClosed.of(rules.unpaired(team))] if pairing is None else []
    ended = pairing_rules.close(pairing, reason=reason, on=on) if pairing is not None else []
    left = rules.dissolve(team, list(await tx.scalars(present.with_for_update())), reason=reason, on=on)
    return [*ended, *waited, *left]
