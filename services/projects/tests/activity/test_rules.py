"""Activities by their rules alone."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from chassis.database import new_id
from chassis.tables import AreaCopy
from chassis.testing import EAST, EAST_RC, STONE_VC
from projects.activity import rules
from projects.activity.lead import SocialWorkerCopy
from projects.activity.model import Activity, State
from projects.project.model import Project
from projects.project.model import State as ProjectState
from projects.project.rules import ProjectNotApproved

AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
ON = date(2026, 11, 24)
LEAD = SocialWorkerCopy(id=uuid4(), person_id=uuid4(), valid_from=date(2023, 1, 1), valid_to=date(2026, 12, 1))


def project(state: ProjectState = ProjectState.APPROVED) -> Project:
    said = {"id": new_id(), "area_id": EAST.id, "scope_key": EAST.scope_key, "need_ids": [uuid4()]}
    return Project(**said, state=state, organisation_id=None, activities_published=0, activities_held=0)


def activity(state: State = State.PLANNED, hours: int = 24) -> Activity:
    return Activity(
        id=new_id(),
        area_id=EAST_RC.id,
        scope_key=EAST_RC.scope_key,
        project_id=uuid4(),
        need_ids=[],
        title="探访",
        starts_at=AT + timedelta(hours=hours),
        ends_at=AT + timedelta(hours=hours + 2),
        place_name="中心",
        lead_social_worker_id=LEAD.id,
        lead_person_id=LEAD.person_id,
        wanted=[],
        state=state,
    )


def test_takes_place_within_the_projects_area() -> None:
    inside = AreaCopy(id=EAST_RC.id, scope_key=EAST_RC.scope_key)
    rules.locate(activity(), project(), inside)
    with pytest.raises(rules.AreaOutsideProject):
        rules.locate(activity(), project(), AreaCopy(id=STONE_VC.id, scope_key=STONE_VC.scope_key))


@pytest.mark.parametrize(
    ("on", "accepted"), [(date(2026, 11, 30), True), (date(2026, 12, 1), False), (date(2022, 1, 1), False)]
)
def test_the_lead_is_registered_on_the_day(on: date, accepted: bool) -> None:
    if accepted:
        assert rules.plan(activity(), project(), LEAD, on=on).lead_person_id == LEAD.person_id
        return
    with pytest.raises(rules.LeadNotRegistered):
        rules.plan(activity(), project(), LEAD, on=on)


@pytest.mark.parametrize("state", [state for state in ProjectState if state is not ProjectState.APPROVED])
def test_only_in_an_approved_project(state: ProjectState) -> None:
    with pytest.raises(ProjectNotApproved):
        rules.plan(activity(), project(state), LEAD, on=ON)
    with pytest.raises(ProjectNotApproved):
        rules.publish(activity(), project(state), LEAD, on=ON, at=AT)


def test_is_not_published_once_its_time_has_come() -> None:
    with pytest.raises(rules.ActivityInPast):
        rules.publish(activity(hours=0), project(), LEAD, on=ON, at=AT)


@pytest.mark.parametrize("running", [1, 0])
def test_a_provider_publishes_for_its_project_no_longer_than_its_contract_runs(running: int) -> None:
    planned, bought, provider = activity(), project(), uuid4()
    bought.organisation_id, bought.by_contract, bought.contracts_running = provider, True, running
    if running:
        rules.publish(planned, bought, LEAD, on=ON, at=AT, provider_id=provider)
        return
    with pytest.raises(rules.ProviderGone):
        rules.publish(planned, bought, LEAD, on=ON, at=AT, provider_id=provider)
    assert (planned.state, bought.activities_published) == (State.PLANNED, 0)


def test_is_held_only_after_it_has_started() -> None:
    running = project()
    running.activities_published = 1
    with pytest.raises(rules.ActivityNotStarted):
        rules.complete(activity(State.PUBLISHED), running, at=AT)
    rules.complete(activity(State.PUBLISHED, hours=0), running, at=AT)
    assert (running.activities_published, running.activities_held) == (0, 1)


@pytest.mark.parametrize("state", [State.HELD, State.CANCELLED])
def test_what_is_over_stays_over(state: State) -> None:
    with pytest.raises(rules.ActivityOver):
        rules.cancel(activity(state), project(), reason="下雨", at=AT, missed=True)
    with pytest.raises(rules.ActivityOver):
        rules.require_revisable(activity(state), at=AT)
    with pytest.raises(rules.ActivityNotPlanned):
        rules.publish(activity(state), project(), LEAD, on=ON, at=AT)
    with pytest.raises(rules.ActivityNotPublished):
        rules.complete(activity(state), project(), at=AT)
