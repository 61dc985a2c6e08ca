"""The filing rules without I/O: conditions by date, order of the verbs, and who may not review."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.dated import NoRuleInForce
from registry.organisation import rules
from registry.organisation.conditions import Conditions
from registry.organisation.model import Category, Initiator, InitiatorKind, Kind, Organisation, Path, State

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
TODAY = date(2026, 11, 23)
CLERK, OFFICER = uuid4(), uuid4()


def organisation(natural: int = 3, legal: int = 0, members: int = 10, state: State = State.DRAFT) -> Organisation:
    kinds = [InitiatorKind.NATURAL] * natural + [InitiatorKind.LEGAL] * legal
    made = uuid4()
    return Organisation(
        id=made,
        organisation_id=made,
        area_id=uuid4(),
        scope_key="441900/",
        name="东风睦邻互助社",
        kind=Kind.SOCIAL_ASSOCIATION,
        category=Category.CHARITY_MUTUAL_AID,
        path=Path.FILED,
        members=members,
        state=state,
        initiators=[Initiator(kind=kind) for kind in kinds],
    )


@pytest.mark.parametrize(
    ("natural", "legal", "members", "lacking"),
    [
        (3, 0, 10, []),
        (0, 2, 10, []),
        (2, 0, 10, ["/initiators"]),
        (2, 1, 10, ["/initiators"]),
        (3, 0, 9, ["/members"]),
        (2, 0, 9, ["/initiators", "/members"]),
    ],
)
def test_an_association_needs_initiators_and_members(
    natural: int, legal: int, members: int, lacking: list[str]
) -> None:
    conditions = Conditions.on(TODAY)
    found = rules.shortfalls(organisation(natural, legal, members), conditions)
    assert [error.pointer for error in found] == lacking


def test_each_day_has_one_rule_set() -> None:
    older, newer = Conditions.on(date(2022, 5, 25)), Conditions.on(date(2022, 5, 26))
    assert (older.assumption, newer.assumption) == (True, False)


def test_a_day_before_every_rule_refuses() -> None:
    with pytest.raises(NoRuleInForce):
        Conditions.on(date(2015, 12, 31))


def test_returned_and_submitted_again_then_filed() -> None:
    body, conditions = organisation(), Conditions.on(TODAY)
    rules.submit(body, conditions, by=CLERK, at=AT)
    fact, *tasks = rules.return_(body, reason="成员名册缺页", by=OFFICER)
    assert [(task.TYPE.split(".")[2], task.title_code, task.role) for task in tasks] == [
        ("closed", "filing-review", "town_officer"),
        ("opened", "filing-correction", "community_officer"),
    ]
    assert (body.state, body.returned_because) == (State.CORRECTION, "成员名册缺页")
    assert "成员名册缺页" not in fact.model_dump_json()
    _, corrected, waiting = rules.submit(body, conditions, by=CLERK, at=AT + timedelta(days=1))
    assert corrected.task_id == tasks[1].task_id
    assert body.returned_because is None
    told, reviewed = rules.file(body, number="东城备1号", by=OFFICER, on=TODAY)
    assert (body.state, told.valid_from) == (State.FILED, TODAY)
    assert reviewed.task_id == waiting.task_id != tasks[0].task_id


VERBS = ["revise", "submit", "return", "file", "deregister"]


@given(st.lists(st.sampled_from(VERBS), max_size=12))
def test_no_order_of_verbs_reaches_an_illegal_state(verbs: list[str]) -> None:
    body, conditions = organisation(), Conditions.on(TODAY)
    legal = {
        "revise": {State.DRAFT, State.CORRECTION},
        "submit": {State.DRAFT, State.CORRECTION},
        "return": {State.SUBMITTED},
        "file": {State.SUBMITTED},
        "deregister": {State.FILED},
    }
    for verb in verbs:
        before = body.state
        try:
            match verb:
                case "revise":
                    rules.revise(body)
                case "submit":
                    rules.submit(body, conditions, by=CLERK, at=AT)
                case "return":
                    rules.return_(body, reason="补正", by=OFFICER)
                case "file":
                    rules.file(body, number="东城备1号", by=OFFICER, on=TODAY)
                case _:
                    rules.deregister(body, reason="解散", on=TODAY)
        except rules.Problem:
            assert before not in legal[verb]
            assert body.state is before
        else:
            assert before in legal[verb]
    assert (body.number is not None) == (body.state in {State.FILED, State.DEREGISTERED})
