"""A lot of a city's list as it comes into the table: whoever is registered stays as they are, the others are told."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from volunteers.bulk.entering import ARRIVING, IN_LOT, repeated
from volunteers.facts import VolunteerRegistered
from volunteers.volunteer.model import GuardianConsent, State, Volunteer

_VOLUNTEER = cast("sa.Table", Volunteer.__table__)
_STANDING = sa.exists().where(_VOLUNTEER.c.person_id == ARRIVING.c.person_id, _VOLUNTEER.c.state != State.WITHDRAWN)
_CLOSED, _STAYS = _VOLUNTEER.alias("closed"), _VOLUNTEER.alias("stays")
_CONTINUED = sa.exists().where(
    _CLOSED.c.person_id == ARRIVING.c.person_id,
    _CLOSED.c.continued_as_id.is_not(None),
    _STAYS.c.id == _CLOSED.c.continued_as_id,
    _STAYS.c.state != State.WITHDRAWN,
)
# Whoever is registered, under whichever document, stays as they are, and of two rows of one person the first comes in.
_SAME = sa.union_all(
    repeated("person_id"), *(sa.select(ARRIVING.c.id).where(IN_LOT, each) for each in (_STANDING, _CONTINUED))
)
_LEAVE_OUT = sa.delete(ARRIVING).where(IN_LOT, ARRIVING.c.id == sa.any_(sa.bindparam("same", type_=ARRAY(sa.Uuid()))))
# The planner knows nothing of what came in within this transaction, and would read the whole table for each lot.
_LOOK_UP = sa.text(
    "select set_config(name, 'off', true) from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'])"
    " as name union all select set_config('work_mem', '64MB', true)"
)
_NEW = sa.select(ARRIVING.c.id).where(IN_LOT)
_TOLD = (
    sa.select(
        ARRIVING.c.fact_id, sa.cast(ARRIVING.c.id, sa.Text), ARRIVING.c.area_id, ARRIVING.c.scope_key, ARRIVING.c.fact
    )
    .where(IN_LOT)
    .order_by(ARRIVING.c.id)
)


async def begin(tx: AsyncSession) -> None:
    """From here on whoever is registered is looked up in an index, and a lot is sorted in memory."""
    await tx.execute(_LOOK_UP)


async def leave_out(tx: AsyncSession, lot: UUID) -> int:
    """Drops who is registered already, or stands earlier in the lot; how many they are."""
    same = set(await tx.scalars(_SAME, {"lot": lot}))
    if same:
        await tx.execute(_LEAVE_OUT, {"lot": lot, "same": list(same)})
    return len(same)


async def tell(tx: AsyncSession, lot: UUID, consents: Sequence[dict[str, Any]], by: str) -> None:
    """Tells of each of a lot, and keeps the consents of the children among them."""
    await facts.tell_selected(tx, VolunteerRegistered, _TOLD.params(lot=lot), by=by)
    if consents:
        came_in = set(await tx.scalars(_NEW, {"lot": lot}))
        kept = [each for each in consents if each["volunteer_id"] in came_in]
        if kept:
            await tx.execute(sa.insert(GuardianConsent), kept)
