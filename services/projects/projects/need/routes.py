"""Raising, recording, pooling and merging needs."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from sqlalchemy import exists, select

from chassis import clock, facts
from chassis.access import Access, allow, published, reach, visible
from chassis.areas import any_area, below
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import Forbidden, Invalid, NotFound, problems
from chassis.records import IfMatch, Reason, VersionMissing, VersionStale, current, existing, get, require_current
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx, keyless
from chassis.vault import Keys
from projects.facts import NeedContactRead
from projects.need import rules
from projects.need.categories import CategoryList
from projects.need.contact import Contact, keep
from projects.need.model import Channel, Need, Source, State, both, in_pool
from projects.need.raising import TooManyNeeds, count_in
from projects.need.schemas import CategoryView, MergerIn, NeedIn, NeedView, OpenNeed, SourceIn
from projects.permissions import Permission

router = APIRouter(tags=["需求 need"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]
Raiser = Annotated[Access, Depends(allow(Permission.NEED_RAISE))]
Reader = Annotated[Access, Depends(allow(Permission.NEED_READ))]
Recorder = Annotated[Access, Depends(allow(Permission.NEED_RECORD))]
Acceptor = Annotated[Access, Depends(allow(Permission.NEED_ACCEPT))]
ContactReader = Annotated[Access, Depends(allow(Permission.NEED_CONTACT_READ))]
Waiting = Annotated[Need, Depends(current(Need, Permission.NEED_ACCEPT))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
UNKNOWABLE = (rules.UnknownCategory, rules.HeardInFuture)


class NotACommunity(Invalid):
    """需求应落在一个村（社区）。"""


@router.get("/need-categories")
async def categories(_by: Anyone, at: Now) -> Page[CategoryView]:
    """The categories in use today in one page, with the source of the list."""
    known = CategoryList.on(clock.day(at))
    items = [
        CategoryView(code=each.code, name=each.name, source=known.source, assumption=known.assumption)
        for each in known.category
    ]
    return Page(items=items, next=None, count=len(items))


@router.get("/published/needs")
async def pool(
    tx: Tx, _by: Anyone, asked: Asked, area_id: UUID | None = None, category: str | None = None
) -> Page[OpenNeed]:
    """The pool as everybody may read it, newest first: what was accepted and what became of it."""
    query = in_pool()
    if area_id is not None:
        query = query.where(await below(tx, Need, area_id))
    if category is not None:
        query = query.where(Need.category == category)
    return await page(tx, query, [Need.id], asked, OpenNeed.of)


@router.get("/needs")
async def list_(
    tx: Tx,
    access: Reader,
    keys: Keys,
    asked: Asked,
    state: State | None = None,
    category: str | None = None,
    channel: Channel | None = None,
    area_id: UUID | None = None,
    merged_into_id: UUID | None = None,
    mine: bool = False,  # noqa: FBT001, FBT002 - query parameters
    without_project: bool = False,  # noqa: FBT001, FBT002
) -> Page[NeedView]:
    """Needs in scope, newest first; `without_project` are those still open that no approved project takes up."""
    query = select(Need).where(visible(Need, access))
    named = {Need.state: state, Need.category: category, Need.merged_into_id: merged_into_id}
    query = query.where(*[column == value for column, value in named.items() if value is not None])
    if channel is not None:
        query = query.where(exists().where(Source.need_id == Need.id, Source.channel == channel))
    if area_id is not None:
        query = query.where(await below(tx, Need, area_id))
    if mine:
        query = query.where(Need.account_id == access.account_id)
    if without_project:
        query = query.where(Need.project_id.is_(None), Need.state.in_(rules.UNSETTLED))
    return await page(tx, query, [Need.id], asked, lambda need: NeedView.seen(need, access, keys))


async def _community(tx: Tx, body: NeedIn, by: Access) -> AreaCopy:
    """Where the need is: residents name any community, whoever records for others one of their own."""
    area = await any_area(tx, body.area_id)
    if area.level != "community":
        raise NotACommunity(pointer="/area_id")
    if body.channel is not Channel.SELF_REPORT:
        recording = reach(by.principal, Permission.NEED_RECORD, by.roles)
        if recording is None:
            raise Forbidden(pointer="/channel")
        if not recording.reaches(area):
            raise NotFound(pointer="/area_id")
    return area


def _source(body: NeedIn | SourceIn, persons: int, need: Need, keys: Keys, at: Now) -> Source:
    made = Source(
        id=new_id(),
        scope_key=need.scope_key,
        account_id=need.account_id,
        channel=body.channel,
        heard_on=body.heard_on or clock.day(at),
        persons=persons,
    )
    keep(made, body.contact, keys)
    return made


@router.post(
    "/needs",
    status_code=201,
    responses=problems(NotFound, Forbidden, NotACommunity, TooManyNeeds, *UNKNOWABLE),
)
async def raise_(body: NeedIn, request: Request, tx: Tx, by: Raiser, keys: Keys, at: Now) -> NeedView:
    """提出需求: by a resident, signed in or not; or recorded from one of the four channels by those who may."""
    area, by_oneself = await _community(tx, body, by), body.channel is Channel.SELF_REPORT
    if by_oneself:
        address = request.client.host if request.client else ""
        await count_in(tx, keys, account_id=by.account_id, address=address, at=at)
    plain = body.model_dump(include={"title", "description", "category", "persons_affected"})
    need = Need(id=new_id(), area_id=area.id, scope_key=area.scope_key, sources=[], **plain)
    need.account_id = by.account_id if by_oneself else None
    need.sources.append(_source(body, body.persons_affected, need, keys, at))
    told = rules.raise_(need, at=at, on=clock.day(at))
    tx.add(need)
    for fact in told:
        await facts.tell(tx, fact, by=by)
    return NeedView.seen(need, by, keys)


@router.get("/needs/{id}", responses=problems(NotFound))
async def read(
    need: Annotated[Need, Depends(existing(Need, Permission.NEED_READ))], access: Reader, keys: Keys
) -> NeedView:
    """One need in scope, or one's own."""
    return NeedView.seen(need, access, keys)


