"""What this service hears and keeps copies of: areas, organisations, social workers, and activities to serve at."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.areas import follow_areas
from chassis.follow import Event, Follower, Heard
from volunteers.opportunity.model import Activity, Opportunity, opportunity_id
from volunteers.pairing.following import follow_workers
from volunteers.team.organisation import OrganisationCopy

projections = Follower("projections", replayable=True)
follow_areas(projections)
follow_workers(projections)


class WantedHeard(BaseModel, extra="ignore"):
    """How many volunteers an activity wants for a role."""

    role: str
    name: str
    count: int
    minimum_age: int | None = None


class CourseHeard(BaseModel, extra="ignore"):
    """A course that a role asks for."""

    course_id: UUID
    name: str


class RequirementHeard(BaseModel, extra="ignore"):
    """What a role asks of a volunteer, beside the minimum age."""

    role: str
    maximum_age: int | None = None
    skills: list[str] = []
    trainings: list[CourseHeard] = []


class VenueHeard(BaseModel, extra="ignore"):
    """Where an activity takes place."""

    name: str
    latitude: float | None = None
    longitude: float | None = None


class ActivityHeard(Heard):
    """The projects service's facts about an activity."""

    activity_id: UUID
    project_id: UUID
    lead_person_id: UUID | None = None
    organisation_id: UUID | None = None
    title: str
    starts_at: datetime
    ends_at: datetime
    place: VenueHeard
    wanted: list[WantedHeard]
    requirements: tuple[RequirementHeard, ...] = ()


@projections.on("projects.activity.published.v1", ActivityHeard)
async def keep_activity(tx: AsyncSession, heard: ActivityHeard, event: Event) -> None:
    """Writes the copies, as last published; a role that is wanted no more stays, for those who took it."""
    where = {"area_id": event.area_id, "scope_key": event.scope_key, "organisation_id": heard.organisation_id}
    when = {"starts_at": heard.starts_at, "ends_at": heard.ends_at}
    copied = {name: getattr(heard, name) for name in ("project_id", "lead_person_id", "title")}
    venue = heard.place
    spot = {"place_name": venue.name, "latitude": venue.latitude, "longitude": venue.longitude}
    await tx.merge(Activity(id=heard.activity_id, **where, **when, **copied, **spot))
    asked = {each.role: each for each in heard.requirements}
    for wanted in heard.wanted:
        more = asked.get(wanted.role) or RequirementHeard(role=wanted.role)
        await tx.merge(
            Opportunity(
                id=opportunity_id(heard.activity_id, wanted.role),
                activity_id=heard.activity_id,
                role=wanted.role,
                role_name=wanted.name,
                minimum_age=wanted.minimum_age or 0,
                maximum_age=more.maximum_age,
                skills=more.skills,
                trainings=[each.model_dump(mode="json") for each in more.trainings],
                **where,
                **when,
            )
        )


class OrganisationBegan(Heard):
    """What is needed of a filing, a registration or a promotion."""

    organisation_id: UUID
    valid_from: date


@projections.on("registry.organisation.filed.v1", OrganisationBegan)
@projections.on("registry.organisation.registered.v1", OrganisationBegan)
async def organisation_began(tx: AsyncSession, heard: OrganisationBegan, _event: Event) -> None:
    """It may have teams from that day on."""
    values = {"valid_from": heard.valid_from, "valid_to": None}
    write = insert(OrganisationCopy).values(id=heard.organisation_id, **values)
    await tx.execute(write.on_conflict_do_update(index_elements=["id"], set_=values))


@projections.on("registry.organisation.promoted.v1", OrganisationBegan)
async def organisation_promoted(tx: AsyncSession, heard: OrganisationBegan, _event: Event) -> None:
    """It stays the one that was filed."""
    write = insert(OrganisationCopy).values(id=heard.organisation_id, valid_from=heard.valid_from, valid_to=None)
    await tx.execute(write.on_conflict_do_nothing(index_elements=["id"]))


class OrganisationEnded(Heard):
    """What is needed of a deregistration or a revocation."""

    organisation_id: UUID
    valid_from: date


@projections.on("registry.organisation.deregistered.v1", OrganisationEnded)
@projections.on("registry.organisation.revoked.v1", OrganisationEnded)
async def organisation_ended(tx: AsyncSession, heard: OrganisationEnded, _event: Event) -> None:
    """From that day on it may have no new ones."""
    mine = OrganisationCopy.id == heard.organisation_id
    await tx.execute(update(OrganisationCopy).where(mine).values(valid_to=heard.valid_from))
