"""Needs by their rules alone: what may follow what, and that merging keeps every source exactly once."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chassis.database import new_id
from chassis.problems import Problem
from chassis.testing import EAST_RC, EAST_RC_2, Place
from projects.need import rules
from projects.need.categories import CategoryList
from projects.need.model import Channel, Need, Source, State

ON = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 4, tzinfo=UTC)


def source(**changes: object) -> Source:
    said = {"id": new_id(), "scope_key": "", "channel": Channel.FORUM, "heard_on": ON, "persons": 1}
    return Source(**said | changes)


def need(state: State = State.POOLED, place: Place = EAST_RC, sources: int = 1) -> Need:
    return Need(
        id=new_id(),
        area_id=place.id,
        scope_key=place.scope_key,
        title="需求",
        description="",
        category="elderly",
        persons_affected=1,
        state=state,
        sources=[source() for _ in range(sources)],
    )


def test_every_category_says_where_it_comes_from() -> None:
    known = CategoryList.on(ON)
    assert known.codes >= {"elderly", "other"}
    assert (known.assumption, bool(known.source)) == (True, True)


def test_refuses_unknown_categories_and_sources_from_the_future() -> None:
    unknown = need()
    unknown.category = "nonsense"
    with pytest.raises(rules.UnknownCategory):
        rules.raise_(unknown, at=AT, on=ON)
    early = need()
    early.sources[0].heard_on = ON + timedelta(days=1)
    with pytest.raises(rules.HeardInFuture):
        rules.raise_(early, at=AT, on=ON)


@pytest.mark.parametrize("state", [state for state in State if state is not State.RAISED])
def test_accepts_only_what_was_raised(state: State) -> None:
    with pytest.raises(rules.NeedNotRaised):
        rules.accept(need(state))


@pytest.mark.parametrize("state", [State.PLANNED, State.MET, State.DECLINED, State.MERGED])
def test_declines_and_merges_nothing_that_is_settled(state: State) -> None:
    with pytest.raises(rules.NeedSettled):
        rules.decline(need(state), reason="重复")
    with pytest.raises(rules.NeedSettled):
        rules.merge(need(state), need())


@pytest.mark.parametrize("state", [State.MET, State.DECLINED, State.MERGED])
def test_hears_no_more_of_what_is_over(state: State) -> None:
    with pytest.raises(rules.SourcesClosed):
        rules.add_source(need(state), source(), on=ON)
    with pytest.raises(rules.NeedSettled):
        rules.merge(need(), need(state))


def test_merges_within_one_community_only() -> None:
    with pytest.raises(rules.MergedAcrossCommunities):
        rules.merge(need(), need(place=EAST_RC_2))


def test_merging_does_not_count_people_twice() -> None:
    one, other = need(), need()
    one.persons_affected, other.persons_affected = 30, 12
    rules.merge(one, other)
    assert other.persons_affected == 30


def ends(needs: dict[UUID, Need], start: Need) -> bool:
    """Whether following the merges comes to an end."""
    seen: set[UUID] = set()
    here: Need | None = start
    while here is not None and here.id not in seen:
        seen.add(here.id)
        here = needs.get(here.merged_into_id) if here.merged_into_id else None
    return here is None


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["merge", "source", "accept", "decline", "take_up"]), st.integers(0, 6), st.integers(0, 6)
    ),
    max_size=60,
)


@settings(deadline=None)  # other work on the machine makes no rule wrong
@given(ACTS)
def test_no_order_of_acts_loses_or_doubles_a_source_or_closes_a_circle(acts: list[tuple[str, int, int]]) -> None:
    needs = [need(State.RAISED, sources=1 + number % 3) for number in range(7)]
    heard = Counter(each.id for one in needs for each in one.sources)
    for act, one, other in acts:
        try:
            if act == "merge":
                rules.merge(needs[one], needs[other])
            elif act == "source":
                fresh = source()
                rules.add_source(needs[one], fresh, on=ON)
                heard[fresh.id] += 1
            elif act == "accept":
                rules.accept(needs[one])
            elif act == "decline":
                rules.decline(needs[one], reason="不属实")
            else:
                rules.require_pooled([needs[one]], [needs[one].id])
                rules.take_up(needs[one], uuid4())
        except Problem:
            continue
    assert Counter(each.id for one in needs for each in one.sources) == heard
    assert set(heard.values()) == {1}
    by_id = {one.id: one for one in needs}
    assert all(ends(by_id, one) for one in needs)
    merged = [one for one in needs if one.state is State.MERGED]
    assert all(one.merged_into_id and not one.sources for one in merged)
    assert all(one.merged_into_id is None for one in needs if one.state is not State.MERGED)
