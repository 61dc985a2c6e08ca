"""What is kept of the projects service's facts: projects, activities and who took part."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.indicator.months import month
from assessment.reading.counting import count
from assessment.reading.model import ActivityCopy, Counted, ParticipationCopy, ProjectCopy, state_of, union
from chassis import clock
from chassis.follow import Event, Follower, Heard

# By themselves with the code of the moment, or by somebody who does not work for the provider.
ASKED = frozenset({"code", "recorded"})


class ProjectHeard(Heard):
    """What is needed of a project's facts."""

    project_id: UUID
    need_ids: list[UUID]


class ActivityHeard(Heard):
    """What is needed of an activity's facts."""

    activity_id: UUID
    project_id: UUID
    need_ids: list[UUID]
    lead_person_id: UUID
    title: str
    starts_at: datetime


class ParticipationHeard(Heard):
    """What is needed of one act of recording who took part."""

    activity_id: UUID
    project_id: UUID
    participant_ids: list[UUID]
    means: str | None = None


async def project_moved(tx: AsyncSession, heard: ProjectHeard, event: Event) -> None:
    """A project as its last fact left it; its first approval is what counts."""
    copy = await tx.get(ProjectCopy, heard.project_id)
    if copy is None:
        copy = ProjectCopy(id=heard.project_id, proposed_on=clock.day(event.time))
        tx.add(copy)
    # A draft may be revised for needs of another community; it is counted where it lies when it is approved.
    copy.area_id, copy.scope_key = event.area_id, event.scope_key
    copy.need_ids, copy.state, copy.seq = union((), heard.need_ids), state_of(event.type), event.seq
    if copy.state == "approved" and copy.approved_on is None:
        copy.approved_on = clock.day(event.time)
        await count(tx, Counted.PROJECTS, copy, month(copy.approved_on), 1)


async def activity_moved(tx: AsyncSession, heard: ActivityHeard, event: Event) -> None:
    """An activity as its last fact left it; it counts once it has been held."""
    copy = await tx.get(ActivityCopy, heard.activity_id)
    if copy is None:
        copy = ActivityCopy(id=heard.activity_id, area_id=event.area_id, scope_key=event.scope_key)
        tx.add(copy)
    copy.project_id, copy.need_ids = heard.project_id, union((), heard.need_ids)
    copy.title, copy.starts_at, copy.lead_person_id = heard.title, heard.starts_at, heard.lead_person_id
    copy.state, copy.seq = state_of(event.type), event.seq
    if copy.state == "held" and copy.held_on is None:
        copy.held_on = clock.day(event.time)
        await count(tx, Counted.ACTIVITIES, copy, month(copy.held_on), 1)
        await _project_acted(tx, copy)


async def _project_acted(tx: AsyncSession, activity: ActivityCopy) -> None:
    """The project no longer waits for its first activity."""
    project = await tx.get(ProjectCopy, activity.project_id)
    if project is not None and project.first_held_on is None:
        project.first_held_on = activity.held_on


async def participation_recorded(tx: AsyncSession, heard: ParticipationHeard, event: Event) -> None:
    """All acts of recording of one activity together, but for lists of which nobody says how they came about."""
    if heard.means not in ASKED:
        return
    copy = await tx.get(ParticipationCopy, heard.activity_id)
    if copy is None:
        copy = ParticipationCopy(id=heard.activity_id, area_id=event.area_id, scope_key=event.scope_key)
        copy.project_id, copy.participant_ids = heard.project_id, []
        tx.add(copy)
    copy.participant_ids, copy.seq = union(copy.participant_ids, heard.participant_ids), event.seq


def follow_projects(projections: Follower) -> None:
    """Makes the service keep these copies."""
    for verb in ("proposed", "revised", "submitted", "approved", "returned", "closed"):
        projections.on(f"projects.project.{verb}.v1", ProjectHeard)(project_moved)
    for verb in ("planned", "published", "held", "cancelled"):
        projections.on(f"projects.activity.{verb}.v1", ActivityHeard)(activity_moved)
    projections.on("projects.participation.recorded.v1", ParticipationHeard)(participation_recorded)
