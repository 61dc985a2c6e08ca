"""The facts that the projects service hears and keeps narrow copies of: areas, bodies, social workers, surveys."""

from datetime import date
from uuid import UUID

from sqlalchemy import case, func, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.areas import follow_areas
from chassis.follow import Event, Follower, Heard
from projects.acceptance.model import StageSurveyCopy
from projects.activity.course import CourseCopy
from projects.activity.lead import SocialWorkerCopy
from projects.deliberation.organisation import OrganisationCopy

projections = Follower("projections", replayable=True)
follow_areas(projections)


class OrganisationBegan(Heard):
    """What is needed of a filing or a registration."""

    organisation_id: UUID
    valid_from: date


@projections.on("registry.organisation.filed.v1", OrganisationBegan)
@projections.on("registry.organisation.registered.v1", OrganisationBegan)
async def organisation_began(tx: AsyncSession, heard: OrganisationBegan, _event: Event) -> None:
    """A filed or registered organisation may carry out projects from that day on."""
    values = {"valid_from": heard.valid_from, "valid_to": None}
    write = insert(OrganisationCopy).values(id=heard.organisation_id, **values)
    await tx.execute(write.on_conflict_do_update(index_elements=["id"], set_=values))


@projections.on("registry.organisation.promoted.v1", OrganisationBegan)
async def organisation_promoted(tx: AsyncSession, heard: OrganisationBegan, _event: Event) -> None:
    """It stays the one that was filed, from the day of its filing on."""
    write = insert(OrganisationCopy).values(id=heard.organisation_id, valid_from=heard.valid_from, valid_to=None)
    await tx.execute(write.on_conflict_do_nothing(index_elements=["id"]))


class OrganisationEnded(Heard):
    """What is needed of a deregistration or a revocation."""

    organisation_id: UUID
    valid_from: date


@projections.on("registry.organisation.deregistered.v1", OrganisationEnded)
@projections.on("registry.organisation.revoked.v1", OrganisationEnded)
async def organisation_ended(tx: AsyncSession, heard: OrganisationEnded, _event: Event) -> None:
    """From that day on it may not."""
    mine = OrganisationCopy.id == heard.organisation_id
    await tx.execute(update(OrganisationCopy).where(mine).values(valid_to=heard.valid_from))


class CourseOffered(Heard):
    """What is needed of a course."""

    course_id: UUID
    name: str


@projections.on("volunteers.course.offered.v1", CourseOffered)
async def course_offered(tx: AsyncSession, heard: CourseOffered, _event: Event) -> None:
    """Roles of activities may ask for it."""
    write = insert(CourseCopy).values(id=heard.course_id, name=heard.name)
    await tx.execute(write.on_conflict_do_nothing(index_elements=["id"]))


class SocialWorkerRegistered(Heard):
    """What is needed of a registration."""

    social_worker_id: UUID
    person_id: UUID
    valid_from: date
    valid_to: date


@projections.on("registry.social_worker.registered.v1", SocialWorkerRegistered)
async def social_worker_registered(tx: AsyncSession, heard: SocialWorkerRegistered, _event: Event) -> None:
    """A registered social worker may lead activities; a renewal that leaves no gap keeps the earlier beginning."""
    values = heard.model_dump(exclude={"social_worker_id"})
    write = insert(SocialWorkerCopy).values(id=heard.social_worker_id, **values)
    no_gap = SocialWorkerCopy.valid_to >= heard.valid_from
    earliest = func.least(SocialWorkerCopy.valid_from, heard.valid_from)
    since = case((no_gap, earliest), else_=heard.valid_from)
    await tx.execute(write.on_conflict_do_update(index_elements=["id"], set_=values | {"valid_from": since}))


class RegistrationLapsed(Heard):
    """What is needed of a lapse."""

    social_worker_id: UUID
    valid_to: date


@projections.on("registry.social_worker.registration_lapsed.v1", RegistrationLapsed)
async def registration_lapsed(tx: AsyncSession, heard: RegistrationLapsed, _event: Event) -> None:
    """The registration ended on that day."""
    mine = SocialWorkerCopy.id == heard.social_worker_id
    await tx.execute(update(SocialWorkerCopy).where(mine).values(valid_to=heard.valid_to))


class StageSurveyClosed(Heard):
    """What is needed of the survey of a contract stage; shares in parts per million."""

    acceptance_id: UUID
    survey_id: UUID
    drawn: int
    answered: int
    satisfied: int | None
    bound_ppm: int | None
    share_ppm: int | None


@projections.on("assessment.stage_survey.closed.v1", StageSurveyClosed)
async def stage_survey_closed(tx: AsyncSession, heard: StageSurveyClosed, event: Event) -> None:
    """Those who took part in a contract stage have been asked."""
    values = heard.model_dump(exclude={"acceptance_id"}) | {"closed_at": event.time}
    write = insert(StageSurveyCopy).values(acceptance_id=heard.acceptance_id, **values)
    await tx.execute(write.on_conflict_do_update(index_elements=["acceptance_id"], set_=values))
