"""双工覆盖: ratio and span by community, and the teams that no social worker stands beside."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.tables import AreaCopy
from volunteers.database import within
from volunteers.pairing.model import Pairing, State
from volunteers.pairing.successors import spans
from volunteers.pairing.worker import PostCopy
from volunteers.team.model import State as Standing
from volunteers.team.model import Team


class LoneTeam(BaseModel):
    """没有社工的队伍."""

    team_id: UUID
    area_id: UUID
    name: str
    members: int


class AreaCoverage(BaseModel):
    """One community, or a town itself.

    `paired_members` are in the teams that have a worker; `widest` is how many teams one of its workers has at most.
    """

    area_id: UUID
    code: str
    level: str
    name: str | None
    teams: int
    members: int
    paired_members: int
    running: int
    handover_due: int
    paired_workers: int
    workers_in_post: int
    widest: int


class CoverageView(BaseModel):
    """双工覆盖: where there are teams or social workers, and which teams have none."""

    communities: int
    with_team: int
    paired_workers: int
    most_teams: int
    source: str
    areas: list[AreaCoverage]
    without_worker: list[LoneTeam]


_COUNTED = ("teams", "members", "paired_members", "running", "handover_due")
_PAIRED = select(Pairing.id).where(Pairing.team_id == Team.id, Pairing.state == State.RUNNING).exists()


async def _teams(tx: AsyncSession, area: AreaCopy) -> dict[UUID, Any]:
    """By area: teams and members, how many run, wait for a hand-over, and by which workers."""
    running, due = Pairing.state == State.RUNNING, Pairing.state == State.HANDOVER_DUE
    counted = (
        func.count(Team.id.distinct()).label("teams"),
        func.coalesce(func.sum(Team.members), 0).label("members"),
        func.coalesce(func.sum(Team.members).filter(running), 0).label("paired_members"),
        func.count(Pairing.id).filter(running).label("running"),
        func.count(Pairing.id).filter(due).label("handover_due"),
        func.array_agg(Pairing.social_worker_id.distinct()).filter(running).label("workers"),
    )
    open_ = (Pairing.team_id == Team.id) & Pairing.state.in_([State.RUNNING, State.HANDOVER_DUE])
    query = select(Team.area_id, *counted).outerjoin(Pairing, open_)
    here = query.where(Team.state == Standing.ACTIVE, within(Team, area)).group_by(Team.area_id)
    return {row.area_id: row for row in await tx.execute(here)}


async def areas(tx: AsyncSession, area: AreaCopy) -> list[AreaCoverage]:
    """The communities below, and the town itself, that have a team or a social worker in post."""
    posts = select(PostCopy.area_id, func.count(PostCopy.social_worker_id.distinct())).where(within(PostCopy, area))
    in_post = {row[0]: row[1] for row in await tx.execute(posts.group_by(PostCopy.area_id)) if row[1]}
    teams = await _teams(tx, area)
    known = select(AreaCopy).where(AreaCopy.id.in_(teams.keys() | in_post.keys())).order_by(AreaCopy.scope_key)
    wide = await spans(tx, {worker for row in teams.values() for worker in row.workers or ()})
    shown = []
    for each in await tx.scalars(known):
        row = teams.get(each.id)
        workers = (row.workers if row else None) or []
        counted = {name: getattr(row, name) if row else 0 for name in _COUNTED}
        spread = {"paired_workers": len(workers), "widest": max((wide[who].teams for who in workers), default=0)}
        shown.append(
            AreaCoverage(
                area_id=each.id,
                code=each.code,
                level=each.level,
                name=each.name,
                workers_in_post=in_post.get(each.id, 0),
                **counted,
                **spread,
            )
        )
    return shown


async def paired_workers(tx: AsyncSession, area: AreaCopy) -> int:
    """How many workers stand beside teams there; one with teams in two communities is one."""
    standing = (Pairing.state == State.RUNNING, Team.state == Standing.ACTIVE, within(Team, area))
    counted = select(func.count(Pairing.social_worker_id.distinct())).join(Pairing.team).where(*standing)
    return await tx.scalar(counted) or 0


async def lone(tx: AsyncSession, area: AreaCopy, most: int) -> list[LoneTeam]:
    """The teams without a social worker in service, the largest first."""
    query = select(Team).where(Team.state == Standing.ACTIVE, within(Team, area), ~_PAIRED)
    found = await tx.scalars(query.order_by(Team.members.desc(), Team.id).limit(most))
    return [LoneTeam(team_id=each.id, area_id=each.area_id, name=each.name, members=each.members) for each in found]
