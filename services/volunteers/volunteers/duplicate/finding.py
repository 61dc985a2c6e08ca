"""Finding what is alike, beside the requests: each new registration is compared once with all others, by its hash.

Registrations from before likenesses were kept get theirs first, until none is missing. Whoever commits last of two
that are alike is compared with the other, since what waits is seen only with the registration itself.
"""

from datetime import datetime

from fastapi import FastAPI
from sqlalchemy import bindparam, insert, select, text, update

from chassis.database import Sessions, system_transaction
from chassis.schedule import Turn, keep_looking
from chassis.vault import Vault
from volunteers.duplicate.model import WAITING
from volunteers.volunteer.model import State, Volunteer
from volunteers.volunteer.sealing import likeness, opened

FILLED = 2000
COMPARED = 20_000
EVERY = 10  # seconds
_MISSING = select(Volunteer).where(Volunteer.likeness.is_(None), Volunteer.state != State.WITHDRAWN)
# Its version stays: nothing that anybody has read of it changes.
_FILL = update(Volunteer.__table__).where(Volunteer.id == bindparam("of")).values(likeness=bindparam("found"))  # type: ignore[arg-type]
_COMPARE = text("""
    with taken as (
        delete from likeness_waiting where ctid = any (array(
            select ctid from likeness_waiting limit :most for update skip locked
        )) returning likeness
    ), found as (
        insert into likeness_shared (likeness)
        select v.likeness from volunteer v
        where v.likeness in (select likeness from taken) and v.state <> 'withdrawn'
        group by v.likeness having count(*) > 1
        on conflict do nothing
    )
    select count(*) from taken
""")


async def keep_finding(app: FastAPI) -> None:
    """For as long as the process lives."""

    async def find(sessions: Sessions, now: datetime) -> int:
        return await fill_in(sessions, app.state.vault, now) + await compare(sessions, now)

    await keep_looking(Turn(find, every=EVERY), app.state)


async def fill_in(sessions: Sessions, keys: Vault, now: datetime) -> int:
    """Gives a batch its likenesses; returns how many."""
    async with system_transaction(sessions, at=now) as tx:
        held = _MISSING.order_by(Volunteer.id).limit(FILLED).with_for_update(skip_locked=True)
        found = [
            {"of": each.id, "found": likeness(opened(each, "name", keys), opened(each, "born_on", keys), keys)}
            for each in await tx.scalars(held)
        ]
        if found:
            connection = await tx.connection()
            await connection.execute(_FILL, found)
            await connection.execute(insert(WAITING), [{"likeness": each["found"]} for each in found])
    return len(found)


async def compare(sessions: Sessions, now: datetime) -> int:
    """Compares whatever waits, a batch a transaction; returns how many."""
    total, batch = 0, COMPARED
    while batch == COMPARED:
        async with system_transaction(sessions, at=now) as tx:
            batch = int(await tx.scalar(_COMPARE, {"most": COMPARED}) or 0)
        total += batch
    return total
