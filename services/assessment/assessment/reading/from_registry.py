"""What is kept of the registry's facts: organisations at home, posts and facilities, by the days they count."""

from copy import deepcopy
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.reading.counting import count, settle
from assessment.reading.days import OPEN_END, begun, days_of, ended, spans
from assessment.reading.model import Counted, FacilityCopy, PostCopy
from assessment.reading.organisations import OrganisationCopy, changes, counted_days, spoken, terms
from chassis.follow import Event, Follower, Heard

LastingT = TypeVar("LastingT", PostCopy, FacilityCopy)


class OrganisationHeard(Heard):
    """What is needed of how an organisation came about, changed, and ended."""

    organisation_id: UUID
    category: str
    valid_from: date


class SanctionHeard(OrganisationHeard):
    """What is needed of a suspension."""

    sanction_id: UUID
    until: date | None = None


class PostHeard(Heard):
    """What is needed of a post that somebody takes or leaves."""

    post_id: UUID
    valid_from: date


class FacilityHeard(Heard):
    """What is needed of a facility that opens or closes."""

    facility_id: UUID
    valid_from: date


async def _organisation(tx: AsyncSession, heard: OrganisationHeard, event: Event) -> OrganisationCopy:
    copy = await tx.get(OrganisationCopy, heard.organisation_id)
    if copy is None:
        copy = OrganisationCopy(id=heard.organisation_id, told={}, days=days_of([]), promoted_on=None)
        tx.add(copy)
    copy.area_id, copy.scope_key, copy.seq = event.area_id, event.scope_key, event.seq
    return copy


async def _retell(tx: AsyncSession, copy: OrganisationCopy, told: dict[str, Any]) -> None:
    """Takes over what is told now; the counters move by the difference."""
    before, copy.told = changes(copy.told), told
    copy.days = days_of(counted_days(told))
    await settle(tx, copy, before, changes(told))


async def organisation_began(tx: AsyncSession, heard: OrganisationHeard, event: Event) -> None:
    """A filed or registered organisation counts once, at home, from that day on; promoted, it is the same one."""
    copy = await _organisation(tx, heard, event)
    told = deepcopy(copy.told)
    told["terms"] = [spoken(each) for each in begun(terms(told), heard.valid_from)]
    told.setdefault("classes", {})[heard.valid_from.isoformat()] = heard.category
    await _retell(tx, copy, told)
    if event.type.startswith("registry.organisation.promoted.") and copy.promoted_on is None:
        copy.promoted_on = heard.valid_from
        await count(tx, Counted.PROMOTIONS, copy, heard.valid_from, 1)


async def organisation_changed(tx: AsyncSession, heard: OrganisationHeard, event: Event) -> None:
    """It may belong to another class from that day on."""
    copy = await _organisation(tx, heard, event)
    told = deepcopy(copy.told)
    told.setdefault("classes", {})[heard.valid_from.isoformat()] = heard.category
    await _retell(tx, copy, told)


async def organisation_ended(tx: AsyncSession, heard: OrganisationHeard, event: Event) -> None:
    """From that day on it no longer counts."""
    copy = await _organisation(tx, heard, event)
    told = deepcopy(copy.told)
    told["terms"] = [spoken(each) for each in ended(terms(told), heard.valid_from)]
    await _retell(tx, copy, told)


async def organisation_suspended(tx: AsyncSession, heard: SanctionHeard, event: Event) -> None:
    """A dormant organisation does not count, until the suspension runs out or is lifted."""
    copy = await _organisation(tx, heard, event)
    told = deepcopy(copy.told)
    span = spoken((heard.valid_from, heard.until or OPEN_END))
    told.setdefault("suspended", {})[str(heard.sanction_id)] = span
    await _retell(tx, copy, told)


async def organisation_resumed(tx: AsyncSession, heard: SanctionHeard, event: Event) -> None:
    """Lifted before it had run out: it counts again from that day on."""
    copy = await _organisation(tx, heard, event)
    told = deepcopy(copy.told)
    first, _ = told.get("suspended", {}).pop(str(heard.sanction_id), (None, None))
    if first is not None and first < heard.valid_from.isoformat():
        told["suspended"][str(heard.sanction_id)] = [first, heard.valid_from.isoformat()]
    await _retell(tx, copy, told)


async def _lasting(tx: AsyncSession, model: type[LastingT], id_: UUID, event: Event) -> LastingT:
    copy = await tx.get(model, id_)
    if copy is None:
        copy = model(id=id_, days=days_of([]))
        tx.add(copy)
    copy.area_id, copy.scope_key, copy.seq = event.area_id, event.scope_key, event.seq
    return copy


async def _lasts(tx: AsyncSession, copy: PostCopy | FacilityCopy, on: date, change: int) -> None:
    """It counts from that day on, or no longer."""
    counted = Counted.POSTS if isinstance(copy, PostCopy) else Counted.FACILITIES
    before = spans(copy.days)
    after = begun(before, on) if change > 0 else ended(before, on)
    if after != before:
        copy.days = days_of(after)
        await count(tx, counted, copy, on, change)


async def post_filled(tx: AsyncSession, heard: PostHeard, event: Event) -> None:
    """Somebody works there."""
    await _lasts(tx, await _lasting(tx, PostCopy, heard.post_id, event), heard.valid_from, 1)


async def post_vacated(tx: AsyncSession, heard: PostHeard, event: Event) -> None:
    """Nobody works there any more."""
    await _lasts(tx, await _lasting(tx, PostCopy, heard.post_id, event), heard.valid_from, -1)


async def facility_opened(tx: AsyncSession, heard: FacilityHeard, event: Event) -> None:
    """The community has it."""
    await _lasts(tx, await _lasting(tx, FacilityCopy, heard.facility_id, event), heard.valid_from, 1)


async def facility_closed(tx: AsyncSession, heard: FacilityHeard, event: Event) -> None:
    """The community has it no longer."""
    await _lasts(tx, await _lasting(tx, FacilityCopy, heard.facility_id, event), heard.valid_from, -1)


def follow_registry(projections: Follower) -> None:
    """Makes the service keep these copies."""
    for verb in ("filed", "registered", "promoted"):
        projections.on(f"registry.organisation.{verb}.v1", OrganisationHeard)(organisation_began)
    projections.on("registry.organisation.changed.v1", OrganisationHeard)(organisation_changed)
    for verb in ("deregistered", "revoked"):
        projections.on(f"registry.organisation.{verb}.v1", OrganisationHeard)(organisation_ended)
    projections.on("registry.organisation.suspended.v1", SanctionHeard)(organisation_suspended)
    projections.on("registry.organisation.resumed.v1", SanctionHeard)(organisation_resumed)
    projections.on("registry.post.filled.v1", PostHeard)(post_filled)
    projections.on("registry.post.vacated.v1", PostHeard)(post_vacated)
    projections.on("registry.facility.opened.v1", FacilityHeard)(facility_opened)
    projections.on("registry.facility.closed.v1", FacilityHeard)(facility_closed)
