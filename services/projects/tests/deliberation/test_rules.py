"""Deliberations by their rules alone: those who must be asked are asked in time, and what is agreed is answered for."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from chassis.database import new_id
from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, EAST_RC_2, Place
from projects.deliberation import conclusion, rules
from projects.deliberation.model import Deliberation, Form, Item, Outcome, State, Status
from projects.need.model import Need
from projects.need.rules import UnknownCategory

ON = date(2026, 11, 23)
STANDING = [uuid4()]
AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
MEETS_AT = AT + timedelta(days=3)
CAME = {"committee": 3, "non_local_residents": 5}
INVITED = {"party_organisation": 1, "committee": 3, "local_residents": 6, "non_local_residents": 5}


def need(place: Place = EAST_RC) -> Need:
    return Need(id=new_id(), area_id=place.id, scope_key=place.scope_key, category="elderly")


def deliberation(*needs: Need, place: Place = EAST_RC, **changes: Any) -> Deliberation:
    values = {
        "topic": "加装电梯",
        "category": "elderly",
        "need_ids": [each.id for each in needs],
        "form": Form.COUNCIL,
        "meets_at": MEETS_AT,
        "invited": INVITED,
        "present": {},
        "items": [],
    }
    return Deliberation(id=new_id(), area_id=place.id, scope_key=place.scope_key, **values | changes)


def drafted(**changes: Any) -> tuple[Deliberation, Need]:
    one = need()
    made = deliberation(one, **changes)
    rules.draft(made, [one], None, on=ON)
    return made, one


def notified() -> Deliberation:
    made, one = drafted()
    rules.notify(made, [one], at=AT)
    return made


def held(present: dict[str, int] | None = None) -> Deliberation:
    made = notified()
    rules.hold(
        made, present=present or {"committee": 3, "non_local_residents": 5}, minutes="纪要", dissent=None, at=MEETS_AT
    )
    return made


def item(**changes: Any) -> Item:
    values = {
        "what": "联系施工方",
        "role": Role.COMMUNITY_OFFICER,
        "organisation_id": None,
        "due_on": ON + timedelta(days=30),
    }
    return Item(id=new_id(), **values | changes)


def agreed(*items: Item) -> Deliberation:
    made = held()
    conclusion.conclude(made, list(items), outcome=Outcome.AGREED, conclusion="同意", standing=STANDING, at=MEETS_AT)
    return made


def test_a_topic_grows_from_needs_of_the_place() -> None:
    with pytest.raises(rules.DeliberationWithoutNeed):
        rules.draft(deliberation(), [], None, on=ON)
    other = need(EAST_RC_2)
    with pytest.raises(rules.NeedElsewhere) as refused:
        rules.draft(deliberation(need_ids=[other.id]), [other], None, on=ON)
    assert [error.pointer for error in refused.value.errors] == ["/need_ids/0"]
    town = deliberation(other, place=EAST)
    assert rules.draft(town, [other], None, on=ON)[0].need_ids == [other.id]  # type: ignore[union-attr]


def test_a_major_matter_needs_no_need_and_a_category_is_known() -> None:
    rules.draft(deliberation(category="major_matter"), [], None, on=ON)
    with pytest.raises(UnknownCategory):
        rules.draft(deliberation(category="nonsense"), [], None, on=ON)


def test_residents_without_local_hukou_are_among_the_invited() -> None:
    for invited in ({"committee": 3}, INVITED | {"non_local_residents": 0}):
        with pytest.raises(rules.RequiredPartyMissing):
            drafted(invited=invited)
    with pytest.raises(rules.UnknownParty):
        drafted(invited=INVITED | {"friends": 2})


def test_the_notice_goes_out_in_time() -> None:
    made, one = drafted(meets_at=MEETS_AT - timedelta(days=1))
    with pytest.raises(rules.NoticeTooLate):
        rules.notify(made, [one], at=AT)
    made.meets_at = MEETS_AT
    told, opened = rules.notify(made, [one], at=AT)
    assert (told.meets_at, opened.due_on) == (MEETS_AT, date(2026, 11, 26))  # type: ignore[union-attr]
    with pytest.raises(rules.DeliberationNotOpen):
        rules.notify(made, [one], at=AT)


def test_a_changed_plan_is_told_anew() -> None:
    made, one = drafted()
    _, opened = rules.notify(made, [one], at=AT)
    (closed,) = rules.withdraw_notice(made)
    assert closed.task_id == opened.task_id  # type: ignore[union-attr]
    assert (made.state, made.notified_at) == (State.DRAFT, None)
    rules.revise(made, [one], on=ON)
    with pytest.raises(rules.DeliberationNotOpen):
        rules.require_open(held())


def test_held_when_it_was_to_be_and_with_a_quorum() -> None:
    with pytest.raises(rules.DeliberationNotNotified):
        rules.hold(drafted()[0], present={}, minutes="纪要", dissent=None, at=MEETS_AT)
    made = notified()
    with pytest.raises(rules.MeetingNotBegun):
        rules.hold(made, present=INVITED, minutes="纪要", dissent=None, at=MEETS_AT - timedelta(minutes=1))
    # Whoever comes beyond the invited does not make up for those who stayed away.
    with pytest.raises(rules.QuorumMissing) as refused:
        rules.hold(made, present={"committee": 50, "local_residents": 4}, minutes="纪要", dissent=None, at=MEETS_AT)
    assert refused.value.params == {"quorum": 8, "came": 7}
    with pytest.raises(rules.UnknownParty):
        rules.hold(made, present={"friends": 20}, minutes="纪要", dissent=None, at=MEETS_AT)
    told, *_ = rules.hold(made, present=CAME, minutes="纪要", dissent="一户反对", at=MEETS_AT)
    assert told.dissented  # type: ignore[union-attr]
    assert made.dissent == "一户反对"


def test_only_what_was_agreed_is_carried_out() -> None:
    for outcome in (Outcome.NOT_AGREED, Outcome.ESCALATED, Outcome.REFERRED):
        with pytest.raises(conclusion.ItemsWithoutAgreement):
            conclusion.conclude(held(), [item()], outcome=outcome, conclusion="意见", standing=(), at=MEETS_AT)
    with pytest.raises(conclusion.DueInPast) as refused:
        conclusion.conclude(
            held(), [item(), item(due_on=ON)], outcome=Outcome.AGREED, conclusion="同意", standing=STANDING, at=MEETS_AT
        )
    assert [error.pointer for error in refused.value.errors] == ["/items/1/due_on"]
    with pytest.raises(conclusion.ResponsibleUnclear) as unclear:
        conclusion.conclude(
            held(), [item(role=None)], outcome=Outcome.AGREED, conclusion="同意", standing=STANDING, at=MEETS_AT
        )
    assert [error.pointer for error in unclear.value.errors] == ["/items/0"]
    with pytest.raises(conclusion.DeliberationNotHeld):
        conclusion.conclude(agreed(), [], outcome=Outcome.AGREED, conclusion="同意", standing=STANDING, at=MEETS_AT)


def test_executed_when_every_item_is_answered_for() -> None:
    done, late = item(), item(role=None, organisation_id=STANDING[0], due_on=ON + timedelta(days=5))
    made = agreed(done, late)
    assert not made.is_executed
    told, closed = conclusion.feed_back(made, done, status=Status.DONE, feedback="已完成", at=MEETS_AT)
    assert (told.remaining, told.late, closed.role) == (1, False, "community_officer")  # type: ignore[union-attr]
    told, closed = conclusion.feed_back(
        made, late, status=Status.DROPPED, feedback="改由他处办理", at=MEETS_AT + timedelta(days=9)
    )
    assert (told.remaining, told.late, closed.organisation_id) == (0, True, late.organisation_id)  # type: ignore[union-attr]
    assert made.is_executed
    with pytest.raises(conclusion.ItemSettled):
        conclusion.feed_back(made, late, status=Status.DONE, feedback="已完成", at=MEETS_AT)
    assert agreed().is_executed
    assert not held().is_executed


def escalated() -> tuple[Deliberation, UUID]:
    made = held()
    _, _, opened = conclusion.conclude(
        made, [], outcome=Outcome.ESCALATED, conclusion="报镇街", standing=(), at=MEETS_AT
    )
    assert opened.role == "town_officer"  # type: ignore[union-attr]
    return made, opened.task_id  # type: ignore[union-attr]


def test_a_town_has_nobody_to_refer_to() -> None:
    made = held()
    made.area_id, made.scope_key = EAST.id, EAST.scope_key
    with pytest.raises(conclusion.EscalatedFromTown):
        conclusion.conclude(made, [], outcome=Outcome.ESCALATED, conclusion="报市级", standing=(), at=MEETS_AT)


def test_the_town_takes_further_what_a_community_referred_to_it() -> None:
    first, task_id = escalated()
    further = deliberation(place=EAST, category="major_matter", continues_id=first.id)
    _, closed = rules.draft(further, [], first, on=ON)
    assert closed.task_id == task_id  # type: ignore[union-attr]
    assert first.is_continued
    for wrong, place in ((agreed(), EAST), (escalated()[0], EAST_RC), (first, EAST), (None, EAST)):
        again = deliberation(place=place, category="major_matter", continues_id=first.id)
        with pytest.raises(rules.NothingToContinue):
            rules.draft(again, [], wrong, on=ON)
