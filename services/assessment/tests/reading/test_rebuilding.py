"""The copies commute across feeds, and rebuilding them from zero changes nothing that anybody sees."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from assessment.database import Table
from assessment.figure.steps import Step
from assessment.indicator.model import Indicator
from assessment.projections import projections
from assessment.reading.model import Counted, Tally
from chassis.clock import signed
from chassis.principal import Role
from chassis.tables import AreaCopy, Cursor
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, PLACES, STONE, STONE_VC, everywhere
from services.assessment.tests import institutions
from services.assessment.tests.make import JUNE, City, acted, hear, named, with_targets

AUTUMN = datetime(2026, 11, 23, 1, tzinfo=UTC)


def institutions_act(city):
    """What institutions do in it."""
    institutions.organisation(city, 3, "changed", "2026-06-20", STONE_VC, category="public_service")
    institutions.suspension(city, 4, "2026-07-01", "2026-10-01", place=STONE_VC)
    institutions.suspension(city, 4, "2026-08-01", verb="resumed", place=STONE_VC)
    institutions.suspension(city, "registered", "2026-11-01", "2027-11-01", place=STONE_VC)
    institutions.post(city, "p", "filled", "2026-06-01")
    institutions.post(city, "p", "vacated", "2026-07-01")
    institutions.post(city, "p", "filled", "2026-09-01")
    institutions.facility(city, "f", "opened", "2026-06-01")
    institutions.facility(city, "g", "opened", "2026-06-01", EAST_RC_2)
    institutions.facility(city, "g", "closed", "2026-06-30", EAST_RC_2)
    institutions.deliberation(city, "d", "held")
    institutions.deliberation(city, "d", "concluded", outcome="agreed", items=1)
    institutions.deliberation(city, "d", "item_done", remaining=0)
    institutions.deliberation(city, "e", "held")
    institutions.budget(city, "b", 2026, 1000)
    institutions.budget(city, "b", 2026, 1200, "changed")
    institutions.budget(city, "old", 2025, 600, place=CITY)
    institutions.stage(city, "contract", "c", "drafted")
    institutions.stage(city, "contract", "c", "signed")
    institutions.stage(city, "acceptance", "s", "requested")
    institutions.stage(city, "payment", "x", "due")
    institutions.payment(city, "x", "b", 300)
    institutions.payment(city, "y", "old", 200)


def year_story():
    """Some of everything that can happen."""
    city = with_targets(City())
    for place in PLACES[1:]:
        city.area(place, 1000 if place in {EAST, STONE} else None)
    for number, place in enumerate((EAST_RC, EAST_RC, EAST_RC_2, STONE_VC, STONE_VC, STONE_VC)):
        city.organisation(number, place, f"2026-0{number + 1}-15")
    city.organisation(1, EAST_RC, "2026-08-01", kind="deregistered")
    city.organisation(2, EAST_RC_2, "2026-08-02", kind="deregistered")
    city.organisation(2, EAST_RC_2, "2026-09-01")
    city.organisation(0, EAST_RC, "2026-09-02", kind="promoted")
    city.organisation("registered", STONE_VC, "2026-09-03", kind="registered")
    city.organisation("revoked", STONE_VC, "2026-09-04", kind="registered")
    city.organisation("revoked", STONE_VC, "2026-09-05", kind="revoked")
    for name in ("a", "b", "c", "d"):
        city.need(name)
    city.need("b", "merged", into_id=named("a"))
    city.need("c", "declined")
    city.project("project", "proposed", ["a", "d"], STONE_VC)
    city.project("project", "revised", ["a", "d"])
    for name in ("a", "d"):
        city.need(name, "planned", project_id=named("project"))
    city.project("project", "approved", ["a"])
    city.need("d", "pooled")
    city.activity("activity", "planned", needs=["a"])
    city.took_part("activity", ["x", "y"])
    city.activity("activity", "held", needs=["a"], at=JUNE + timedelta(days=3))
    for name in ("v", "w"):
        city.volunteer(name)
    city.volunteers.tell(
        "volunteer.withdrawn", EAST_RC, JUNE + timedelta(days=40), volunteer_id=named("w"), account_id=named("w")
    )
    city.volunteer("w", STONE_VC, JUNE + timedelta(days=80))
    city.moved("v", EAST_RC_2, JUNE + timedelta(days=50))
    city.moved("w", EAST_RC, JUNE + timedelta(days=90))
    city.signup("s", "confirmed", "v")
    city.signup("t", "promoted", "w")
    city.signup("t", "cancelled", "w")
    city.hours("h", "proposed", 90)
    city.hours("h", "confirmed", 90)
    city.hours("i", "confirmed", 60)
    city.hours("i", "countered", -60)
    city.hours("j", "proposed", 30)
    institutions_act(city)
    return city


async def emptied(app):
    """As `rebuild` leaves it: no projections, no areas, cursors at zero."""
    async with everywhere(app) as tx:
        for table in reversed(Table.metadata.sorted_tables):
            if table.info.get("projection"):
                await tx.execute(delete(table))
        await tx.execute(delete(AreaCopy))
        await tx.execute(update(Cursor).where(Cursor.follower == projections.name).values(seq=0))


async def seen(leader):
    """Everything that the dashboards and what is behind them show, in one text."""
    shown = []
    for place in (CITY, EAST, STONE_VC):
        paths = [f"/dashboards/{place.id}", f"/dashboards/{place.id}/loop", f"/dashboards/{place.id}/communities"]
        paths += [f"/dashboards/{place.id}/tiles?indicator={each}" for each in Indicator]
        paths += [f"/readings?indicator={each}&area_id={place.id}" for each in [*Indicator, *Step]]
        shown += [(await leader.get(path)).json() for path in paths]
    return json.dumps(shown, sort_keys=True, ensure_ascii=False)


@pytest.fixture
def leader(app, callers):
    """Looks on 2026-11-23."""
    caller = callers.as_(Role.LEADER)
    caller.headers["Sanshe-At"] = signed(AUTUMN, app.state.settings.demo_clock_key.get_secret_value())
    return caller


async def test_rebuilding_changes_nothing(app, leader):
    city = year_story()
    await emptied(app)  # of the areas that every test begins with
    await acted(app, city)
    before = await seen(leader)
    assert "not-found" not in before
    await emptied(app)
    for feed in reversed(city.feeds()):
        await hear(app, projections, feed.events)
    assert await seen(leader) == before


async def test_every_copy_and_counter_is_a_projection():
    projected = {table.name for table in Table.metadata.tables.values() if table.info.get("projection")}
    assert projected == {name for name in Table.metadata.tables if name.endswith("_copy")} | {"tally"}


LENGTHS = [len(feed.events) for feed in year_story().feeds()]


async def kept(app):
    """Every row of every copy and counter."""
    async with everywhere(app) as tx:
        tables = [table for table in Table.metadata.sorted_tables if table.info.get("projection")]
        return {table.name: sorted(map(str, await tx.execute(select(table)))) for table in tables}


# Few examples: all of them share one transaction of the test, whose time is limited.
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations([place for place, length in enumerate(LENGTHS) for _ in range(length)]))
async def test_feeds_may_arrive_in_any_order_among_each_other(app, leader, order):
    city = year_story()
    await emptied(app)
    for feed in city.feeds():
        await hear(app, projections, feed.events)
    rows, figures = await kept(app), (await leader.get(f"/dashboards/{CITY.id}")).json()
    await emptied(app)
    waiting = [iter(feed.events) for feed in city.feeds()]
    for place in order:
        await hear(app, projections, [next(waiting[place])])
    assert await kept(app) == rows
    assert (await leader.get(f"/dashboards/{CITY.id}")).json() == figures


async def counts(app, callers, place, day=AUTUMN):
    leader = callers.as_(Role.LEADER)
    leader.headers["Sanshe-At"] = signed(day, app.state.settings.demo_clock_key.get_secret_value())
    step = f"/readings?indicator={Step.PROJECTS}&area_id={place.id}"
    people = f"/readings?indicator={Indicator.VOLUNTEER_RATIO}&area_id={place.id}"
    dashboard = (await leader.get(f"/dashboards/{place.id}/loop")).json()
    projects = next(each for each in dashboard["steps"] if each["step"] == Step.PROJECTS)["count"]
    return projects, *[len((await leader.get(path)).json()["items"]) for path in (step, people)]


async def test_what_moves_is_counted_where_it_lies(app, callers):
    city = with_targets(City())
    for place in PLACES[1:]:
        city.area(place, 1000)
    city.need("a")
    city.project("p", "proposed", ["a"], STONE_VC)
    city.project("p", "revised", ["a"], EAST_RC)
    city.project("p", "approved", ["a"], EAST_RC)
    city.volunteer("v", STONE_VC)
    city.moved("v", EAST_RC, JUNE + timedelta(days=60))
    for feed in city.feeds():
        await hear(app, projections, feed.events)
    assert await counts(app, callers, STONE) == (0, 0, 0)
    assert await counts(app, callers, EAST) == (1, 1, 1)
    async with everywhere(app) as tx:
        moves = {
            (each.scope_key, each.on_day.isoformat(), each.change)
            for each in await tx.scalars(select(Tally).where(Tally.counted == Counted.VOLUNTEERS))
        }
    june, august = "2026-06-01", "2026-08-01"
    left, came = (STONE_VC, STONE), (EAST_RC, EAST)
    assert moves == {
        *((each.scope_key, june, 1) for each in (*left, CITY)),
        *((each.scope_key, august, -1) for each in left),
        *((each.scope_key, august, 1) for each in came),
        (CITY.scope_key, august, 0),
    }
