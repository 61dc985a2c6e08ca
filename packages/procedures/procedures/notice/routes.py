"""Notices as everybody reads them, and the objections that anybody signed in may raise; mounted by each service."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access, allow, published, visible
from chassis.areas import below
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.principal import SignInNeeded
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current
from chassis.transaction import TransactionRoute, Tx
from procedures.notice import rules
from procedures.notice.facts import Told
from procedures.notice.model import Kind, Notice, Objection, State
from procedures.notice.schemas import AnswerIn, NoticeView, ObjectionIn, ObjectionView
from procedures.permissions import Permission
from procedures.recusal import BothSides, officially

Anyone = Annotated[Access, Depends(published)]
Objector = Annotated[Access, Depends(allow(Permission.OBJECTION_RAISE))]
Answerer = Annotated[Access, Depends(officially(Permission.OBJECTION_ANSWER))]
Answered = Annotated[Objection, Depends(current(Objection, Permission.OBJECTION_ANSWER))]


async def notice_of(tx: AsyncSession, notice_id: UUID) -> Notice:
    """A notice wherever it lies, since all are public, held until the transaction ends; `NotFound` where none is."""
    async with beyond_scope(tx):
        found = await tx.get(Notice, notice_id, with_for_update=True)
    if found is None:
        raise NotFound
    return found


def _chosen(kind: Kind | None, state: State | None, at: datetime) -> list[ColumnElement[bool]]:
    withdrawn, running = Notice.withdrawn_at.is_not(None), Notice.closes_at > at
    among = {State.WITHDRAWN: withdrawn, State.OPEN: ~withdrawn & running, State.OVER: ~withdrawn & ~running}
    return [*([Notice.kind == kind] if kind else []), *([among[state]] if state else [])]


async def _raised(
    tx: AsyncSession, notice_id: UUID, body: ObjectionIn, told: Told, *, by: Access, at: datetime
) -> tuple[Notice, Objection]:
    """The log must not say who objected, so the fact is nobody's."""
    if by.account_id is None:
        raise SignInNeeded
    found = await notice_of(tx, notice_id)
    objection = Objection(id=new_id(), notice_id=found.id, account_id=by.account_id, text=body.text)
    objection.area_id, objection.scope_key = found.area_id, found.scope_key
    async with beyond_scope(tx):
        heard = rules.object_(found, objection, told, at=at)
        tx.add(objection)
        for fact in heard:
            await facts.tell(tx, fact, by="resident")
    return found, objection


def router(told: Told) -> APIRouter:
    """The routes of one service's notices."""
    made = APIRouter(tags=["公示 notice"], route_class=TransactionRoute)
    here = f"/api/{told.service}/notices"

    @made.get("/notices")
    async def notices(
        tx: Tx,
        _by: Anyone,
        asked: Asked,
        at: Now,
        kind: Kind | None = None,
        state: State | None = None,
        area_id: UUID | None = None,
    ) -> Page[NoticeView]:
        """公示, the latest first; `area_id` takes in all below it."""
        query = select(Notice).where(*_chosen(kind, state, at))
        if area_id is not None:
            query = query.where(await below(tx, Notice, area_id))
        return await page(tx, query, [Notice.id], asked, lambda notice: NoticeView.seen(notice, at, here))

    @made.get("/notices/{id}", responses=problems(NotFound))
    async def notice(id: UUID, tx: Tx, _by: Anyone, at: Now) -> NoticeView:  # noqa: A002 - the path's own name
        """One notice."""
        found = await tx.get(Notice, id)
        if found is None:
            raise NotFound
        return NoticeView.seen(found, at, here)

    @made.post(
        "/notices/{id}/objections",
        status_code=201,
        responses=problems(NotFound, rules.NoticeOver, rules.NoticeWithdrawn, SignInNeeded),
    )
    async def objection_raise(id: UUID, body: ObjectionIn, tx: Tx, by: Objector, at: Now) -> ObjectionView:  # noqa: A002
        """提出异议, by anybody signed in."""
        found, objection = await _raised(tx, id, body, told, by=by, at=at)
        return ObjectionView.seen(objection, found, by, told.service)

    @made.get("/notices/{id}/objections", responses=problems(NotFound, SignInNeeded))
    async def objections(id: UUID, tx: Tx, by: Objector, asked: Asked) -> Page[ObjectionView]:  # noqa: A002
        """One's own objections to a notice; for officers, all that lie in their area."""
        async with beyond_scope(tx):
            found = await tx.get(Notice, id)
        if found is None:
            raise NotFound
        query = select(Objection).where(Objection.notice_id == id, visible(Objection, by))
        return await page(
            tx, query, [Objection.id], asked, lambda one: ObjectionView.seen(one, found, by, told.service)
        )

    @made.post(
        "/objections/{id}/answer",
        responses=problems(
            NotFound,
            VersionMissing,
            VersionStale,
            BothSides,
            rules.NoticeWithdrawn,
            rules.ObjectionAnswered,
            rules.OwnNotice,
            rules.OwnObjection,
        ),
    )
    async def objection_answer(objection: Answered, body: AnswerIn, tx: Tx, by: Answerer, at: Now) -> ObjectionView:
        """答复异议."""
        found = await notice_of(tx, objection.notice_id)
        heard = rules.answer(found, objection, told, upheld=body.upheld, text=body.text, by=by.account_id, at=at)
        async with beyond_scope(tx):
            for fact in heard:
                await facts.tell(tx, fact, by=by)
        return ObjectionView.seen(objection, found, by, told.service)

    return made
