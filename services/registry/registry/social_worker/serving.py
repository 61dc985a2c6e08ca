"""Who may know a social worker beyond the area of the registration: those in whose area the worker serves.

A town registers its social workers and they serve its communities: whoever acts below the area of registration knows
them, and so does whoever sees a post or a stationing of theirs. To change anything takes the area itself.
"""

from collections.abc import Collection, Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Uuid

from chassis.access import Access, allow
from chassis.database import beyond_scope
from chassis.problems import NotFound
from chassis.transaction import Tx
from registry.permissions import Permission
from registry.social_worker.model import SocialWorker

# The stages that give them a post or a room come later: their rows are asked, of which row security shows the caller's.
THERE = text(
    "select social_worker_id from holding where social_worker_id = any(:ids)"
    " union select social_worker_id from stationing where social_worker_id = any(:ids)"
).bindparams(bindparam("ids", type_=ARRAY(Uuid())))


async def known_to(tx: AsyncSession, ids: Collection[UUID], by: Access) -> Sequence[SocialWorker]:
    """Those of some social workers whom the caller may know."""
    there = set(await tx.scalars(THERE, {"ids": list(ids)}))
    async with beyond_scope(tx):
        workers = list(await tx.scalars(select(SocialWorker).where(SocialWorker.id.in_(ids)).order_by(SocialWorker.id)))
    below = {each.id for each in workers if any(low.startswith(each.scope_key) for low, _ in by.ranges)}
    return [each for each in workers if by.reaches(each) or each.id in there | below]


async def known(id: UUID, tx: Tx, by: Annotated[Access, Depends(allow(Permission.SOCIAL_WORKER_READ))]) -> SocialWorker:  # noqa: A002
    """Dependency: the social worker named in the path, to be read."""
    for worker in await known_to(tx, [id], by):
        return worker
    raise NotFound
