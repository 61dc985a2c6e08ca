"""What is asked of an area: the city's targets and, over them, those that were set for its own town."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.target.model import Target
from assessment.target.rules import InForce, in_force
from chassis.tables import AreaCopy


class Asked:
    """各片区的目标 in force on a day, by where they were set."""

    def __init__(self, targets: Iterable[Target], scopes: Mapping[UUID, str], day: date) -> None:
        """`scopes` are those of the areas for which anything was set."""
        placed: dict[str, list[Target]] = {}
        for target in targets:
            placed.setdefault(scopes.get(target.area_id, ""), []).append(target)
        # The wider scope first, so that a town's own target takes the place of the city's.
        self._placed = [(scope, in_force(placed[scope], day)) for scope in sorted(placed)]
        self._known: dict[tuple[str, ...], InForce] = {}

    def of(self, area: AreaCopy) -> InForce:
        """The targets that an area is held against."""
        key = tuple(scope for scope, _ in self._placed if area.scope_key.startswith(scope))
        if key not in self._known:
            self._known[key] = {
                subject: target for scope, found in self._placed if scope in key for subject, target in found.items()
            }
        return self._known[key]


async def asked_on(tx: AsyncSession, day: date) -> Asked:
    """The targets in force on a day."""
    targets = list(await tx.scalars(select(Target)))
    places = select(AreaCopy.id, AreaCopy.scope_key).where(AreaCopy.id.in_({each.area_id for each in targets}))
    return Asked(targets, {row.id: row.scope_key for row in await tx.execute(places)}, day)
