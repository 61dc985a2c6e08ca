"""An approval in steps: in their order, each by somebody else of its role, in time or visibly late."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any, ClassVar, cast
from uuid import UUID, uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chassis.principal import Grant, Role
from chassis.problems import Problem
from chassis.tasks import TaskFact
from procedures.approval import rules
from procedures.approval.dated import Matter
from procedures.approval.facts import DecisionFact, Told
from procedures.approval.model import Approvable, Outcome
from procedures.approval.rules import Decider, Round
from procedures.approval.schemas import ReviewView

HERE = "441900/441900003/441900003001/"
AT = datetime(2026, 11, 20, 4, tzinfo=UTC)  # a Friday
AUTHOR, CLERK, CHIEF = uuid4(), uuid4(), uuid4()
MATTER = Matter.model_validate(
    {
        "kind": "registration",
        "correction_days": 10,
        "step": [
            {"role": "town_officer", "working_days": 5},
            {"role": "bureau_officer", "working_days": 10, "above_fen": 100},
        ],
    }
)


class Decided(DecisionFact):
    """A service\'s own."""

    TYPE = "tests.approval.decided.v1"


class Opened(TaskFact):
    """A service\'s own."""

    TYPE = "tests.task.opened.v1"


class Closed(TaskFact):
    """A service\'s own."""

    TYPE = "tests.task.closed.v1"


TOLD = Told(Decided, Opened, Closed)


class Record(Approvable):
    """Stands for what a service has approved."""

    is_overdue = Approvable.is_overdue

    def __new__(cls) -> Any:
        blank = dict.fromkeys(
            ("submitted_at", "submitted_by", "returned_because", "review_step", "review_role", "review_due_on")
        )
        return SimpleNamespace(id=uuid4(), area_id=uuid4(), scope_key=HERE, deciders=[], **blank)


def about(amount_fen: int = 100) -> Round:
    return Round(MATTER, amount_fen, "/api/registry/registrations/1", Role.ORGANISATION_MANAGER, uuid4())


def town(account_id: UUID = CLERK) -> Decider:
    return Decider(account_id, frozenset({Role.TOWN_OFFICER}))


def bureau(account_id: UUID = CHIEF) -> Decider:
    return Decider(account_id, frozenset({Role.BUREAU_OFFICER}))


def submitted(amount_fen: int = 100) -> Any:
    record = Record()
    rules.submit(record, about(amount_fen), TOLD, by=AUTHOR, at=AT)
    return record


def approve(record: Any, by: Decider, amount_fen: int = 100, at: datetime = AT) -> list[Any]:
    return list(rules.decide(record, about(amount_fen), TOLD, Outcome.APPROVED, by=by, at=at))


def test_one_step_for_small_amounts() -> None:
    record = submitted()
    assert (record.review_role, record.review_due_on) == (Role.TOWN_OFFICER, date(2026, 11, 27))
    decided, closed = approve(record, town())
    assert (decided.step, decided.steps, decided.role, decided.late) == (0, 1, "town_officer", False)
    assert (closed.title_code, closed.due_on) == ("registration-review", date(2026, 11, 27))
    assert record.review_step is None


def test_a_second_step_above_the_amount() -> None:
    record = submitted(101)
    _, closed, opened = approve(record, town(), 101)
    assert (record.review_step, opened.role, opened.due_on) == (1, "bureau_officer", date(2026, 12, 4))
    assert closed.task_id != opened.task_id
    assert len(approve(record, bureau(), 101)) == 2
    assert record.review_step is None


def test_nobody_decides_what_they_submitted() -> None:
    with pytest.raises(rules.OwnSubmission):
        approve(submitted(), town(AUTHOR))


def test_nobody_decides_two_steps_of_a_round() -> None:
    record, both = submitted(101), Decider(CLERK, frozenset({Role.TOWN_OFFICER, Role.BUREAU_OFFICER}))
    approve(record, both, 101)
    with pytest.raises(rules.DecidedBefore):
        approve(record, both, 101)


def test_a_step_is_its_roles() -> None:
    record = submitted(101)
    with pytest.raises(rules.NotYourStep):
        approve(record, bureau(), 101)
    assert not rules.may_decide(record, bureau())
    assert rules.may_decide(record, town())


def test_what_was_decided_is_not_decided_again() -> None:
    record = submitted()
    approve(record, town())
    with pytest.raises(rules.NotUnderReview):
        approve(record, town(uuid4()))


