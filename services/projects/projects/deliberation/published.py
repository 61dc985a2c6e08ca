"""What everybody may read of deliberations: what is coming, what came of it, and what was done about it."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel
from sqlalchemy import select

from chassis import clock
from chassis.access import Access, published
from chassis.areas import below
from chassis.clock import Now
from chassis.paging import Asked, Page, page
from chassis.principal import Role
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx
from projects.deliberation.dated import DeliberationRule
from projects.deliberation.model import OPEN_TO_ALL, Deliberation, Form, Item, Outcome, State, Status
from projects.paths import path

router = APIRouter(tags=["议事协商 deliberation"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]


class OpenItem(BaseModel):
    """执行事项, as everybody may read it."""

    id: UUID
    what: str
    role: Role | None
    organisation_id: UUID | None
    due_on: date
    status: Status
    feedback: str | None
    fed_back_at: datetime | None
    overdue: bool

    @classmethod
    def of(cls, item: Item, on: date) -> Self:
        """On a day."""
        plain = {name: getattr(item, name) for name in cls.model_fields if name != "overdue"}
        return cls(**plain, overdue=item.is_overdue(on))


class OpenDeliberation(BaseModel):
    """议事协商, as everybody may read it: minutes and dissent, in which people may be named, are not in it."""

    id: UUID
    area_id: UUID
    state: State
    topic: str
    description: str
    category: str
    need_ids: list[UUID]
    form: Form
    place: str
    meets_at: datetime
    invited: dict[str, int]
    present: dict[str, int]
    outcome: Outcome | None
    conclusion: str | None
    items: list[OpenItem]
    is_executed: bool
    links: dict[str, str]

    @classmethod
    def of(cls, deliberation: Deliberation, on: date) -> Self:
        """On a day."""
        plain = {name: getattr(deliberation, name) for name in cls.model_fields if name not in {"items", "links"}}
        items = [OpenItem.of(item, on) for item in deliberation.items]
        return cls(**plain, items=items, links={"self": path("published/deliberations", deliberation.id)})


@router.get("/deliberation-rule")
async def deliberation_rule(_by: Anyone, at: Now) -> DeliberationRule:
    """The parties, further topics, days and quorum in force today, with their source."""
    return DeliberationRule.on(clock.day(at))


@router.get("/published/deliberations")
async def deliberations(
    tx: Tx,
    _by: Anyone,
    asked: Asked,
    at: Now,
    area_id: UUID | None = None,
    category: str | None = None,
    outcome: Outcome | None = None,
) -> Page[OpenDeliberation]:
    """Deliberations of which those concerned have been told, newest first."""
    query = select(Deliberation).where(Deliberation.state.in_(OPEN_TO_ALL))
    if area_id is not None:
        query = query.where(await below(tx, Deliberation, area_id))
    if category is not None:
        query = query.where(Deliberation.category == category)
    if outcome is not None:
        query = query.where(Deliberation.outcome == outcome)
    return await page(tx, query, [Deliberation.id], asked, lambda each: OpenDeliberation.of(each, clock.day(at)))


@router.get("/published/deliberations/{id}", responses=problems(NotFound))
async def deliberation(id: UUID, tx: Tx, _by: Anyone, at: Now) -> OpenDeliberation:  # noqa: A002 - the path's own name
    """One deliberation, with what became of each item."""
    found = await tx.scalar(select(Deliberation).where(Deliberation.id == id, Deliberation.state.in_(OPEN_TO_ALL)))
    if found is None:
        raise NotFound
    return OpenDeliberation.of(found, clock.day(at))
