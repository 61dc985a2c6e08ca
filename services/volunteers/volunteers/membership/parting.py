"""Who is no volunteer any more, or has lost a guardian's consent, leaves; a leader leaves a team to another."""

from datetime import date
from uuid import UUID

from sqlalchemy import select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from chassis import facts
from chassis.access import Access
from volunteers.membership import rules
from volunteers.team.model import PRESENT, Membership, Team


async def part(
    tx: AsyncSession, volunteer_id: UUID, *, team_id: UUID | None = None, by: Access | str, on: date
) -> None:
    """One team or all of them; each is held before who is in it, in one order."""
    of = Membership.team_id == team_id if team_id else true()
    mine = (Membership.volunteer_id == volunteer_id, Membership.state.in_(PRESENT), of)
    teams = select(Team).where(Team.id.in_(select(Membership.team_id).where(*mine))).order_by(Team.id)
    await tx.execute(teams.with_for_update())
    present = select(Membership).where(*mine).options(joinedload(Membership.team)).order_by(Membership.team_id)
    for membership in (await tx.scalars(present.with_for_update(of=Membership))).all():
        for fact in rules.withdraw(membership, membership.team, on=on):
            await facts.tell(tx, fact, by=by)
