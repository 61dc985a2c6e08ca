"""The days on which something counts: spans that begin, end and are interrupted; pure functions."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.dialects.postgresql.ranges import MultiRange

Days = MultiRange[date]
Span = tuple[date, date]  # from the first day on, until before the second

OPEN_END = date.max  # of what has not ended


def spans(days: Iterable[Range[date]]) -> list[Span]:
    """As pairs of days, in order."""
    return sorted((each.lower or date.min, each.upper or OPEN_END) for each in days)


def days_of(pairs: Iterable[Span]) -> Days:
    """As the database keeps them."""
    return MultiRange(Range(first, None if end == OPEN_END else end) for first, end in pairs)


def begun(pairs: Sequence[Span], on: date) -> list[Span]:
    """It counts from that day on; what counts already goes on counting."""
    return list(pairs) if any(end == OPEN_END for _, end in pairs) else [*pairs, (on, OPEN_END)]


def ended(pairs: Sequence[Span], on: date) -> list[Span]:
    """From that day on it counts no longer; what ends on its first day has never counted."""
    return [(first, min(end, on)) for first, end in pairs if first < min(end, on)]


def without(pairs: Sequence[Span], gaps: Iterable[Span]) -> list[Span]:
    """The spans less the days of interruptions."""
    left = list(pairs)
    for start, stop in gaps:
        cut = [part for first, end in left for part in ((first, min(end, start)), (max(first, stop), end))]
        left = [(first, end) for first, end in cut if first < end]
    return sorted(left)
