"""A lot of a city's list as it comes into the table: whoever is registered stays as they are, the others are told."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from volunteers.bulk.entering import ARRIVING, IN_LOT, counted, repeated
from volunteers.facts import VolunteerRegistered
from volunteers.volunteer.model import GuardianConsent, State, Volunteer

_VOLUNTEER = cast("sa.Table", Volunteer.__table__)
_STANDING = sa.exists().where(_VOLUNTEER.c.person_id == ARRIVING.c.person_id, _VOLUNTEER.c.state != State.WITHDRAWN)
_CLOSED, _STAYS = _VOLUNTEER.alias("closed"), _VOLUNTEER.alias("stays")
_CONTINUED = sa.exists().where(
    _CLOSED.c.person_id == ARRIVING.c.person_id,
    _STAYS.c.id == _CLOSED.c.continued_as_id,
    _STAYS.c.state != State.WITHDRAWN,
)
# Whoever is registered, under whichever document, stays as they are, and of two rows of one person the first comes in.
_SAME = sa.union_all(
    repeated("person_id"), *(sa.select(ARRIVING.c.id).where(IN_LOT, each) for each in (_STANDING, _CONTINUED))
)
_LEAVE_OUT = sa.delete(ARRIVING).where(IN_LOT, ARRIVING.c.id.in_(_SAME))
_NEW = sa.select(ARRIVING.c.id).where(IN_LOT)
_TOLD = (
    sa.select(
        ARRIVING.c.fact_id, sa.cast(ARRIVING.c.id, sa.Text), ARRIVING.c.area_id, ARRIVING.c.scope_key, ARRIVING.c.fact
    )
    .where(IN_LOT)
    .order_by(ARRIVING.c.id)
)


async def leave_out(tx: AsyncSession, lot: UUID) -> int:
    """Drops who is registered already, or stands earlier in the lot; how many they are."""
    return await counted(tx, _LEAVE_OUT, lot)


async def tell(tx: AsyncSession, lot: UUID, consents: Sequence[dict[str, Any]], by: str) -> None:
    """Tells of each of a lot, and keeps the consents of the children among them."""
    await facts.tell_selected(tx, VolunteerRegistered, _TOLD.params(lot=lot), by=by)
    if consents:
        came_in = set(await tx.scalars(_NEW, {"lot": lot}))
        kept = [each for each in consents if each["volunteer_id"] in came_in]
        if kept:
            await tx.execute(sa.insert(GuardianConsent), kept)
