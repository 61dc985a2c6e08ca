"""A social worker is out of service: every team of theirs waits for a hand-over, with a to-do for who has it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from chassis import clock, facts
from chassis.follow import Event
from volunteers.dated import PairingRule
from volunteers.pairing import rules
from volunteers.pairing.model import Leaving, Pairing, State
from volunteers.pairing.worker import PostCopy, SocialWorkerCopy


async def departed(tx: AsyncSession, worker_id: UUID, because: Leaving, event: Event) -> None:
    """Judged by the copies: who is registered and holds a post, whatever a late fact says, goes on."""
    on = clock.day(event.time)
    worker = await tx.scalar(select(SocialWorkerCopy).where(SocialWorkerCopy.id == worker_id).with_for_update())
    posts = (await tx.scalars(select(PostCopy.id).where(PostCopy.social_worker_id == worker_id))).all()
    if worker is not None and worker.is_registered(on) and posts:
        return
    mine = select(Pairing).where(Pairing.social_worker_id == worker_id, Pairing.state == State.RUNNING)
    held = mine.options(joinedload(Pairing.team)).order_by(Pairing.team_id).with_for_update(of=Pairing)
    for pairing in (await tx.scalars(held)).all():
        for fact in rules.fall_due(pairing, because=because, rule=PairingRule.on(on), on=on):
            await facts.tell(tx, fact, by=event.actor)
