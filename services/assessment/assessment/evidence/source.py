"""Where the records behind a figure are found; pages of the millions are merged from one of each area."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import InstrumentedAttribute

from assessment.indicator.months import Period
from assessment.reading.model import VolunteerCopy
from chassis.access import inside
from chassis.tables import AreaCopy

Conditions = Sequence[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Source:
    """The records behind one figure: which model, which of its rows in a period, and the owner's path to one.

    Of the millions `by` names the day on which they count: a page of any period is found where it lies in their index.
    """

    model: Any
    path: str
    conditions: Callable[[Period], Conditions]
    by: tuple[Any, ...] = ()

    @property
    def order(self) -> list[Any]:
        """The newest first."""
        return [*self.by, self.model.id]

    def merged_in(self, area: AreaCopy) -> Callable[[Select[Any], int], Select[Any]] | None:
        """How a page of the millions is found; that of the whole city's people lies at the end of their own index."""
        is_merged = bool(self.by) or (self.model is VolunteerCopy and area.level != "city")
        return merged_in(area.scope_key, self.order) if is_merged else None


def merged_in(scope_key: str, order: Sequence[InstrumentedAttribute[Any]]) -> Callable[[Select[Any], int], Select[Any]]:
    """How a page in this order is found without sorting, or passing over, what lies elsewhere or on other days."""
    model: Any = order[-1].class_

    def merged(paged: Select[Any], limit: int) -> Select[Any]:
        each = paged.with_only_columns(*order).where(model.scope_key == AreaCopy.scope_key)
        newest = each.correlate(AreaCopy).lateral()
        ids = select(newest.c.id).select_from(AreaCopy).join(newest, true()).where(inside(AreaCopy, scope_key))
        found = ids.order_by(*(newest.c[column.key].desc() for column in order)).limit(limit)
        return select(model).where(model.id.in_(found)).order_by(*(column.desc() for column in order))

    return merged
