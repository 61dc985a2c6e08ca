"""Registrations from before likenesses were kept: theirs are filled in beside the requests, until none is missing."""

from datetime import datetime

from fastapi import FastAPI
from sqlalchemy import bindparam, select, update

from chassis.database import Sessions, system_transaction
from chassis.schedule import Turn, keep_looking
from chassis.vault import Vault
from volunteers.volunteer.model import State, Volunteer
from volunteers.volunteer.sealing import likeness, opened

BATCH = 2000
_MISSING = select(Volunteer).where(Volunteer.likeness.is_(None), Volunteer.state != State.WITHDRAWN)
# Its version stays: nothing that anybody has read of it changes.
_FILL = update(Volunteer.__table__).where(Volunteer.id == bindparam("of")).values(likeness=bindparam("found"))  # type: ignore[arg-type]


async def keep_filling_in(app: FastAPI) -> None:
    """For as long as the process lives."""

    async def fill(sessions: Sessions, now: datetime) -> int:
        return await fill_in(sessions, app.state.vault, now)

    await keep_looking(Turn(fill, every=10), app.state)


async def fill_in(sessions: Sessions, keys: Vault, now: datetime) -> int:
    """One batch; returns how many."""
    async with system_transaction(sessions, at=now) as tx:
        held = _MISSING.order_by(Volunteer.id).limit(BATCH).with_for_update(skip_locked=True)
        found = [
            {"of": each.id, "found": likeness(opened(each, "name", keys), opened(each, "born_on", keys), keys)}
            for each in await tx.scalars(held)
        ]
        if found:
            await (await tx.connection()).execute(_FILL, found)
    return len(found)
