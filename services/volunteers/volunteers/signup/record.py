"""What one sitting has decided, written as one statement: sign-ups, ledgers, facts and kept answers."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic_core import to_json
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.tables import FactRow, KeptAnswer, Unsequenced
from volunteers.database import insert_rows, rows_given
from volunteers.opportunity.model import Places
from volunteers.signup.model import Signup

_COLUMNS = Signup.__table__.c.keys()
_LEDGER = ("opportunity_id", "taken", "waiting_numbers")
_places = Places.__table__
_moved = rows_given("places", [_places.c[name] for name in _LEDGER])
_MOVE = (
    update(_places)  # type: ignore[arg-type]
    .where(_places.c.opportunity_id == _moved.c.opportunity_id)
    .values(taken=_moved.c.taken, waiting_numbers=_moved.c.waiting_numbers, version=_places.c.version + 1)
)
_told = insert_rows(FactRow, "facts", FactRow.pos).cte("told")
# The table itself: with the mapped class SQLAlchemy would take the one parameter for a row.
_QUEUE = insert(Unsequenced.__table__).from_select(["pos"], select(_told.c.pos))  # type: ignore[arg-type]
_WRITE = insert_rows(KeptAnswer, "answers").add_cte(
    insert_rows(Signup, "signups").cte("signed"), _MOVE.cte("moved"), _QUEUE.cte("queued")
)


async def write(
    tx: AsyncSession,
    signups: Iterable[Signup],
    ledgers: Iterable[Places],
    facts: Sequence[dict[str, Any]],
    answers: Sequence[dict[str, Any]],
) -> None:
    """The ledgers are held, so that each is simply set; one UPDATE each would cost most of a sitting."""
    dirty = tx.dirty
    changed = [places for places in ledgers if places in dirty]
    for places in changed:
        tx.expunge(places)
    given = {
        "signups": [{name: vars(signup).get(name) for name in _COLUMNS} for signup in signups],
        "places": [{name: getattr(places, name) for name in _LEDGER} for places in changed],
        "facts": facts,
        "answers": answers,
    }
    await tx.execute(_WRITE, {name: to_json(rows).decode() for name, rows in given.items()})
