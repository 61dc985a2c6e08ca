"""Figures equal a hand count of the facts: classes, promotions, posts, facilities, deliberations, money, people."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assessment.figure.rules import Light
from assessment.figure.value import values_below
from assessment.indicator.model import Indicator
from assessment.indicator.months import Period
from chassis.clock import signed
from chassis.principal import Role
from chassis.tables import AreaCopy
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC, everywhere
from services.assessment.tests.institutions import (
    budget,
    deliberation,
    facility,
    organisation,
    payment,
    post,
    suspension,
)
from services.assessment.tests.make import JUNE, City, acted, named, with_targets

AUTUMN = datetime(2026, 11, 23, 1, tzinfo=UTC)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def leader(app, callers):
    """Looks on 2026-11-23."""
    caller = callers.as_(Role.LEADER)
    caller.headers["Sanshe-At"] = signed(AUTUMN, app.state.settings.demo_clock_key.get_secret_value())
    return caller


@pytest.fixture
def town():
    """Two communities of a town and a village of another, with the city's targets."""
    return with_targets(City())


async def figures(caller, place=CITY):
    shown = await caller.get(f"/dashboards/{place.id}")
    assert shown.status_code == 200, shown.text
    return {each["indicator"]: each for each in shown.json()["figures"]}


async def behind(caller, indicator, place=CITY, **more):
    shown = await caller.get("/readings", indicator=indicator, area_id=str(place.id), **more)
    assert shown.status_code == 200, shown.text
    return shown.json()["items"]


def share(figure):
    return figure["numerator"], figure["denominator"]["value"], figure["value"]


async def test_three_classes_make_a_community_complete_and_the_unclassified_are_said(app, leader, town):
    for name, category in (("a", "public_service"), ("b", "culture_sports"), ("c", "charity_mutual_aid")):
        organisation(town, name, "filed", "2026-03-01", category=category)
    for name in ("d", "e", "f"):
        organisation(town, name, "filed", "2026-03-01", EAST_RC_2, category="other")
    organisation(town, "d", "changed", "2026-04-01", EAST_RC_2, category="public_service")
    await acted(app, town)
    shown = (await figures(leader))["category_balance"]
    assert share(shown) == (1, 3, 0.3333)
    assert shown["asides"] == [{"name": "未归入三类、不计入的社区社会组织", "value": 2}]
    assert (shown["trend"][-8]["value"], shown["trend"][-10]["value"]) == (0.3333, 0.0)


async def test_a_dormant_organisation_does_not_count_while_it_is_suspended(app, leader, town):
    organisation(town, "a", "filed", "2026-02-01")
    suspension(town, "a", "2026-04-10", "2026-09-10")
    organisation(town, "b", "filed", "2026-02-01")
    suspension(town, "b", "2026-04-10", "2027-04-10")
    suspension(town, "b", "2026-06-10", verb="resumed")
    organisation(town, "c", "filed", "2026-02-01")
    suspension(town, "c", "2026-05-01")
    organisation(town, "c", "deregistered", "2026-08-01")
    await acted(app, town)
    shown = (await figures(leader))["org_total"]
    # From January on: none, three from February, one left in April, none in May, b again in June, a in September.
    assert [point["value"] for point in shown["trend"]] == [0, 0, 3, 3, 1, 0, 1, 1, 1, 2, 2, 2]
    assert {each["id"] for each in await behind(leader, "org_total")} == {str(named("a")), str(named("b"))}
    assert await behind(leader, "org_total", on="2026-05-31") == []


async def test_rural_and_urban_averages_go_by_the_organ(app, leader, town):
    for number in range(4):
        organisation(town, number, "filed", "2026-03-01", STONE_VC)
    organisation(town, "urban", "filed", "2026-03-01", EAST_RC)
    organisation(town, "urban", "promoted", "2026-05-06", EAST_RC, uscc="x", registration_id=named("r"))
    await acted(app, town)
    shown = await figures(leader)
    assert (share(shown["org_avg_rural"]), share(shown["org_avg_urban"])) == ((4, 1, 4.0), (1, 2, 0.5))
    assert [shown[f"org_avg_{each}"]["target"]["value"] for each in ("rural", "urban")] == [5, 10]
    assert (await figures(leader, STONE))["org_avg_urban"]["state"] == Light.NOT_APPLICABLE
    assert (shown["filed_to_registered"]["value"], shown["org_total"]["value"]) == (1, 5)
    assert [each["id"] for each in await behind(leader, "filed_to_registered")] == [str(named("urban"))]


