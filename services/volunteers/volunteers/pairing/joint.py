"""Joint activities: led by the paired social worker, with members of the team among those signed up."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Date, and_, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock
from volunteers.opportunity.model import Activity
from volunteers.pairing.model import Pairing
from volunteers.signup.model import Signup, State
from volunteers.team.model import Membership, MemberState

# Who holds or held a place: confirmed, there, or has been there.
IN = frozenset({State.CONFIRMED, State.ATTENDING, State.ATTENDED})
STILL = frozenset({State.WAITING, State.CONFIRMED, State.ATTENDING})
_DAY = cast(func.timezone(str(clock.CITY), Activity.starts_at), Date)


class Joint(NamedTuple):
    """How many joint activities a pairing has had, and how many are to come."""

    held: int = 0
    coming: int = 0


def together() -> ColumnElement[bool]:
    """The activities of a pairing: led by its worker on its days, with somebody signed up who was in the team then."""
    in_team = (
        select(Signup.id)
        .join(Membership, Membership.volunteer_id == Signup.volunteer_id)
        .where(
            Signup.activity_id == Activity.id,
            Signup.state.in_(IN),
            Membership.team_id == Pairing.team_id,
            Membership.joined_on <= _DAY,
            or_(Membership.ended_on.is_(None), Membership.ended_on > _DAY),
        )
        .exists()
    )
    still = or_(Pairing.ends_on.is_(None), Pairing.ends_on > _DAY)
    return and_(Activity.lead_person_id == Pairing.person_id, Pairing.starts_on <= _DAY, still, in_team)


async def joint(tx: AsyncSession, pairings: Iterable[UUID], at: datetime) -> dict[UUID, Joint]:
    """By pairing; those without any are left out."""
    over = Activity.ends_at <= at
    counted = (func.count().filter(over), func.count().filter(~over))
    query = select(Pairing.id, *counted).join(Activity, together()).where(Pairing.id.in_(pairings))
    return {row[0]: Joint(row[1], row[2]) for row in await tx.execute(query.group_by(Pairing.id))}


async def coming(tx: AsyncSession, team_id: UUID, at: datetime) -> int:
    """How many activities a team is still expected at: led by one of its workers, whoever it was, with members in."""
    workers = select(Pairing.person_id).where(Pairing.team_id == team_id)
    members = select(Membership.volunteer_id).where(
        Membership.team_id == team_id, Membership.state == MemberState.MEMBER
    )
    expected = (Signup.volunteer_id.in_(members), Signup.state.in_(STILL), Activity.lead_person_id.in_(workers))
    query = select(func.count(Activity.id.distinct())).join(Signup, Signup.activity_id == Activity.id)
    return int(await tx.scalar(query.where(Activity.ends_at > at, *expected)) or 0)
