"""What dashboards show, each part computed anew only when something has been heard that it is made of."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Generic, NamedTuple, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.figure.ground import Ground
from assessment.figure.kept import KEPT, Stopped, Version, version
from assessment.figure.loading import Layout, ground_of, grounds_below, layout_of
from assessment.figure.measures import measure_of, period_of, sources_of
from assessment.figure.reached import Reached
from assessment.figure.rereading import Known, reached_below
from assessment.figure.schemas import Figure
from assessment.indicator.model import Indicator
from assessment.indicator.months import floor
from assessment.reading.feeds import AREAS, EVERY_SOURCE, REGISTRY
from chassis import clock
from chassis.tables import AreaCopy

AnswerT = TypeVar("AnswerT")


class Seen(NamedTuple, Generic[AnswerT]):
    """An answer, which of its sources have stopped, and as of when it holds: no later than these have moved."""

    answer: AnswerT
    as_of: datetime
    stopped: Sequence[Stopped]


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
        compute: Callable[[], Awaitable[AnswerT]],
        sources: frozenset[str] = EVERY_SOURCE,
        *,
        exactly: bool = False,
    ) -> Seen[AnswerT]:
        """An answer about the area on the day, made of the facts of some sources."""
        said = await KEPT.get(self._key(what), self.at, compute, now=self._now.of(sources), exactly=exactly)
        stopped = self._now.stopped_of(sources)
        moved = [each.moved_at for each in stopped if each.moved_at is not None]
        return Seen(said.answer, min([said.as_of, *moved]), stopped)

    def _key(self, what: tuple[object, ...]) -> tuple[object, ...]:
        return (*what, self.area.id, self.day)

    async def layout(self) -> Layout:
        """The area and its parts."""

        async def made() -> Layout:
            return await layout_of(self.tx, self.area, self.day)

        return (await self.get(("layout",), made, frozenset({AREAS}), exactly=True)).answer

    async def ground(self, indicators: Sequence[Indicator], first: date | None = None) -> Ground:
        """What figures of the area stand on."""
        reached = await self._reached(indicators)
        return await ground_of(self.tx, await self.layout(), self.day, indicators, first, reached)

    async def grounds_below(self, indicator: Indicator) -> list[Ground]:
        """What the figure of each part stands on, on the day alone."""
        first, reached = floor(period_of(indicator, self.day).first), await self._reached([indicator])
        return await grounds_below(self.tx, await self.layout(), self.day, [indicator], first, reached)

    async def _reached(self, indicators: Sequence[Indicator]) -> Mapping[str, Reached] | None:
        """What communities have reached, where any of the figures asks for it."""
        asking = [each for each in Indicator if measure_of(each, self.day).placed]
        if not set(asking) & set(indicators):
            return None
        layout, what = await self.layout(), ("reached",)

        async def made() -> Known:
            return await reached_below(self.tx, layout, self.day, self._now.place(REGISTRY), KEPT.last(self._key(what)))

        return (await self.get(what, made, frozenset({AREAS, REGISTRY}), exactly=True)).answer.reached

    async def headline(self) -> Seen[list[Figure]]:
        """All figures, as of when all of them were known to hold; those made of the same facts together."""
        together: dict[frozenset[str], list[Indicator]] = {}
        for indicator in Indicator:
            together.setdefault(sources_of(indicator, self.day), []).append(indicator)
        seen = [await self._figures(indicators, sources) for sources, indicators in together.items()]
        found = {figure.indicator: figure for each in seen for figure in each.answer}
        as_of = min(each.as_of for each in seen)
        figures = [found[each].model_copy(update={"as_of": as_of}) for each in Indicator]
        return Seen(figures, as_of, self._now.stopped_of(EVERY_SOURCE))

    async def _figures(self, indicators: list[Indicator], sources: frozenset[str]) -> Seen[list[Figure]]:
        async def made() -> list[Figure]:
            ground = await self.ground(indicators)
            return [Figure.of(indicator, ground, self.at) for indicator in indicators]

        return await self.get(("headline", sources), made, sources)
