"""What one part of a sitting has decided, as one statement: sign-ups, facts, kept answers, at last the ledgers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic_core import to_json
from sqlalchemy import insert, select, update

from chassis.tables import FactRow, KeptAnswer, Unsequenced
from volunteers.database import insert_rows, rows_given
from volunteers.opportunity.model import Places
from volunteers.signup.model import Signup
from volunteers.statement import Asked, Statement
from volunteers.volunteer.model import GuardianConsent

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
_WRITE = Statement(
    insert_rows(KeptAnswer, "answers").add_cte(
        insert_rows(Signup, "signups").cte("signed"), _MOVE.cte("moved"), _QUEUE.cte("queued")
    )
)
_CONSENTED = Statement(insert_rows(GuardianConsent, "consents"))


def written(
    signups: Iterable[Signup],
    ledgers: Iterable[Places],
    facts: Sequence[dict[str, Any]],
    answers: Sequence[dict[str, Any]],
    consents: Sequence[GuardianConsent],
) -> Iterator[Asked]:
    """The ledgers, given once they stand, are held, so that each is simply set; one UPDATE each would cost the most."""
    yield _WRITE.given(
        signups=_rows(signups),
        places=to_json([{name: getattr(places, name) for name in _LEDGER} for places in ledgers]).decode(),
        facts=to_json(facts).decode(),
        answers=to_json(answers).decode(),
    )
    if consents:
        yield _CONSENTED.given(consents=_rows(consents))


def _rows(objects: Iterable[Any]) -> str:
    """New objects as the rows that they become."""
    rows = [{each: _stored(vars(one).get(each)) for each in one.__table__.c.keys()} for one in objects]  # noqa: SIM118 - not a dict
    return to_json(rows).decode()


def _stored(value: object) -> object:
    """Bytes as the database writes them."""
    return "\\x" + value.hex() if isinstance(value, bytes) else value
