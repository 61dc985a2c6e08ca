"""片区沿革: which organ areas had on which days: 村改居 makes no other figure of the days before it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from assessment.database import Table
from chassis.areas import AreaHeard, keep_area
from chassis.follow import Event
from chassis.tables import OVERWRITTEN, AreaCopy


class AreaTermCopy(Table):
    """片区沿革副本: the organ kind of an area from a day on."""

    __tablename__ = "area_term_copy"
    __table_args__ = ({"info": {"projection": OVERWRITTEN}},)

    area_id: Mapped[UUID] = mapped_column(primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True)
    organ_kind: Mapped[str | None]
    seq: Mapped[int]


async def area_told(tx: AsyncSession, heard: AreaHeard, event: Event) -> None:
    """The area as it is from that day on; what it was before stays known."""
    await keep_area(tx, heard, event)
    key = {"area_id": event.area_id, "valid_from": heard.valid_from or date.min}
    told = {"organ_kind": heard.organ_kind, "seq": event.seq}
    write = insert(AreaTermCopy).values(**key, **told)
    await tx.execute(write.on_conflict_do_update(index_elements=[*key], set_=told))


class Past:
    """What some areas were until a day, and on it."""

    def __init__(self, areas: Iterable[AreaCopy], terms: Iterable[AreaTermCopy], day: date) -> None:
        """`terms` in the order of their days; of an area without any, its present state."""
        self.day = day
        self._terms: dict[UUID | None, list[AreaTermCopy | AreaCopy]] = {}
        for term in terms:
            self._terms.setdefault(term.area_id, []).append(term)
        for area in areas:
            self._terms.setdefault(area.id, [area])

    def on(self, area_id: UUID | None, day: date) -> AreaTermCopy | AreaCopy | None:
        """Its state on a day; before anything is told of it, the first that is."""
        terms = self._terms.get(area_id, [])
        found = [each for each in terms if (each.valid_from or date.min) <= day][-1:] or terms[:1]
        return found[0] if found else None

    def kind(self, area_id: UUID | None, day: date) -> str | None:
        """Its organ kind on a day."""
        term = self.on(area_id, day)
        return term.organ_kind if term else None

    def turns(self, *area_ids: UUID | None) -> list[date]:
        """The days, until then, on which one of them became what it had not been."""
        later = {each.valid_from for area_id in area_ids for each in self._terms.get(area_id, [])[1:]}
        return sorted(each for each in later if each is not None and each <= self.day)


async def past_of(tx: AsyncSession, areas: Sequence[AreaCopy], day: date) -> Past:
    """Of some areas."""
    terms = select(AreaTermCopy).where(AreaTermCopy.area_id.in_([each.id for each in areas]))
    return Past(areas, await tx.scalars(terms.order_by(AreaTermCopy.valid_from)), day)


def kind_on(area: Any, day: date) -> ColumnElement[str]:  # noqa: ANN401 - areas, or an alias of them
    """The organ kind that the areas of a query had on a day."""
    nearest = AreaTermCopy.valid_from > day, func.abs(AreaTermCopy.valid_from - day)
    held = select(AreaTermCopy.organ_kind).where(AreaTermCopy.area_id == area.id).order_by(*nearest).limit(1)
    return func.coalesce(held.scalar_subquery(), area.organ_kind)
