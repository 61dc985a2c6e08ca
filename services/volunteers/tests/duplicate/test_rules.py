"""Judging a pair, and what makes two registrations alike, without a database."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from chassis.access import Access
from chassis.database import EVERYWHERE, new_id
from chassis.principal import Kind, Principal
from chassis.problems import Problem
from chassis.testing import EAST, EAST_RC, STONE, STONE_VC, Place
from chassis.vault import Vault
from volunteers.duplicate import rules
from volunteers.duplicate.model import Alike, Verdict
from volunteers.facts import VolunteerWithdrawn
from volunteers.volunteer.model import State, Volunteer
from volunteers.volunteer.rules import VolunteerGone
from volunteers.volunteer.sealing import likeness

AT = datetime(2026, 11, 28, tzinfo=UTC)
KEYS = Vault(data_keys="k1:" + "A" * 43, matching_key="B" * 42 + "A")


def registered(place: Place, account_id: UUID | None = None) -> Volunteer:
    """A standing registration; on paper where no account is given."""
    made = new_id()
    where = {"area_id": place.id, "scope_key": place.scope_key}
    return Volunteer(
        id=made, version=1, account_id=account_id or made, person_id=uuid4(), state=State.REGISTERED, groups=[], **where
    )


def officer(*places: Place, account_id: UUID | None = None) -> Access:
    """Somebody who judges in these places, or in the whole city."""
    who = Principal(kind=Kind.STAFF, account_id=account_id or uuid4(), grants=[])
    ranges = tuple((each.scope_key, each.scope_key + "~") for each in places) or (EVERYWHERE,)
    return Access(principal=who, roles={}, ranges=ranges, organisation_id=None, owner_id=None)


@pytest.fixture
def alike() -> Alike:
    return Alike(registered(EAST_RC, uuid4()), registered(STONE_VC, uuid4()), None)


def test_the_same_person_goes_on_under_the_one_that_stays(alike: Alike) -> None:
    judgement, told = rules.merge(alike, stays_id=alike.one.id, reason="同一人", by=officer(STONE), at=AT)
    assert (alike.other.state, alike.other.withdrawn_at) == (State.WITHDRAWN, AT)
    assert (alike.other.continued_as_id, alike.one.state) == (alike.one.id, State.REGISTERED)
    assert (judgement.verdict, judgement.stays_id, judgement.area_id) == (Verdict.SAME, alike.one.id, STONE_VC.id)
    assert isinstance(told[0], VolunteerWithdrawn)
    assert told[0].volunteer_id == alike.other.id


def test_different_people_stay_as_they_are(alike: Alike) -> None:
    judgement, told = rules.distinguish(alike, reason="同名同日生", by=officer(EAST), at=AT)
    assert {each.state for each in alike.sides} == {State.REGISTERED}
    assert (judgement.verdict, judgement.stays_id, judgement.area_id) == (Verdict.DIFFERENT, None, EAST_RC.id)
    assert len(told) == 1


def test_refuses_by_name(alike: Alike) -> None:
    def refusal(by: Access, stays_id: UUID) -> type[Problem]:
        with pytest.raises(Problem) as refused:
            rules.merge(alike, stays_id=stays_id, reason="同一人", by=by, at=AT)
        return refused.type

    one, other = alike.sides
    assert refusal(officer(STONE), other.id) is rules.ClosedElsewhere
    assert refusal(officer(account_id=other.account_id), one.id) is rules.JudgesOneself
    assert refusal(officer(), uuid4()) is rules.NotOfThePair
    other.state = State.WITHDRAWN
    assert refusal(officer(), one.id) is VolunteerGone
    other.state = State.REGISTERED
    rules.distinguish(alike, reason="同名同日生", by=officer(), at=AT)
    assert refusal(officer(), one.id) is rules.AlreadyJudged


def test_an_account_goes_over_only_to_a_registration_that_has_none() -> None:
    paper, own, others = registered(EAST_RC), registered(EAST_RC, uuid4()), registered(EAST_RC, uuid4())
    when = {"born_on": date(1979, 10, 4), "on": date(2026, 11, 28)}
    assert rules.take_over(others, own, **when) is None
    assert rules.take_over(own, paper, **when) is None
    told = rules.take_over(paper, own, **when)
    assert told is not None
    assert paper.account_id == told.account_id == own.account_id


def test_a_name_is_the_same_however_it_is_typed() -> None:
    written = ["阿依·买买提", "阿依•买买提", "阿依・买买提", "阿依 · 买买提", "阿依买买提"]
    assert len({likeness(each, "1979-10-04", KEYS) for each in written}) == 1
    assert likeness("CHAN Tai Man", "1979-10-04", KEYS) == likeness("Chan Tai-Man", "1979-10-04", KEYS)
    assert likeness("阿依买买提", "1979-10-05", KEYS) != likeness("阿依买买提", "1979-10-04", KEYS)
