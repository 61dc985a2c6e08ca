"""What is kept of the registry's facts: community organisations at their home area, by the day they count."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.reading.counting import count
from assessment.reading.model import Counted, OrganisationCopy
from chassis.follow import Event, Follower, Heard


class OrganisationHeard(Heard):
    """What is needed of how an organisation came about, and of how it ended."""

    organisation_id: UUID
    valid_from: date


async def organisation_began(tx: AsyncSession, heard: OrganisationHeard, event: Event) -> None:
    """A filed or registered organisation counts once, at home, from that day on; promoted, it is the same one."""
    copy = await tx.get(OrganisationCopy, heard.organisation_id)
    counts_already = copy is not None and copy.valid_to is None
    if copy is None:
        copy = OrganisationCopy(id=heard.organisation_id)
        tx.add(copy)
    copy.area_id, copy.scope_key, copy.seq = event.area_id, event.scope_key, event.seq
    if not counts_already:
        copy.valid_from, copy.valid_to = heard.valid_from, None
        await count(tx, Counted.ORGANISATIONS, copy, heard.valid_from, 1)


async def organisation_ended(tx: AsyncSession, heard: OrganisationHeard, event: Event) -> None:
    """From that day on it no longer counts."""
    copy = await tx.get(OrganisationCopy, heard.organisation_id)
    if copy is None or copy.valid_to is not None:
        return
    copy.valid_to, copy.seq = heard.valid_from, event.seq
    await count(tx, Counted.ORGANISATIONS, copy, heard.valid_from, -1)


def follow_registry(projections: Follower) -> None:
    """Makes the service keep these copies."""
    for verb in ("filed", "registered", "promoted"):
        projections.on(f"registry.organisation.{verb}.v1", OrganisationHeard)(organisation_began)
    for verb in ("deregistered", "revoked"):
        projections.on(f"registry.organisation.{verb}.v1", OrganisationHeard)(organisation_ended)
