"""What everybody may read of stars: those that lie open or were granted, under a masked name and a public number."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis.access import Access, published
from chassis.areas import below
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault, mask_name
from volunteers.honour.model import OPEN_TO_ALL, Honour, State
from volunteers.honour.schemas import OpenHonour, StarCount
from volunteers.volunteer.model import Volunteer
from volunteers.volunteer.sealing import opened

router = APIRouter(prefix="/published/honours", tags=["星级 honour"], route_class=TransactionRoute)

Anybody = Annotated[Access, Depends(published)]


async def _shown(tx: Tx, found: list[Honour], keys: Vault) -> list[OpenHonour]:
    ids = [each.volunteer_id for each in found]
    volunteers = {each.id: each for each in await tx.scalars(select(Volunteer).where(Volunteer.id.in_(ids)))}
    copied = ("id", "area_id", "state", "stars", "minutes", "publicised_at", "granted_at", "notice_id")
    return [
        OpenHonour(
            **{name: getattr(each, name) for name in copied},
            name=mask_name(opened(volunteers[each.volunteer_id], "name", keys)),
            number=volunteers[each.volunteer_id].number,
        )
        for each in found
    ]


@router.get("")
async def published_list(
    tx: Tx,
    _by: Anybody,
    keys: Keys,
    asked: Asked,
    state: Literal[State.PUBLICISED, State.GRANTED] = State.GRANTED,
    stars: StarCount | None = None,
    area_id: UUID | None = None,
) -> Page[OpenHonour]:
    """星级志愿者 (or those whose notice lies open), the latest first; `area_id` takes in all below it."""
    query = select(Honour).where(Honour.state == state)
    if stars is not None:
        query = query.where(Honour.stars == stars)
    if area_id is not None:
        query = query.where(await below(tx, Honour, area_id))
    found: Page[Honour] = await page(tx, query, [Honour.id], asked, lambda each: each)
    return Page(items=await _shown(tx, found.items, keys), next=found.next, count=found.count)


@router.get("/{id}", responses=problems(NotFound))
async def published_read(id: UUID, tx: Tx, _by: Anybody, keys: Keys) -> OpenHonour:  # noqa: A002 - the path's own name
    """One star that lies or lay open."""
    found = await tx.scalar(select(Honour).where(Honour.id == id, Honour.state.in_(OPEN_TO_ALL)))
    if found is None:
        raise NotFound
    (shown,) = await _shown(tx, [found], keys)
    return shown
