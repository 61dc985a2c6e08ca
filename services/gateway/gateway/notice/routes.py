"""My notices: what concerns a role that I hold, where I hold it; unread until I say so, to nobody else's knowledge."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import Select, literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import Access, allow, visible
from chassis.clock import Now
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx
from gateway.identity.addressee import addressed_to
from gateway.notice.model import Notice, NoticeState, Reading
from gateway.notice.schemas import NoticeView, ReadIn, ReadOut
from gateway.permissions import Permission
from gateway.task.routes import names_of

router = APIRouter(prefix="/notices", tags=["通知 notice"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.NOTICE_READ))]


def _mine(by: Access) -> Select[Notice]:
    """What is addressed to the caller and was not done by them."""
    return select(Notice).where(
        visible(Notice, by), addressed_to(Notice, by.principal.grants), Notice.actor != str(by.account_id)
    )


def _read_by(by: Access) -> Any:  # noqa: ANN401 - a correlated condition
    return select(Reading).where(Reading.notice_id == Notice.id, Reading.account_id == by.account_id).exists()


async def _shown(tx: AsyncSession, notices: list[Notice], by: Access) -> list[NoticeView]:
    ids = [notice.id for notice in notices]
    query = select(Reading).where(Reading.account_id == by.account_id, Reading.notice_id.in_(ids))
    read = {reading.notice_id: reading.read_at for reading in await tx.scalars(query)}
    names = await names_of(tx, notices)
    return [NoticeView.of(notice, names.get(notice.area_id, ""), read.get(notice.id)) for notice in notices]


@router.get("/mine")
async def mine(tx: Tx, by: Reader, asked: Asked, state: NoticeState | None = None) -> Page[NoticeView]:
    """My notices, the latest first; `state=unread&count=true` tells how many are new."""
    query = _mine(by)
    if state is not None:
        query = query.where(_read_by(by) if state is NoticeState.READ else ~_read_by(by))
    found = await page(tx, query, [Notice.told_at, Notice.id], asked, lambda notice: notice)
    return Page(items=await _shown(tx, found.items, by), next=found.next, count=found.count)


@router.post("/{id}/reading", responses=problems(NotFound))
async def read(id: UUID, tx: Tx, by: Reader, at: Now) -> NoticeView:  # noqa: A002 - the path's own name
    """已读: for me alone; once read it stays read."""
    notice = await tx.scalar(_mine(by).where(Notice.id == id))
    if notice is None:
        raise NotFound
    mark = insert(Reading).values(account_id=by.account_id, notice_id=notice.id, read_at=at)
    await tx.execute(mark.on_conflict_do_nothing())
    (shown,) = await _shown(tx, [notice], by)
    return shown


@router.post("/readings")
async def read_all(body: ReadIn, tx: Tx, by: Reader, at: Now) -> ReadOut:
    """全部已读: what was told up to a moment, for me alone."""
    unread = _mine(by).where(Notice.told_at <= body.until, ~_read_by(by))
    rows = unread.with_only_columns(literal(by.account_id), Notice.id, literal(at))
    mark = insert(Reading).from_select(["account_id", "notice_id", "read_at"], rows).on_conflict_do_nothing()
    marked = await tx.scalars(mark.returning(Reading.notice_id))
    return ReadOut(marked=len(marked.all()))
