"""Adding up a card: items that do not apply give their weight to the others."""

from assessment.scheme.items import Item
from assessment.scheme.scoring import Total, Weighed, add_up
from assessment.scorecard.model import Line, Scorecard


def item_of(card: Scorecard, line: Line) -> Item:
    """The scheme's item that a line is about."""
    return Item.model_validate(card.scheme.lines[line.place])


def applicable_weight(card: Scorecard) -> int:
    """What the items weigh together that apply."""
    return sum(item_of(card, line).weight for line in card.lines if line.applies)


def unjudged(card: Scorecard) -> list[Line]:
    """The lines that apply and have no points yet."""
    return [line for line in card.lines if line.applies and line.points is None]


def total_of(card: Scorecard) -> Total | None:
    """The total; none while a line has no points or where nothing applies."""
    if unjudged(card):
        return None
    return add_up(Weighed(item_of(card, line).weight, line.points) for line in card.lines)


def set_total(card: Scorecard) -> None:
    """Keeps what the lines come to now."""
    total = total_of(card)
    card.total_hundredths = total.hundredths if total else None