async def test_posts_and_facilities_cover_communities_while_they_last(app, leader, town):
    post(town, "a", "filled", "2026-03-01")
    post(town, "a", "vacated", "2026-05-01")
    post(town, "a", "filled", "2026-06-01")
    post(town, "b", "filled", "2026-03-01")
    post(town, "town", "filled", "2026-03-01", EAST)
    facility(town, "f", "opened", "2026-03-01", STONE_VC)
    facility(town, "g", "opened", "2026-03-01", EAST_RC)
    facility(town, "g", "closed", "2026-10-01", EAST_RC)
    await acted(app, town)
    shown = await figures(leader)
    assert share(shown["post_coverage"]) == (1, 3, 0.3333)
    assert (share(shown["sw_per_10k"]), shown["sw_per_10k"]["denominator"]["on"]) == ((3, 1000, 30.0), "2020-11-01")
    assert share(shown["facility_coverage"]) == (1, 3, 0.3333)
    assert len(await behind(leader, "sw_per_10k")) == 3
    assert len(await behind(leader, "sw_per_10k", on="2026-05-15")) == 2
    assert [each["state"] for each in await behind(leader, "facility_coverage")] == ["open"]


async def test_a_deliberation_is_closed_with_its_last_item(app, leader, town):
    for name, items in (("agreed", 2), ("nothing agreed", 0), ("half done", 2)):
        deliberation(town, name, "held")
        deliberation(town, name, "concluded", outcome="agreed", items=items)
    for remaining in (1, 0):
        deliberation(town, "agreed", "item_done", JUNE + timedelta(days=40), remaining=remaining)
    deliberation(town, "half done", "item_done", remaining=1)
    deliberation(town, "long ago", "held", JUNE - timedelta(days=400))
    await acted(app, town)
    shown = (await figures(leader))["deliberation_closure"]
    assert share(shown) == (2, 3, 0.6667)
    # At the end of June, 40 days before the items of the first were done, one of the three was closed.
    assert shown["trend"][-6]["value"] == 0.3333
    records = await behind(leader, "deliberation_closure")
    assert sorted(each["state"] for each in records) == ["concluded", "fed_back", "fed_back"]
    assert records[0]["links"]["needs"] == [f"/api/projects/needs/{named('need')}"]


async def test_money_is_executed_in_the_year_of_its_budget(app, leader, town):
    budget(town, "early", 2026, 80_000, at=JUNE - timedelta(days=250))
    budget(town, "early", 2026, 100_000, "changed")
    budget(town, "city", 2026, 100_000, place=CITY)
    budget(town, "last year", 2025, 160_000, at=JUNE - timedelta(days=500))
    payment(town, "p", "early", 30_000)
    payment(town, "q", "city", 20_000)
    payment(town, "late", "last year", 10_000)
    await acted(app, town)
    shown = await figures(leader)
    assert share(shown["fund_execution"]) == (50_000, 200_000, 0.25)
    assert share(shown["budget_growth"]) == (40_000, 160_000, 0.25)
    assert share((await figures(leader, EAST))["fund_execution"]) == (30_000, 100_000, 0.3)
    assert (await figures(leader, EAST_RC))["fund_execution"]["state"] == Light.NOT_APPLICABLE
    paid = await behind(leader, "fund_execution")
    assert sum(each["value"] for each in paid) == 50_000
    assert len(await behind(leader, "budget_growth")) == 2