def test_returned_corrected_and_begun_anew() -> None:
    record = submitted(101)
    approve(record, town(), 101)
    heard = rules.decide(record, about(101), TOLD, Outcome.RETURNED, by=bureau(), at=AT, reason="补充预算")
    assert [type(each) for each in heard] == [Decided, Closed, Opened]
    assert heard[2].title_code == "registration-correction"  # type: ignore[union-attr]
    assert (record.returned_because, record.review_due_on) == ("补充预算", date(2026, 12, 4))
    seen = ReviewView.seen(record, date(2026, 12, 5))
    assert seen is not None
    assert (seen.step, seen.overdue) == (None, True)
    corrected, opened = rules.submit(record, about(101), TOLD, by=AUTHOR, at=AT)
    assert (type(corrected), type(opened)) == (Closed, Opened)
    assert corrected.task_id == heard[2].task_id  # type: ignore[union-attr]
    # The round is new: the same two people decide it again.
    approve(record, town(), 101)
    approve(record, bureau(), 101)


def test_refused_for_good() -> None:
    record = submitted()
    heard = rules.decide(record, about(), TOLD, Outcome.REFUSED, by=town(), at=AT, reason="不符合条件")
    assert [type(each) for each in heard] == [Decided, Closed]
    assert (record.review_step, record.review_due_on, record.returned_because) == (None, None, "不符合条件")


def test_late_is_visible_and_told() -> None:
    record = submitted()
    assert Approvable.is_overdue(record, date(2026, 11, 27)) is False
    assert Approvable.is_overdue(record, date(2026, 11, 28)) is True
    decided, _ = approve(record, town(), at=datetime(2026, 11, 30, 4, tzinfo=UTC))
    assert decided.late


def test_roles_are_those_held_over_the_record() -> None:
    here = Grant(Role.TOWN_OFFICER, uuid4(), "441900/441900003/")
    elsewhere = Grant(Role.BUREAU_OFFICER, uuid4(), "441900/441900101/")
    access = SimpleNamespace(account_id=CLERK, principal=SimpleNamespace(grants=(here, elsewhere)))
    found = Decider.of(cast("Any", access), Record())
    assert found == town()


class Life(RuleBasedStateMachine):
    """Any verb at any time by anybody: whatever happened was by the right people, in the right order."""

    PEOPLE: ClassVar = [
        Decider(AUTHOR, frozenset({Role.TOWN_OFFICER})),
        Decider(CLERK, frozenset({Role.TOWN_OFFICER, Role.BUREAU_OFFICER})),
        Decider(CHIEF, frozenset({Role.BUREAU_OFFICER})),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.record = Record()
        self.open: set[UUID] = set()
        self.decided: list[tuple[int, UUID]] = []

    def hear(self, facts: list[Any]) -> None:
        for fact in facts:
            if isinstance(fact, Opened):
                assert fact.task_id not in self.open
                self.open.add(fact.task_id)
            elif isinstance(fact, Closed):
                self.open.remove(fact.task_id)

    @rule(days=st.integers(0, 30))
    def submit(self, days: int) -> None:
        if self.record.review_step is None:
            at = datetime.fromtimestamp((self.record.submitted_at or AT).timestamp() + 1 + days, UTC)
            self.decided = []
            self.hear(rules.submit(self.record, about(101), TOLD, by=AUTHOR, at=at))

    @rule(by=st.sampled_from(PEOPLE), outcome=st.sampled_from([Outcome.APPROVED, Outcome.RETURNED]))
    def decide(self, by: Decider, outcome: Outcome) -> None:
        step, role = self.record.review_step, self.record.review_role
        try:
            heard = rules.decide(self.record, about(101), TOLD, outcome, by=by, at=AT, reason="补充材料")
        except Problem:
            assert (self.record.review_step, self.record.review_role) == (step, role)
            return
        self.hear(list(heard))
        assert role in by.roles
        self.decided.append((step, cast("UUID", by.account_id)))

    @invariant()
    def steps_in_order_by_different_people(self) -> None:
        assert [step for step, _ in self.decided] == list(range(len(self.decided)))
        people = [who for _, who in self.decided]
        assert len(set(people)) == len(people)
        assert AUTHOR not in people

    @invariant()
    def somebody_waits_exactly_while_something_is_to_be_done(self) -> None:
        waiting = self.record.review_step is not None or self.record.returned_because is not None
        assert len(self.open) == waiting


Life.TestCase.settings = settings(max_examples=150, stateful_step_count=20, deadline=None)
TestLife = Life.TestCase