@router.post(
    "/needs/{id}/sources",
    status_code=201,
    responses=problems(NotFound, rules.SourcesClosed, rules.HeardInFuture),
)
async def add_source(id: UUID, body: SourceIn, tx: Tx, by: Recorder, keys: Keys, at: Now) -> NeedView:  # noqa: A002
    """补充来源."""
    need = await get(tx, Need, id, by, lock=True)
    source = _source(body, body.persons, need, keys, at)
    source.account_id = None
    await facts.tell(tx, rules.add_source(need, source, on=clock.day(at)), by=by)
    return NeedView.seen(need, by, keys)


@router.post("/needs/{id}/acceptance", responses=problems(*VERSIONED, rules.NeedNotRaised))
async def accept(need: Waiting, tx: Tx, by: Acceptor, keys: Keys) -> NeedView:
    """受理入池."""
    for fact in rules.accept(need):
        await facts.tell(tx, fact, by=by)
    return NeedView.seen(need, by, keys)


@router.post("/needs/{id}/refusal", responses=problems(*VERSIONED, rules.NeedSettled))
async def decline(need: Waiting, body: Reason, tx: Tx, by: Acceptor, keys: Keys) -> NeedView:
    """不予受理."""
    for fact in rules.decline(need, reason=body.reason):
        await facts.tell(tx, fact, by=by)
    return NeedView.seen(need, by, keys)


@router.post(
    "/needs/{id}/merger",
    responses=problems(*VERSIONED, rules.NeedSettled, rules.MergedIntoItself, rules.MergedAcrossCommunities),
)
async def merge(
    id: UUID,  # noqa: A002 - the path's own name
    body: MergerIn,
    tx: Tx,
    by: Acceptor,
    keys: Keys,
    if_match: IfMatch = None,
) -> NeedView:
    """并入其他需求: shows the need that was merged; its sources are now those of the other."""
    query = select(Need).where(Need.id.in_((id, body.into_id)), visible(Need, by))
    found = {need.id: need for need in await both(tx, query)}
    if id not in found or body.into_id not in found:
        raise NotFound(pointer="/into_id" if id in found else None)
    require_current(found[id], if_match)
    for fact in rules.merge(found[id], found[body.into_id]):
        await facts.tell(tx, fact, by=by)
    return NeedView.seen(found[id], by, keys)


@router.post("/needs/{id}/sources/{source_id}/contact", responses=problems(NotFound))
@keyless
async def contact(id: UUID, source_id: UUID, body: Reason, tx: Tx, by: ContactReader, keys: Keys) -> Contact:  # noqa: A002
    """查看联系方式: in clear, for a reason that the auditor can read; the answer is never kept for repetition."""
    need = await get(tx, Need, id, by)
    source = next((each for each in need.sources if each.id == source_id), None)
    if source is None:
        raise NotFound
    said = {"need_id": need.id, "area_id": need.area_id, "scope_key": need.scope_key}
    await facts.tell(tx, NeedContactRead(**said, source_id=source.id, reason=body.reason), by=by)
    return Contact.opened(source, keys)
