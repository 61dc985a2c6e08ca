"""Who could take a team, and why: same community, same organisation, same field, known to the team, room to spare."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import inside
from chassis.problems import Problem
from volunteers.database import town_of
from volunteers.dated import PairingRule
from volunteers.pairing.model import OPEN, Leaving, Pairing, Span, State
from volunteers.pairing.rules import Candidate, require_fit
from volunteers.pairing.worker import PostCopy, SocialWorkerCopy
from volunteers.team.model import Team

MOST = 20


class Why(StrEnum):
    """为何适合, the strongest reason first."""

    SAME_COMMUNITY = "same_community"
    SAME_ORGANISATION = "same_organisation"
    SAME_FIELD = "same_field"
    KNOWS_TEAM = "knows_team"
    SAME_TOWN = "same_town"
    NO_TEAM_YET = "no_team_yet"


@dataclass(frozen=True, slots=True)
class Proposal:
    """一名候选社工."""

    candidate: Candidate
    worker: SocialWorkerCopy
    why: list[Why]


async def spans(tx: AsyncSession, workers: Collection[UUID], *, beside: UUID | None = None) -> dict[UUID, Span]:
    """How far each worker spans now, beside a team: whoever takes back the own one spans no further than before."""
    counted = (func.count(), func.coalesce(func.sum(Team.members), 0))
    query = select(Pairing.social_worker_id, *counted).join(Pairing.team)
    query = query.where(Pairing.social_worker_id.in_(workers), Pairing.state.in_(OPEN))
    if beside is not None:
        query = query.where(Pairing.team_id != beside)
    rows = await tx.execute(query.group_by(Pairing.social_worker_id))
    return defaultdict(Span, {row[0]: Span(row[1], int(row[2])) for row in rows})


async def held_candidate(tx: AsyncSession, worker_id: UUID, team_id: UUID) -> Candidate:
    """One worker for a team, held until the transaction ends: two teams at once do not stretch anybody too far."""
    query = select(SocialWorkerCopy).where(SocialWorkerCopy.id == worker_id).with_for_update()
    worker = await tx.scalar(query)
    posts = list(await tx.scalars(select(PostCopy).where(PostCopy.social_worker_id == worker_id)))
    return Candidate(worker, posts, (await spans(tx, [worker_id], beside=team_id))[worker_id])


async def proposed(tx: AsyncSession, team: Team, rule: PairingRule, *, on: date) -> list[Proposal]:
    """Those who work in the town or for the organisation and have room, the best fitting first.

    Neither who stands beside the team now nor who is released from it; who was out of service and is back may have it.
    """
    held, pairings = await _held_near(tx, team), await _pairings(tx, team)
    present = {each.social_worker_id for each in pairings if _stays_or_goes(each)}
    before = {each.social_worker_id for each in pairings}
    wide = await spans(tx, held, beside=team.id)
    workers = await tx.scalars(select(SocialWorkerCopy).where(SocialWorkerCopy.id.in_(held.keys() - present)))
    candidates = [Candidate(each, held[each.id], wide[each.id]) for each in workers]
    found = [_proposal(each, team, rule, before, on) for each in candidates]
    return sorted(filter(None, found), key=_rank)[:MOST]


async def _held_near(tx: AsyncSession, team: Team) -> dict[UUID, list[PostCopy]]:
    """The posts that are held in the team's town or by its organisation, by who holds them."""
    near = inside(PostCopy, town_of(team.scope_key))
    ours = PostCopy.organisation_id == team.organisation_id if team.organisation_id else false()
    query = select(PostCopy).where(PostCopy.social_worker_id.is_not(None), or_(near, ours))
    held: defaultdict[UUID, list[PostCopy]] = defaultdict(list)
    for post in await tx.scalars(query):
        if post.social_worker_id is not None:
            held[post.social_worker_id].append(post)
    return held


def _stays_or_goes(pairing: Pairing) -> bool:
    released = pairing.state is State.HANDOVER_DUE and pairing.handover_because is Leaving.RELEASED
    return released or pairing.state is State.RUNNING


async def _pairings(tx: AsyncSession, team: Team) -> list[Pairing]:
    return list(await tx.scalars(select(Pairing).where(Pairing.team_id == team.id)))


def _proposal(by: Candidate, team: Team, rule: PairingRule, before: set[UUID], on: date) -> Proposal | None:
    try:
        worker = require_fit(by, team, rule, on=on)
    except Problem:
        return None
    return Proposal(by, worker, list(_why(by, team, knows=worker.id in before)))


def _why(by: Candidate, team: Team, *, knows: bool) -> Iterator[Why]:
    if any(post.area_id == team.area_id for post in by.posts):
        yield Why.SAME_COMMUNITY
    if team.organisation_id and any(post.organisation_id == team.organisation_id for post in by.posts):
        yield Why.SAME_ORGANISATION
    if any(post.field == team.field for post in by.posts):
        yield Why.SAME_FIELD
    if knows:
        yield Why.KNOWS_TEAM
    if any(post.scope_key.startswith(town_of(team.scope_key)) for post in by.posts):
        yield Why.SAME_TOWN
    if not by.span.teams:
        yield Why.NO_TEAM_YET


def _rank(proposal: Proposal) -> tuple[list[bool], int, UUID]:
    """By the strongest reason that one has and another has not, then who has fewer teams."""
    return [each not in proposal.why for each in Why], proposal.candidate.span.teams, proposal.worker.id
