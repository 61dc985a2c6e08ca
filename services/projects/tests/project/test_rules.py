"""Projects by their rules alone: no order of acts makes an illegal step."""

from datetime import UTC, date, datetime
from typing import ClassVar
from uuid import UUID, uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chassis.database import new_id
from chassis.principal import Role
from chassis.problems import Problem
from chassis.tables import AreaCopy
from chassis.testing import EAST, EAST_RC, EAST_RC_2, STONE_VC, Place
from procedures.approval.rules import Decider
from projects.deliberation.organisation import OrganisationCopy
from projects.need.model import Need
from projects.need.model import State as NeedState
from projects.need.rules import NeedNotPooled, require_pooled, take_up
from projects.project import closing, rules
from projects.project.model import Project, State

ON = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
AUTHOR, OFFICER = uuid4(), uuid4()


def officer(account_id: UUID = OFFICER) -> Decider:
    return Decider(account_id, frozenset({Role.TOWN_OFFICER}))


def need(state: NeedState = NeedState.POOLED) -> Need:
    return Need(id=new_id(), area_id=EAST_RC.id, scope_key=EAST_RC.scope_key, state=state, category="elderly")


def project(*needs: Need, organisation_id: UUID | None = None) -> Project:
    return Project(
        id=new_id(),
        area_id=EAST_RC.id,
        scope_key=EAST_RC.scope_key,
        need_ids=[each.id for each in needs],
        goals=["目标"],
        budget_fen=100,
        organisation_id=organisation_id,
        activities_published=0,
        activities_held=0,
    )


def copy(place: Place) -> AreaCopy:
    return AreaCopy(id=place.id, parent_id=place.parent and place.parent.id, scope_key=place.scope_key)


def test_a_project_lies_where_its_needs_meet() -> None:
    assert rules.common_area([copy(EAST_RC)]) == EAST_RC.id
    assert rules.common_area([copy(EAST_RC), copy(EAST_RC_2)]) == EAST.id
    with pytest.raises(rules.NeedsFarApart):
        rules.common_area([copy(EAST_RC), copy(STONE_VC)])


def test_a_project_starts_from_pooled_needs() -> None:
    with pytest.raises(rules.ProjectWithoutNeed):
        rules.propose(project(), [], None, on=ON)
    raised, pooled = need(NeedState.RAISED), need()
    with pytest.raises(NeedNotPooled) as refused:
        rules.propose(project(pooled, raised), [raised, pooled], None, on=ON)
    assert [error.pointer for error in refused.value.errors] == ["/need_ids/1"]


def test_only_an_organisation_that_stands_carries_it_out() -> None:
    one = need()
    gone = OrganisationCopy(id=uuid4(), valid_from=date(2020, 1, 1), valid_to=ON)
    for organisation in (None, gone):
        with pytest.raises(rules.OrganisationNotStanding):
            rules.propose(project(one, organisation_id=gone.id), [one], organisation, on=ON)
    gone.valid_to = None
    assert rules.propose(project(one, organisation_id=gone.id), [one], gone, on=ON).organisation_id == gone.id


def test_closing_meets_or_releases_each_need() -> None:
    one, other = need(), need()
    running = project(one, other)
    running.state, running.activities_held = State.APPROVED, 1
    for each in (one, other):
        take_up(each, running.id)
    told = closing.close(running, [one, other], met=[one.id], outcome="办成一半", at=AT)
    assert [fact.TYPE.split(".")[2] for fact in told] == ["closed", "met", "pooled"]
    assert (one.state, other.state, other.project_id) == (NeedState.MET, NeedState.POOLED, None)


def test_nothing_held_means_nothing_met() -> None:
    one = need()
    running = project(one)
    running.state = State.APPROVED
    with pytest.raises(closing.NothingHeld):
        closing.close(running, [one], met=[one.id], outcome="没办", at=AT)
    with pytest.raises(closing.NeedNotOfProject):
        closing.close(running, [one], met=[uuid4()], outcome="没办", at=AT)
    closing.close(running, [one], met=None, outcome="没办", at=AT)
    assert one.state is NeedState.POOLED


class Life(RuleBasedStateMachine):
    """Every verb at any time by anybody: what is not refused is a step of the plan."""

    STEPS: ClassVar = {
        "revise": {(State.DRAFT, State.DRAFT), (State.RETURNED, State.RETURNED)},
        "submit": {(State.DRAFT, State.SUBMITTED), (State.RETURNED, State.SUBMITTED)},
        "approve": {(State.SUBMITTED, State.APPROVED)},
        "return": {(State.SUBMITTED, State.RETURNED)},
        "close": {(State.APPROVED, State.CLOSED)},
        "rival": {(state, state) for state in State},
        "activity": {(state, state) for state in State},
    }

    def __init__(self) -> None:
        super().__init__()
        self.needs = [need(), need()]
        self.project = project(*self.needs)
        rules.propose(self.project, self.needs, None, on=ON)
        self.submitter: UUID | None = None

    def step(self, verb: str, act: object) -> bool:
        before = self.project.state
        needs_before = [each.state for each in self.needs]
        try:
            act()
        except Problem:
            assert self.project.state is before
            assert [each.state for each in self.needs] == needs_before
            return False
        assert (before, self.project.state) in self.STEPS[verb]
        return True

    @rule()
    def revise(self) -> None:
        self.step("revise", lambda: rules.revise(self.project, self.needs, None, on=ON))

    @rule(by=st.sampled_from([AUTHOR, OFFICER]))
    def submit(self, by: UUID) -> None:
        if self.step("submit", lambda: rules.submit(self.project, self.needs, None, by=by, at=AT, on=ON)):
            self.submitter = by

    @rule(by=st.sampled_from([AUTHOR, OFFICER]))
    def approve(self, by: UUID) -> None:
        if self.step("approve", lambda: rules.approve(self.project, self.needs, None, by=officer(by), at=AT, on=ON)):
            assert by != self.submitter

    @rule(by=st.sampled_from([AUTHOR, OFFICER]))
    def send_back(self, by: UUID) -> None:
        if self.step("return", lambda: rules.return_(self.project, reason="补充预算", by=officer(by), at=AT)):
            assert by != self.submitter

    @rule(change=st.sampled_from([-1, 1]))
    def activity(self, change: int) -> None:
        if self.project.state is State.APPROVED and self.project.activities_published + change >= 0:
            self.project.activities_published += change
            self.project.activities_held += change < 0

    @rule()
    def rival(self) -> None:
        """Another project takes up one of the needs first."""

        def take() -> None:
            require_pooled(self.needs[:1], [self.needs[0].id])
            take_up(self.needs[0], uuid4())

        self.step("rival", take)

    @rule()
    def close(self) -> None:
        published = self.project.activities_published
        if self.step("close", lambda: closing.close(self.project, self.needs, met=None, outcome="完成", at=AT)):
            assert published == 0

    @invariant()
    def needs_say_the_same_as_the_project(self) -> None:
        mine = [each for each in self.needs if each.project_id == self.project.id]
        running = self.project.state is State.APPROVED
        assert all(each.state is not NeedState.PLANNED or running for each in mine)
        assert not running or all(each.state is NeedState.PLANNED for each in self.needs)


Life.TestCase.settings = settings(max_examples=200, stateful_step_count=25, deadline=None)
TestLife = Life.TestCase
