"""社区社会组织副本: since when it counts, as what, and when it was suspended; what it adds to which counter when."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.dialects.postgresql import DATEMULTIRANGE
from sqlalchemy.orm import Mapped, mapped_column

from assessment.database import Table
from assessment.reading.days import OPEN_END, Days, Span, without
from assessment.reading.model import Copy, Counted, narrow

Told = Mapping[str, Any]
Changed = Counter[tuple[Counted, date]]

# The plan's three; every other one counts as unclassified and never towards them.
CLASSES: Mapping[str, Counted] = {
    "public_service": Counted.PUBLIC_SERVICE,
    "culture_sports": Counted.CULTURE_SPORTS,
    "charity_mutual_aid": Counted.CHARITY_MUTUAL_AID,
}


class OrganisationCopy(Copy, Table):
    """社区社会组织副本, at its home area; `days` are those on which it counts."""

    __tablename__ = "organisation_copy"
    __table_args__ = narrow(__tablename__, by_place=True)

    days: Mapped[Days] = mapped_column(DATEMULTIRANGE)
    # Since when it was registered after having been filed.
    promoted_on: Mapped[date | None]
    # Terms, suspensions by sanction, and classes by their first day, as they were told.
    told: Mapped[dict[str, Any]]


def _span(pair: list[str | None]) -> Span:
    first, end = pair
    return date.fromisoformat(str(first)), date.fromisoformat(end) if end else OPEN_END


def spoken(pair: Span) -> list[str | None]:
    """As it is kept."""
    return [pair[0].isoformat(), None if pair[1] == OPEN_END else pair[1].isoformat()]


def terms(told: Told) -> list[Span]:
    """The spans in which it is filed or registered."""
    return [_span(each) for each in told.get("terms", ())]


def counted_days(told: Told) -> list[Span]:
    """The same without the days on which it is suspended."""
    return without(terms(told), [_span(each) for _, each in sorted(told.get("suspended", {}).items())])


def changes(told: Told) -> Changed:
    """What it adds to the counters and takes away again, by day."""
    made: Changed = Counter()
    since = sorted((date.fromisoformat(on), kind) for on, kind in told.get("classes", {}).items())
    ends = [on for on, _ in since[1:]] + [OPEN_END]
    for first, end in counted_days(told):
        _add(made, Counted.ORGANISATIONS, first, end)
        for place, ((on, kind), until) in enumerate(zip(since, ends, strict=True)):
            began = first if place == 0 else max(first, on)
            _add(made, CLASSES.get(kind, Counted.UNCLASSIFIED), began, min(end, until))
    return made


def _add(made: Changed, counted: Counted, first: date, end: date) -> None:
    if first < end:
        made[counted, first] += 1
        if end != OPEN_END:
            made[counted, end] -= 1
