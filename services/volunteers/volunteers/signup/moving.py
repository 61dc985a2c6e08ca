"""Title, place and time on the sign-ups, as last published; who is in for something else at a new time is told."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chassis import facts
from volunteers.signup import rules
from volunteers.signup.model import UNDECIDED, Signup, State

COMING = UNDECIDED | {State.ATTENDING}


async def show(
    tx: AsyncSession, activity_id: UUID, *, title: str, place_name: str, starts_at: datetime, ends_at: datetime
) -> bool:
    """A sign-up that shows something else than before has a new version; answers whether any does."""
    shown = {"title": title, "place_name": place_name, "starts_at": starts_at, "ends_at": ends_at}
    differs = or_(*(getattr(Signup, name) != value for name, value in shown.items()))
    changed = update(Signup).where(Signup.activity_id == activity_id, differs)
    found = await tx.scalars(changed.values(**shown, version=Signup.version + 1).returning(Signup.id))
    return found.first() is not None


async def mark_clashes(tx: AsyncSession, activity_id: UUID, *, by: str) -> None:
    """The first other sign-up at the same time, or none any more."""
    other = aliased(Signup)
    at_that_time = (other.ends_at > Signup.starts_at, other.starts_at < Signup.ends_at)
    same = (other.volunteer_id == Signup.volunteer_id, other.id != Signup.id, other.state != State.CANCELLED)
    first = select(other.id).where(*same, *at_that_time).order_by(other.starts_at, other.id).limit(1)
    query = select(Signup, first.scalar_subquery()).where(Signup.activity_id == activity_id, Signup.state.in_(COMING))
    for signup, clash in (await tx.execute(query.order_by(Signup.id).with_for_update(of=Signup))).all():
        told = rules.clash(signup, clash)
        if told is not None:
            await facts.tell(tx, told, by=by)
