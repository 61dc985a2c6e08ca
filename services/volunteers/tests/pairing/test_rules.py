"""Pairing without a database: who fits, when a day fits, and that a departure happens once."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID, uuid4

import pytest

from chassis.access import Access
from chassis.facts import Fact
from volunteers.database import town_of
from volunteers.dated import PairingRule
from volunteers.pairing import rules
from volunteers.pairing.model import Leaving, Pairing, Span, State
from volunteers.pairing.worker import PostCopy, SocialWorkerCopy
from volunteers.team import model as forming
from volunteers.team.model import ServiceField, Team

TODAY = date(2026, 11, 28)
RULE = PairingRule.on(TODAY)
TOWN = "441900/441900003/"


def a_team(**changes: Any) -> Team:
    told = {"area_id": uuid4(), "scope_key": TOWN, "organisation_id": None, "name": "晨光助老队", "members": 10}
    state = {"state": forming.State.ACTIVE, "field": ServiceField.ELDERLY, "formed_on": date(2026, 1, 5)}
    return Team(id=uuid4(), version=1, **{**told, **state, **changes})


def a_worker(teams: int = 0, volunteers: int = 0, **changes: Any) -> rules.Candidate:
    valid = {"valid_from": date(2025, 1, 1), "valid_to": date(2028, 1, 1)}
    worker = SocialWorkerCopy(id=uuid4(), person_id=uuid4(), seq=1, **{**valid, **changes})
    return rules.Candidate(worker, [PostCopy(id=uuid4())], Span(teams, volunteers))


def started(team: Team | None = None, by: rules.Candidate | None = None) -> Pairing:
    pairing, _ = rules.start(team or a_team(), by or a_worker(), None, RULE, starts_on=TODAY, on=TODAY)
    return pairing


def titles(told: list[Fact]) -> list[str]:
    return [getattr(fact, "title_code", fact.TYPE.split(".", 1)[1]) for fact in told]


def test_who_is_not_in_service_is_not_paired() -> None:
    none = rules.Candidate(None, [], Span())
    lapsed, without_post = a_worker(valid_to=TODAY), a_worker()
    for who, problem in (
        (none, rules.WorkerNotRegistered),
        (lapsed, rules.WorkerNotRegistered),
        (rules.Candidate(without_post.worker, [], Span()), rules.WorkerNotInPost),
    ):
        with pytest.raises(problem):
            started(by=who)


def test_the_span_is_dated_data_and_refused_by_its_number() -> None:
    assert RULE.assumption
    started(by=a_worker(RULE.most_teams - 1, RULE.most_volunteers - 10))
    with pytest.raises(rules.SpanExceeded, match=f"{RULE.most_teams} 支"):
        started(by=a_worker(RULE.most_teams))
    with pytest.raises(rules.SpanExceeded, match=f"{RULE.most_volunteers} 人"):
        started(by=a_worker(1, RULE.most_volunteers - 9))


def test_a_pairing_begins_within_the_teams_days_and_after_the_one_before() -> None:
    team, by = a_team(), a_worker()
    over = started(team)
    rules.close(over, reason="无人需要", on=TODAY)
    tomorrow, before = TODAY + timedelta(days=1), team.formed_on - timedelta(days=1)
    for last, day in ((None, before), (None, tomorrow), (over, TODAY - timedelta(days=1))):
        with pytest.raises(rules.DayOutOfReach):
            rules.start(team, by, last, RULE, starts_on=day, on=TODAY)
    pairing, told = rules.start(team, by, over, RULE, starts_on=TODAY, on=TODAY)
    assert (pairing.state, titles(told)) == (State.RUNNING, ["pairing.started.v1", "team-pairing"])
    with pytest.raises(rules.TeamPaired):
        rules.start(team, a_worker(), pairing, RULE, starts_on=TODAY, on=TODAY)


def test_a_departure_calls_for_a_hand_over_once_and_until_a_day() -> None:
    pairing = started()
    told = rules.fall_due(pairing, because=Leaving.POST_VACATED, rule=RULE, on=TODAY)
    assert titles(told) == ["pairing.handover_due.v1", "pairing-handover"]
    assert pairing.handover_until == TODAY + timedelta(days=RULE.handover_days)
    assert getattr(told[1], "due_on", None) == pairing.handover_until
    assert rules.fall_due(pairing, because=Leaving.REGISTRATION_LAPSED, rule=RULE, on=TODAY) == []
    assert pairing.handover_because is Leaving.POST_VACATED


def test_a_hand_over_starts_the_next_on_the_day_the_last_ends() -> None:
    pairing, next_ = started(), a_worker()
    rules.fall_due(pairing, because=Leaving.RELEASED, rule=RULE, on=TODAY)
    successor, told = rules.hand_over(pairing, next_, RULE, note="每周三探访", on=TODAY)
    assert titles(told) == ["pairing.handed_over.v1", "pairing.started.v1", "pairing-handover"]
    assert (pairing.state, pairing.ends_on, successor.starts_on) == (State.HANDED_OVER, TODAY, TODAY)
    assert (successor.predecessor_id, successor.state) == (pairing.id, State.RUNNING)
    with pytest.raises(rules.PairingOver):
        rules.hand_over(pairing, next_, RULE, note="再交一次", on=TODAY)


def test_nobody_hands_over_to_themselves_unless_they_have_come_back() -> None:
    by = a_worker()
    pairing = started(by=by)
    with pytest.raises(rules.SameWorker):
        rules.hand_over(pairing, by, RULE, note="给自己", on=TODAY)
    rules.fall_due(pairing, because=Leaving.REGISTRATION_LAPSED, rule=RULE, on=TODAY)
    successor, _ = rules.hand_over(pairing, by, RULE, note="已再登记", on=TODAY)
    assert successor.social_worker_id == pairing.social_worker_id


def test_no_ending_without_a_successor_while_something_is_to_come_or_a_hand_over_waits() -> None:
    pairing = started()
    with pytest.raises(rules.SuccessorNeeded):
        rules.end(pairing, coming=1, reason="不再结对", on=TODAY)
    told = rules.end(pairing, coming=0, reason="队伍暂停活动", on=TODAY)
    assert titles(told) == ["pairing.ended.v1", "team-pairing"], "the team waits for another worker in somebody's list"
    due = started()
    rules.fall_due(due, because=Leaving.POST_VACATED, rule=RULE, on=TODAY)
    with pytest.raises(rules.SuccessorNeeded):
        rules.end(due, coming=0, reason="不再结对", on=TODAY)


def test_only_the_worker_or_who_keeps_the_pairing_asks_for_a_hand_over() -> None:
    pairing = started()

    def caller(person_id: UUID | None) -> Access:
        return cast("Access", SimpleNamespace(principal=SimpleNamespace(person_id=person_id)))

    def release(person_id: UUID | None, *, keeps: bool = False) -> list[Fact]:
        return rules.release(pairing, reason="调往他镇", by=caller(person_id), keeps=keeps, rule=RULE, on=TODAY)

    for stranger in (None, uuid4()):
        with pytest.raises(rules.NotYourPairing):
            release(stranger)
    assert titles(release(pairing.person_id)) == ["pairing.handover_due.v1", "pairing-handover"]
    with pytest.raises(rules.HandoverWaits):
        release(None, keeps=True)


def test_the_town_of_a_community_and_of_a_town() -> None:
    assert town_of("441900/441900003/441900003001/") == TOWN
    assert town_of(TOWN) == TOWN
    assert town_of("441900/") == "441900/"
