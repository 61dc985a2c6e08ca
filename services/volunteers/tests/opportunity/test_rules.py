"""How places follow what the activity asks for, without a database."""

from typing import Any
from uuid import uuid4

from volunteers.opportunity.model import Places, State
from volunteers.opportunity.rules import cancel, want

WHERE: dict[str, Any] = {"project_id": uuid4(), "area_id": uuid4(), "scope_key": "441900/"}


def places(wanted: int, taken: int) -> Places:
    made = Places(opportunity_id=uuid4(), activity_id=uuid4(), wanted=wanted, capacity=wanted, waiting_numbers=0)
    made.taken, made.state = taken, State.OPEN
    return made


def test_a_cut_below_those_in_keeps_them_and_is_told_once() -> None:
    ledger = places(5, 4)
    fact = want(ledger, 2, **WHERE)
    assert fact is not None
    assert (fact.wanted, fact.taken, ledger.capacity, ledger.free, ledger.overfull) == (2, 4, 4, 0, True)
    assert want(ledger, 2, **WHERE) is None


def test_after_a_cut_the_places_of_those_who_leave_are_gone() -> None:
    ledger = places(5, 4)
    want(ledger, 2, **WHERE)
    frees = []
    for _ in range(4):
        ledger.give_back()
        frees.append((ledger.capacity, ledger.free))
    assert frees == [(3, 0), (2, 0), (2, 1), (2, 2)]


def test_a_cut_above_those_in_and_a_rise_are_not_told() -> None:
    ledger = places(5, 2)
    assert want(ledger, 3, **WHERE) is None
    assert want(ledger, 9, **WHERE) is None
    assert (ledger.free, ledger.overfull) == (7, False)


def test_a_cancelled_opportunity_never_has_a_free_place() -> None:
    ledger = places(3, 2)
    cancel(ledger)
    ledger.give_back()
    assert (ledger.free, ledger.capacity, ledger.state) == (0, 1, State.CANCELLED)
