"""Keeping a file's bytes once, whoever uploads them, and dropping what no record has taken in."""

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock
from chassis.database import Sessions, beyond_scope, system_transaction
from chassis.schedule import Turn
from procedures.attachment.dated import AttachmentRule
from procedures.attachment.model import Attachment, Blob


async def keep(tx: AsyncSession, content: bytes, media_type: str) -> Blob:
    """The blob of these bytes: the one that is there already, or a new one."""
    digest = hashlib.sha256(content).hexdigest()
    values = {"sha256": digest, "size": len(content), "media_type": media_type, "content": content}
    await tx.execute(insert(Blob).values(**values).on_conflict_do_nothing())
    return (await tx.scalars(select(Blob).where(Blob.sha256 == digest))).one()


async def content_of(tx: AsyncSession, attachment: Attachment) -> bytes:
    """The bytes themselves, which nothing else loads."""
    return (await tx.scalars(select(Blob.content).where(Blob.sha256 == attachment.sha256))).one()


async def waiting_of(tx: AsyncSession, account_id: UUID) -> int:
    """How many uploads of an account belong to no record yet."""
    async with beyond_scope(tx):
        mine = (Attachment.account_id == account_id, Attachment.subject_id.is_(None))
        return await tx.scalar(select(func.count()).where(*mine)) or 0


async def forget(sessions: Sessions, now: datetime) -> int:
    """Drops uploads that no record has taken in, and the bytes that nobody else holds; tells nothing."""
    since = now - timedelta(hours=AttachmentRule.on(clock.day(now)).waiting_hours)
    stale = (Attachment.subject_id.is_(None), Attachment.uploaded_at < since)
    async with system_transaction(sessions, at=now) as tx:
        dropped = set(await tx.scalars(delete(Attachment).where(*stale).returning(Attachment.sha256)))
        # Held first, so that an upload of the same bytes comes before (and is seen below) or after (and writes anew).
        held = select(Blob.sha256).where(Blob.sha256.in_(dropped)).order_by(Blob.sha256)
        mine = list(await tx.scalars(held.with_for_update(skip_locked=True)))
        unheld = ~exists().where(Attachment.sha256 == Blob.sha256)
        await tx.execute(delete(Blob).where(Blob.sha256.in_(mine), unheld))
    return 0


TURN = Turn(forget, every=1800)
