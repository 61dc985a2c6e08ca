"""How one line of a scorecard looks: value, target, weight, points, report, check and objection."""

from typing import Self
from uuid import UUID

from pydantic import BaseModel

from assessment.figure.value import evidence_of
from assessment.indicator.model import Indicator, Unit, defined
from assessment.indicator.months import Period
from assessment.scheme.items import Item
from assessment.scheme.scoring import HUNDREDTHS, Total, rounded, target_of
from assessment.scorecard.adding import item_of
from assessment.scorecard.measured import Reading
from assessment.scorecard.model import Line, Scorecard

MADE = frozenset(
    {
        "item",
        "unit",
        "formula",
        "target_millionths",
        "effective_hundredths",
        "points_hundredths",
        "weighted_hundredths",
        "links",
    }
)


class LineView(BaseModel):
    """一项评分; values in millionths of the unit, points in hundredths, null where nothing is known or applies."""

    item: Item
    unit: Unit | None
    formula: str | None
    target_millionths: int | None
    reading: Reading
    applies: bool
    effective_hundredths: int | None
    report: str | None
    claimed_hundredths: int | None
    attachment_ids: list[UUID]
    records: list[str]
    checked_hundredths: int | None
    waived: bool
    check_reason: str | None
    objection: str | None
    objection_attachment_ids: list[UUID]
    upheld: bool | None
    decided_hundredths: int | None
    decision: str | None
    points_hundredths: int | None
    weighted_hundredths: int | None
    links: dict[str, str]

    @classmethod
    def of(cls, card: Scorecard, line: Line, applicable: int, total: Total | None) -> Self:
        """As it stands."""
        item = item_of(card, line)
        plain = {name: getattr(line, name) for name in cls.model_fields if name not in MADE}
        indicator = Indicator(item.indicator) if item.indicator else None
        days = card.scheme.first_day, card.scheme.last_day
        effective = Total(applicable, 0).effective(item.weight)
        weighted = total.weighted(line.points) if total and line.points is not None else None
        definition = defined(indicator, card.scheme.last_day) if indicator else None
        return cls(
            **plain,
            item=item,
            unit=definition.unit if definition else None,
            formula=definition.formula if definition else None,
            target_millionths=target_of(item.scoring) if item.scoring else None,
            effective_hundredths=rounded(effective * HUNDREDTHS) if line.applies else None,
            points_hundredths=line.points,
            weighted_hundredths=weighted,
            links={"records": evidence_of(indicator, card.area_id, Period(*days))} if indicator else {},
        )
