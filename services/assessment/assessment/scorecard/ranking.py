"""The ranking of a year: points of frozen cards, the latest of each unit, and nothing of what they are made of."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Depends, Path
from pydantic import BaseModel
from sqlalchemy import select

from assessment.permissions import Permission
from assessment.scheme.model import Scheme
from assessment.scheme.model import State as SchemeState
from assessment.scorecard.model import FrozenScore
from assessment.scorecard.waiting import HERE
from chassis.access import Access, allow
from chassis.problems import NotFound, problems
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx

router = APIRouter(prefix="/rankings", tags=["考核排名 ranking"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.SCORECARD_READ))]


class RankedView(BaseModel):
    """一个单位的名次; units with the same points share it."""

    rank: int
    area_id: UUID
    number: int
    total_hundredths: int
    applicable_weight: int
    frozen_at: datetime
    links: dict[str, str]

    @classmethod
    def of(cls, rank: int, score: FrozenScore, *, reached: bool) -> Self:
        """The card itself is linked for those who may read it."""
        names = ("area_id", "number", "total_hundredths", "applicable_weight", "frozen_at")
        plain = {name: getattr(score, name) for name in names}
        return cls(rank=rank, **plain, links={"scorecard": f"{HERE}/{score.scorecard_id}"} if reached else {})


class RankingView(BaseModel):
    """年度名次, among the cards that are frozen."""

    year: int
    scheme_id: UUID
    title: str
    units: int
    frozen: int
    items: list[RankedView]


def latest(scores: Iterable[FrozenScore]) -> list[FrozenScore]:
    """Of each unit the last version, the best first."""
    by_unit = {each.area_id: each for each in sorted(scores, key=lambda each: each.number)}
    return sorted(by_unit.values(), key=lambda each: (-each.total_hundredths, str(each.area_id)))


def ranks(points: Sequence[int]) -> list[int]:
    """The place of each among points from high to low; equal points share the better place and leave a gap."""
    return [points.index(each) + 1 for each in points]


@router.get("/{year}", responses=problems(NotFound))
async def ranking(year: Annotated[int, Path(ge=2000, le=2199)], tx: Tx, by: Reader) -> RankingView:
    """名次: whoever reads a card of their own reads it."""
    scheme = await tx.scalar(select(Scheme).where(Scheme.year == year, Scheme.state != SchemeState.DRAFT))
    if scheme is None:
        raise NotFound
    scores = latest(await tx.scalars(select(FrozenScore).where(FrozenScore.scheme_id == scheme.id)))
    units = await tx.scalars(select(AreaCopy).where(AreaCopy.id.in_(scheme.unit_ids)))
    reached = {each.id for each in units if by.reaches(each)}
    places = ranks([each.total_hundredths for each in scores])
    return RankingView(
        year=year,
        scheme_id=scheme.id,
        title=scheme.title,
        units=len(scheme.unit_ids),
        frozen=len(scores),
        items=[
            RankedView.of(place, each, reached=each.area_id in reached)
            for place, each in zip(places, scores, strict=True)
        ],
    )
