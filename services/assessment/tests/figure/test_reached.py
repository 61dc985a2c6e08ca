"""What communities have reached is the sum of its parts, and what is known is the same as what is read anew."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from assessment.dashboard import look
from assessment.figure.kept import Kept
from assessment.figure.reached import CLASSES, PLACED, Community, reached_by, together
from assessment.projections import projections
from assessment.reading.counting import Course
from assessment.reading.model import Counted, Tally
from chassis.clock import signed
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, PLACES, STONE, STONE_VC, everywhere
from services.assessment.tests.figure.test_values import AUTUMN
from services.assessment.tests.institutions import facility, organisation, post
from services.assessment.tests.make import City, acted, hear, with_targets
from services.assessment.tests.reading.test_rebuilding import emptied

COMMUNITIES = [
    Community(f"{number}/", "VC" if number % 2 else "RC", number != 3, [1.0, 2.0, None, 0.0][number % 4], None, None)
    for number in range(6)
]
DAYS = [date(2025, 12, 1) + timedelta(days=30 * number) for number in range(12)]
CHANGES = st.lists(st.tuples(st.sampled_from(DAYS), st.integers(-2, 3)), max_size=5)
PLACED_COURSES = st.fixed_dictionaries(
    {name: st.fixed_dictionaries({each.scope_key: CHANGES.map(Course.of) for each in COMMUNITIES}) for name in PLACED}
)


def at(reached, on):
    return (
        *(each.at(on) for each in (reached.minimum, reached.classes, reached.post, reached.facility)),
        *(reached.organisations_at(on, kind) for kind in (None, "VC", "RC")),
    )


@given(PLACED_COURSES)
def test_it_is_what_a_count_of_each_community_gives(placed):
    reached, subjects = reached_by(COMMUNITIES, placed), [each for each in COMMUNITIES if each.is_subject]
    for on in [date(2025, 1, 1), *DAYS]:
        have = {name: {each: placed[name][each.scope_key].at(on) for each in subjects} for name in PLACED}
        organisations = have[Counted.ORGANISATIONS]
        assert at(reached, on) == (
            sum(organisations[each] >= each.minimum for each in subjects),
            sum(all(have[name][each] > 0 for name in CLASSES) for each in subjects),
            sum(have[Counted.POSTS][each] > 0 for each in subjects),
            sum(have[Counted.FACILITIES][each] > 0 for each in subjects),
            sum(organisations.values()),
            *(sum(organisations[each] for each in subjects if each.organ_kind == kind) for kind in ("VC", "RC")),
        )


@given(PLACED_COURSES, PLACED_COURSES)
def test_an_area_is_its_parts_together_and_one_part_takes_the_place_of_what_it_was(placed, later):
    halves = COMMUNITIES[:3], COMMUNITIES[3:]
    before, whole = [reached_by(each, placed) for each in halves], reached_by(COMMUNITIES, placed)
    now = reached_by(halves[1], later)
    moved = together([whole, now], without=[before[1]])
    for on in [date(2025, 1, 1), *DAYS]:
        assert at(together(before), on) == at(whole, on)
        assert at(moved, on) == at(together([before[0], now]), on)


@pytest.fixture
def leader(app, callers):
    """Looks on 2026-11-23."""
    caller = callers.as_(Role.LEADER)
    caller.headers["Sanshe-At"] = signed(AUTUMN, app.state.settings.demo_clock_key.get_secret_value())
    return caller


async def seen(leader):
    """What is shown of organisations, posts and facilities."""
    paths = [f"/dashboards/{place.id}" for place in PLACES]
    for place in (CITY, EAST):
        paths += [f"/dashboards/{place.id}/tiles?indicator={each}" for each in ("org_coverage", "category_balance")]
        paths += [f"/dashboards/{place.id}/indicators/{each}" for each in ("org_average", "post_coverage")]
    return [(await leader.get(path)).json() for path in paths]


async def test_what_was_known_and_what_has_moved_since_give_what_is_read_anew(app, leader, monkeypatch):
    city, draw = with_targets(City()), random.Random(20261129)
    for place in PLACES[1:]:
        city.area(place, 1000 if place in {EAST, STONE} else None)
    await acted(app, city)
    for number in range(24):
        place, on = draw.choice([EAST_RC, EAST_RC_2, STONE_VC, STONE_VC, EAST]), draw.choice(DAYS).isoformat()
        told = len(city.registry.events)
        match number % 4:
            case 0 | 1:
                category = draw.choice(["culture_sports", "public_service", "charity_mutual_aid"])
                organisation(city, number, "filed", on, place, category=category)
            case 2:
                post(city, number, "filled", on, place)
            case 3:
                facility(city, number, "opened", on, place)
        await hear(app, projections, city.registry.events[told:])
        if number % 3:
            continue
        known = await seen(leader)
        with monkeypatch.context() as patch:
            patch.setattr(look, "KEPT", Kept())
            assert await seen(leader) == known


async def organisations(leader):
    """Of the whole city."""
    figures = (await leader.get(f"/dashboards/{CITY.id}")).json()["figures"]
    return next(each for each in figures if each["indicator"] == "org_total")["value"]


async def test_copies_that_were_made_anew_are_read_anew(app, leader):
    city = with_targets(City())
    for place in PLACES[1:]:
        city.area(place)
    for number in range(5):
        organisation(city, number, "filed", "2026-03-01", STONE_VC)
    await emptied(app)  # of the areas that every test begins with
    await acted(app, city)
    async with everywhere(app) as tx:
        await tx.execute(update(Tally).values(change=Tally.change * 3))
    assert await organisations(leader) == 15
    await emptied(app)
    await hear(app, projections, city.registry.events)
    assert await organisations(leader) == 5
