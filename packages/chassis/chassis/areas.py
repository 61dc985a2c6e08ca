"""The local copy of areas that every service keeps, and the area a request names."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import Access, inside
from chassis.follow import Event, Follower, Handler, Heard
from chassis.problems import NotFound
from chassis.tables import AreaCopy


class AreaHeard(Heard):
    """The registry's `area.loaded` and `area.changed`."""

    code: str
    name: str | None
    level: str
    organ_kind: str | None
    parent_id: UUID | None
    valid_from: date | None
    population: dict[str, Any] | None


async def keep_area(tx: AsyncSession, heard: AreaHeard, event: Event) -> None:
    """Writes the copy; an older fact never overwrites a newer one."""
    values = {**heard.model_dump(), "id": event.area_id, "scope_key": event.scope_key, "seq": event.seq}
    write = insert(AreaCopy).values(**values)
    newer = {column: write.excluded[column] for column in values if column != "id"}
    await tx.execute(write.on_conflict_do_update(index_elements=["id"], set_=newer, where=AreaCopy.seq < event.seq))


def follow_areas(projections: Follower, keep: Handler = keep_area) -> None:
    """Makes a service keep the copy, and what else it wants to know of areas."""
    for kind in ("registry.area.loaded.v1", "registry.area.changed.v1"):
        projections.on(kind, AreaHeard)(keep)


async def area_in_scope(tx: AsyncSession, area_id: UUID, access: Access, *, pointer: str = "/area_id") -> AreaCopy:
    """The area that a request names, if the caller may act there."""
    area = await tx.get(AreaCopy, area_id)
    if area is None or not access.reaches(area):
        raise NotFound(pointer=pointer)
    return area


async def below(tx: AsyncSession, model: Any, area_id: UUID) -> ColumnElement[bool]:  # noqa: ANN401 - any scoped class
    """The filter of a list by area: the area itself and all below it."""
    area = await any_area(tx, area_id, pointer="?area_id")
    return inside(model, area.scope_key)


async def any_area(tx: AsyncSession, area_id: UUID, *, pointer: str = "/area_id") -> AreaCopy:
    """The area that somebody without an area of their own names, such as a resident of a community."""
    area = await tx.scalar(select(AreaCopy).where(AreaCopy.id == area_id))
    if area is None:
        raise NotFound(pointer=pointer)
    return area
