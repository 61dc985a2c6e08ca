"""Keeping the copies of social workers and their posts; both followers do, so that neither judges by an old copy."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.follow import Event, Follower, Heard
from volunteers.pairing.worker import PostCopy, SocialWorkerCopy


class WorkerRegistered(Heard):
    """What is needed of a registration."""

    social_worker_id: UUID
    person_id: UUID
    valid_from: date
    valid_to: date


class RegistrationLapsed(Heard):
    """What is needed of a lapse."""

    social_worker_id: UUID
    valid_to: date


class PostHeld(Heard):
    """What is needed of a post that is filled or vacated."""

    post_id: UUID
    social_worker_id: UUID
    organisation_id: UUID | None
    field: str


async def worker_registered(tx: AsyncSession, heard: WorkerRegistered, event: Event) -> None:
    """A registered social worker may be paired."""
    values = heard.model_dump(exclude={"social_worker_id"})
    await _keep(tx, SocialWorkerCopy, heard.social_worker_id, values, event.seq)


async def registration_lapsed(tx: AsyncSession, heard: RegistrationLapsed, event: Event) -> None:
    """The registration ended on that day."""
    mine = (SocialWorkerCopy.id == heard.social_worker_id, SocialWorkerCopy.seq < event.seq)
    await tx.execute(update(SocialWorkerCopy).where(*mine).values(valid_to=heard.valid_to, seq=event.seq))


async def post_filled(tx: AsyncSession, heard: PostHeld, event: Event) -> None:
    """Somebody holds it."""
    await _keep_post(tx, heard, event, heard.social_worker_id)


async def post_vacated(tx: AsyncSession, heard: PostHeld, event: Event) -> None:
    """Nobody holds it."""
    await _keep_post(tx, heard, event, None)


async def _keep_post(tx: AsyncSession, heard: PostHeld, event: Event, holder: UUID | None) -> None:
    where = {"area_id": event.area_id, "scope_key": event.scope_key, "organisation_id": heard.organisation_id}
    await _keep(tx, PostCopy, heard.post_id, {**where, "field": heard.field, "social_worker_id": holder}, event.seq)


async def _keep(
    tx: AsyncSession, model: type[SocialWorkerCopy | PostCopy], id_: UUID, values: dict[str, Any], seq: int
) -> None:
    """An older fact never overwrites a newer one."""
    kept = {**values, "seq": seq}
    write = insert(model).values(id=id_, **kept)
    await tx.execute(write.on_conflict_do_update(index_elements=["id"], set_=kept, where=model.seq < seq))


def follow_workers(projections: Follower) -> None:
    """Makes a follower keep the copies."""
    projections.on("registry.social_worker.registered.v1", WorkerRegistered)(worker_registered)
    projections.on("registry.social_worker.registration_lapsed.v1", RegistrationLapsed)(registration_lapsed)
    projections.on("registry.post.filled.v1", PostHeld)(post_filled)
    projections.on("registry.post.vacated.v1", PostHeld)(post_vacated)
