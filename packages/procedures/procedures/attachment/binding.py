"""How a stage takes uploads into a record of its own, and later publishes them with it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access
from chassis.database import beyond_scope
from procedures.attachment import rules
from procedures.attachment.facts import Told
from procedures.attachment.model import Attachment
from procedures.attachment.rules import AttachmentBound, AttachmentUnknown, Subject

# What a route that attaches may answer.
REFUSALS = (AttachmentUnknown, AttachmentBound)


async def attach(
    tx: AsyncSession,
    ids: Sequence[UUID],
    told: Told,
    *,
    to: Subject,
    href: str,
    by: Access,
    at: datetime,
    pointer: str = "/attachment_ids",
) -> None:
    """Binds uploads of the caller to a record of the caller's."""
    query = select(Attachment).where(Attachment.id.in_(ids)).order_by(Attachment.id)
    async with beyond_scope(tx):
        found = {each.id: each for each in await tx.scalars(query.with_for_update(of=Attachment))}
        for each in rules.require_free(found, ids, to=to, by=by, pointer=pointer):
            await facts.tell(tx, rules.bind(each, told, to=to, href=href, at=at), by=by)


async def unseal(tx: AsyncSession, ids: Sequence[UUID], *, of: Subject) -> None:
    """随记录启封: those files of a sealed record that it names are seen with it; what it has given up stays hidden."""
    query = select(Attachment).where(Attachment.subject_id == of.id, Attachment.id.in_(ids)).order_by(Attachment.id)
    async with beyond_scope(tx):
        for each in await tx.scalars(query.with_for_update(of=Attachment)):
            rules.unseal(each, of=of)


async def publish(tx: AsyncSession, *, of: Subject) -> None:
    """随公告公开: everybody may fetch the files of a record that is announced."""
    async with beyond_scope(tx):
        for each in await tx.scalars(select(Attachment).where(Attachment.subject_id == of.id)):
            rules.publish(each)