async def test_what_begins_anew_with_the_year_has_no_pace_in_january_and_then_one_from_new_year_on(app, callers, town):
    budget(town, "old", 2026, 100_000)
    payment(town, "p", "old", 92_000)
    winter = datetime(2027, 1, 4, 2, tzinfo=UTC)
    budget(town, "new", 2027, 100_000, at=winter)
    payment(town, "q", "new", 1_000, winter)
    payment(town, "r", "new", 9_000, winter + timedelta(days=60))
    await acted(app, town)
    officer, leader = callers.as_(Role.BUREAU_OFFICER), callers.as_(Role.LEADER)
    key = app.state.settings.demo_clock_key.get_secret_value()
    officer.headers["Sanshe-At"] = signed(AUTUMN, key)
    asked = {"area_id": str(CITY.id), "indicator": "fund_execution", "organ_kind": None, "value": 0.9}
    asked |= {"valid_from": "2026-11-23", "deadline": "2027-12-31", "source": "市民政局通知"}
    assert (await officer.post("/targets", asked)).status_code == 201

    async def pace(month, day):
        leader.headers["Sanshe-At"] = signed(datetime(2027, month, day, 2, tzinfo=UTC), key)
        return (await figures(leader))["fund_execution"]["pace"]

    january, march, july = await pace(1, 10), await pace(3, 31), await pace(7, 10)
    assert (january["standing"], january["actual"]) == ("unknown", None)
    assert (march["measured_months"], round(march["actual"], 3)) == (3, 0.034)
    assert (july["measured_months"], july["actual"] > 0) == (6, True)


async def test_who_served_an_hour_in_twelve_months_is_active_where_they_lived(app, leader, town):
    for name in ("long", "short", "moved", "lapsed", "left"):
        town.volunteer(name, at=JUNE - timedelta(days=700))
    town.hours("1", "confirmed", 90, "long")
    town.hours("2", "confirmed", 30, "short")
    town.hours("3", "confirmed", 45, "moved")
    town.moved("moved", STONE_VC, JUNE + timedelta(days=40))
    town.hours("4", "confirmed", 15, "moved", JUNE + timedelta(days=70))
    town.hours("5", "confirmed", 300, "lapsed", JUNE - timedelta(days=300))
    town.hours("6", "confirmed", 300, "left")
    left = {"volunteer_id": named("left"), "account_id": named("account of left")}
    town.volunteers.tell("volunteer.withdrawn", EAST_RC, JUNE + timedelta(days=100), **left)
    town.hours("7", "confirmed", 600, "short")
    town.hours("7", "countered", -600, "short")
    await acted(app, town)
    city, east = await figures(leader), (await figures(leader, EAST))["volunteer_active_ratio"]
    assert share(city["volunteer_active_ratio"]) == (2, 4, 0.5)
    # In the town, from December to August: the lapsed one until July, those who served in June from then on.
    served = [round(each["value"] * (5 if month < 7 else 4)) for month, each in enumerate(east["trend"][:-3])]
    assert served == [1] * 6 + [3, 3, 2]
    assert share((await figures(leader, STONE))["volunteer_active_ratio"]) == (1, 1, 1.0)
    assert city["hours_per_head"]["value"] == round((90 + 30 + 45 + 15 + 300) / 60 / 4, 4)
    active = {each["id"] for each in await behind(leader, "volunteer_active_ratio")}
    assert active == {str(named("long")), str(named("moved"))}


async def test_the_value_of_a_period_carries_all_that_explains_it(app, town):
    town.volunteer("v", STONE_VC)
    town.hours("1", "confirmed", 90, "v")
    town.hours("0", "confirmed", 60, "v", JUNE - timedelta(days=200))
    post(town, "a", "filled", "2026-03-01", STONE_VC)
    await acted(app, town)
    last_year = Period(date(2025, 1, 1), date(2025, 12, 31))
    async with everywhere(app) as tx:
        all_ = await tx.get_one(AreaCopy, CITY.id)
        by_town = await values_below(tx, [Indicator.VOLUNTEER_RATIO, Indicator.HOURS], all_, YEAR)
        (past,) = (await values_below(tx, [Indicator.HOURS], all_, last_year))[EAST.id]
    value = by_town[STONE.id][1]
    assert (value.value, value.numerator, value.state) == (0.0, 0, Light.OK)
    ratio, hours = by_town[EAST.id]
    assert (hours.value, hours.numerator, past.value) == (1.5, 90, 1.0)
    assert (ratio.value, by_town[STONE.id][0].value) == (0.0, 0.001)
    assert (ratio.denominator.name, ratio.denominator.on) == ("常住人口", date(2020, 11, 1))
    assert (ratio.goal.value, ratio.goal.assumption, ratio.definition.code) == (0.13, True, Indicator.VOLUNTEER_RATIO)
    assert hours.evidence.endswith(f"indicator=hours&area_id={EAST.id}&since=2026-01-01&on=2026-12-31")
