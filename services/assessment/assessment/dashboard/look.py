"""What dashboards show, each part computed anew only when something has been heard that it is made of."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.figure.kept import KEPT, Said, Version, version
from assessment.figure.loading import Layout, ground_of, layout_of
from assessment.figure.measures import sources_of
from assessment.figure.schemas import Figure
from assessment.indicator.model import Indicator
from assessment.reading.feeds import AREAS, EVERY_SOURCE
from chassis import clock
from chassis.tables import AreaCopy

Known = TypeVar("Known")


class Look:
    """One request's look at one area on one day."""

    def __init__(self, tx: AsyncSession, area: AreaCopy, at: datetime, now: Version) -> None:
        """`now` is how far has been heard."""
        self.tx, self.area, self.at, self._now = tx, area, at, now
        self.day: date = clock.day(at)

    @classmethod
    async def of(cls, tx: AsyncSession, area: AreaCopy, at: datetime) -> "Look":
        """As far as has been heard."""
        return cls(tx, area, at, await version(tx))

    async def get(
        self,
        what: tuple[object, ...],
        compute: Callable[[], Awaitable[Known]],
        sources: frozenset[str] = EVERY_SOURCE,
        *,
        exactly: bool = False,
    ) -> Said[Known]:
        """An answer about the area on the day, made of the facts of some sources."""
        key, now = (*what, self.area.id, self.day), self._now.of(sources)
        return await KEPT.get(key, self.at, compute, now=now, exactly=exactly)

    async def layout(self) -> Layout:
        """The area and its parts."""

        async def made() -> Layout:
            return await layout_of(self.tx, self.area, self.day)

        return (await self.get(("layout",), made, frozenset({AREAS}), exactly=True)).answer

    async def headline(self) -> Said[list[Figure]]:
        """All figures, as of when the last of them was known to hold; those made of the same facts together."""
        together: dict[frozenset[str], list[Indicator]] = {}
        for indicator in Indicator:
            together.setdefault(sources_of(indicator, self.day), []).append(indicator)
        said = [await self._figures(indicators, sources) for sources, indicators in together.items()]
        found = {figure.indicator: figure for figures, _ in said for figure in figures}
        as_of = min(each.as_of for each in said)
        return Said([found[each].model_copy(update={"as_of": as_of}) for each in Indicator], as_of)

    async def _figures(self, indicators: list[Indicator], sources: frozenset[str]) -> Said[list[Figure]]:
        async def made() -> list[Figure]:
            ground = await ground_of(self.tx, await self.layout(), self.day, indicators)
            return [Figure.of(indicator, ground, self.at) for indicator in indicators]

        return await self.get(("headline", sources), made, sources)
