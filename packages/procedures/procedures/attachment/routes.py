"""Uploading files, and fetching those of the records that one sees; mounted by each service."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.access import Access, allow, published, reach, visible
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.principal import SignInNeeded
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx
from procedures.attachment import rules, storing
from procedures.attachment.dated import AttachmentRule
from procedures.attachment.facts import Told
from procedures.attachment.kinds import cleaned
from procedures.attachment.model import HIDDEN, NOWHERE, Attachment
from procedures.attachment.schemas import AttachmentView, OpenAttachment, headers_of
from procedures.permissions import Permission

FileName = Annotated[str, Query(min_length=1, max_length=255, description="the file's name, with its ending")]
# The kinds of records that are not everybody's yet, and by which permission, or rule, their files are read until then.
Reserved = Mapping[str, StrEnum | Callable[[Access], ColumnElement[bool]]]
Anyone = Annotated[Access, Depends(published)]
Adder = Annotated[Access, Depends(allow(Permission.ATTACHMENT_ADD))]
_BYTES = {"schema": {"type": "string", "format": "binary"}}
TAKES_A_FILE: dict[str, Any] = {"requestBody": {"required": True, "content": {"application/octet-stream": _BYTES}}}
GIVES_A_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {"*/*": _BYTES}, "description": "the file"}}


async def _reading(request: Request, access: Annotated[Access, Depends(allow(Permission.ATTACHMENT_READ))]) -> Access:
    """Besides what the permission reaches, everybody's own uploads."""
    own = replace(access, owner_id=access.account_id)
    await own.declare(request)
    return own


Reader = Annotated[Access, Depends(_reading)]


def _shown(by: Access, reserved: Reserved) -> ColumnElement[bool]:
    """What is in reach; the files of a reserved record, until they are open to all, of those who prepare it."""
    shown = [visible(Attachment, by)]
    own = Attachment.account_id == by.account_id
    if by.organisation_id is not None:
        own |= Attachment.organisation_id == by.organisation_id
    for kind, readers in reserved.items():
        other = Attachment.subject_kind.is_distinct_from(kind)
        shown.append(or_(Attachment.open_to_all, other, own, _reading_early(by, readers)))
    return and_(*shown)


def _reading_early(by: Access, readers: StrEnum | Callable[[Access], ColumnElement[bool]]) -> ColumnElement[bool]:
    if not isinstance(readers, StrEnum):
        return readers(by)
    preparing = reach(by.principal, readers, by.roles)
    return visible(Attachment, preparing) if preparing else false()


async def _of(tx: AsyncSession, attachment_id: UUID, shown: ColumnElement[bool]) -> Attachment:
    found = await tx.scalar(select(Attachment).where(Attachment.id == attachment_id, shown))
    if found is None:
        raise NotFound
    return found


async def _added(tx: AsyncSession, name: str, content: bytes, by: Access, at: Now) -> Attachment:
    if by.account_id is None:
        raise SignInNeeded
    rule, known_as = AttachmentRule.on(clock.day(at)), cleaned(name)
    kind = rules.judge(known_as, content, rule)
    if await storing.waiting_of(tx, by.account_id) >= rule.most_waiting:
        raise rules.TooManyAttachments
    blob = await storing.keep(tx, content, kind.media_type)
    made = Attachment(id=new_id(), area_id=NOWHERE, scope_key=HIDDEN, blob=blob, name=known_as, open_to_all=False)
    made.account_id, made.organisation_id = by.account_id, by.organisation_id
    # Wall time: how long it may wait is a matter of storage.
    made.uploaded_at = clock.wall()
    tx.add(made)
    await tx.flush()
    return made


def router(told: Told, reserved: Reserved = MappingProxyType({})) -> APIRouter:
    """The routes of one service's attachments; `reserved` says who reads files before they open."""
    made = APIRouter(tags=["附件 attachment"], route_class=TransactionRoute)

    @made.post(
        "/attachments",
        status_code=201,
        openapi_extra=TAKES_A_FILE,
        responses=problems(
            rules.AttachmentEmpty,
            rules.AttachmentTooLarge,
            rules.AttachmentKindRefused,
            rules.TooManyAttachments,
            SignInNeeded,
        ),
    )
    async def attachment_add(name: FileName, request: Request, tx: Tx, by: Adder, at: Now) -> AttachmentView:
        """上传附件: the body is the file itself; seen by its uploader and their organisation until it is used."""
        return AttachmentView.seen(await _added(tx, name, await request.body(), by, at), told.service)

    @made.get("/attachments")
    async def attachments(tx: Tx, by: Reader, asked: Asked, subject_id: UUID | None = None) -> Page[AttachmentView]:
        """Attachments of the records in scope and one's own uploads, newest first."""
        query = select(Attachment).where(_shown(by, reserved))
        if subject_id is not None:
            query = query.where(Attachment.subject_id == subject_id)
        return await page(tx, query, [Attachment.id], asked, lambda one: AttachmentView.seen(one, told.service))

    @made.get("/attachments/{id}", responses=problems(NotFound))
    async def attachment(id: UUID, tx: Tx, by: Reader) -> AttachmentView:  # noqa: A002 - the path's own name
        """What is known of one attachment."""
        return AttachmentView.seen(await _of(tx, id, _shown(by, reserved)), told.service)

    @made.get("/attachments/{id}/content", response_class=Response, responses=GIVES_A_FILE | problems(NotFound))
    async def attachment_content(id: UUID, tx: Tx, by: Reader) -> Response:  # noqa: A002
        """下载附件; the auditor reads who fetched what belongs to a record."""
        found = await _of(tx, id, _shown(by, reserved))
        content = await storing.content_of(tx, found)
        fact = rules.read(found, told)
        if fact is not None:
            await facts.tell(tx, fact, by=by)
        return Response(content, media_type=found.blob.media_type, headers=headers_of(found))

    @made.get("/published/attachments")
    async def attachments_published(tx: Tx, _by: Anyone, asked: Asked, subject_id: UUID) -> Page[OpenAttachment]:
        """The files published with one record, newest first."""
        query = select(Attachment).where(Attachment.subject_id == subject_id, Attachment.open_to_all)
        return await page(tx, query, [Attachment.id], asked, lambda one: OpenAttachment.of(one, told.service))

    @made.get(
        "/published/attachments/{id}/content", response_class=Response, responses=GIVES_A_FILE | problems(NotFound)
    )
    async def attachment_published(id: UUID, tx: Tx, _by: Anyone) -> Response:  # noqa: A002
        """A file that has been opened to everybody."""
        found = await tx.scalar(select(Attachment).where(Attachment.id == id, Attachment.open_to_all))
        if found is None:
            raise NotFound
        content = await storing.content_of(tx, found)
        return Response(content, media_type=found.blob.media_type, headers=headers_of(found))

    return made
