"""What an expert tries first: checks 2, 3, 4 and the counting side of 13, through the API."""

from datetime import UTC, datetime, timedelta

import pytest

from assessment.indicator.model import Indicator
from chassis import clock
from chassis.clock import signed
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, STONE_VC
from services.assessment.tests.dongguan import load_dongguan, populations
from services.assessment.tests.make import JUNE, City, acted, named, with_targets

AUTUMN = datetime(2026, 11, 23, 1, tzinfo=UTC)
OF_COMMUNITIES = (
    "org_coverage",
    "org_average",
    "org_avg_rural",
    "org_avg_urban",
    "org_total",
    "category_balance",
    "post_coverage",
    "facility_coverage",
)


@pytest.fixture
def leader(app, callers):
    """Looks on 2026-11-23."""
    caller = callers.as_(Role.LEADER)
    caller.headers["Sanshe-At"] = signed(AUTUMN, app.state.settings.demo_clock_key.get_secret_value())
    return caller


async def figure(caller, indicator, place=CITY):
    shown = await caller.get(f"/dashboards/{place.id}/indicators/{indicator}")
    assert shown.status_code == 200, shown.text
    return shown.json()["figure"]


async def test_expert_check_2_the_33_populations_add_up_and_every_ratio_names_its_population_and_day(app, leader):
    assert (len(populations()), sum(populations().values())) == (33, 10_466_625)
    await load_dongguan(app)
    for indicator in ("volunteer_ratio", "sw_per_10k"):
        divided = (await figure(leader, indicator))["denominator"]
        assert (divided["name"], divided["value"], divided["on"]) == ("常住人口", 10_466_625, "2020-11-01")
        assert divided["source"]
    tiles = (await leader.get(f"/dashboards/{CITY.id}/tiles", indicator="volunteer_ratio")).json()["items"]
    assert sum(each["state"] != "na" for each in tiles) == 33


async def test_expert_check_3_a_village_is_asked_for_5_by_its_organ_and_the_rule_is_seen_and_can_be_changed(
    app, leader, callers
):
    await acted(app, with_targets(City()))

    async def minimum(caller):
        lines = (await caller.get(f"/dashboards/{CITY.id}/communities")).json()["items"]
        return {each["organ_kind"]: each["minimum"] for each in lines}

    # The organ alone decides: no fact about an area says its urban-rural class to this service.
    assert await minimum(leader) == {"RC": 10, "VC": 5}
    officer = callers.as_(Role.BUREAU_OFFICER)
    rules = (await officer.get("/targets", indicator="org_minimum")).json()["items"]
    assert {(each["organ_kind"], each["value"], each["clause"]) for each in rules} == {
        ("VC", 5, "三(五)1"),
        ("RC", 10, "三(五)1"),
    }
    today = clock.day(clock.wall()).isoformat()
    changed = {"area_id": str(CITY.id), "indicator": "org_minimum", "organ_kind": "VC", "value": 6}
    set_ = await officer.post("/targets", changed | {"valid_from": today, "source": "市民政局通知"})
    assert set_.status_code == 201, set_.text
    assert await minimum(officer) == {"RC": 10, "VC": 6}


async def test_expert_check_4_a_park_without_committees_is_not_applicable_and_stands_in_no_denominator(app, leader):
    await load_dongguan(app)
    for indicator in OF_COMMUNITIES:
        tiles = (await leader.get(f"/dashboards/{CITY.id}/tiles", indicator=indicator)).json()["items"]
        parks = [each for each in tiles if each["code"] >= "441900400"]
        assert [(each["state"], each["value"], each["gap"]) for each in parks] == [("na", None, None)] * 4, indicator
    assert (await figure(leader, "org_coverage"))["denominator"]["value"] == 592
    assert (await figure(leader, "org_avg_rural"))["denominator"]["value"] == 350
    assert (await figure(leader, "org_avg_urban"))["denominator"]["value"] == 242


async def test_expert_check_13_a_person_counts_once_in_the_city_in_the_town_they_live_in(app, leader):
    city = with_targets(City())
    city.volunteer("v", EAST_RC)
    city.volunteer("v", EAST_RC)
    city.moved("v", STONE_VC, JUNE + timedelta(days=40))
    city.volunteer("w", STONE_VC)
    left = {"volunteer_id": named("w"), "account_id": named("account of w")}
    city.volunteers.tell("volunteer.withdrawn", STONE_VC, JUNE + timedelta(days=60), **left)
    city.volunteer("w", EAST_RC, JUNE + timedelta(days=90))
    await acted(app, city)
    for place, count in ((CITY, 2), (EAST, 1), (STONE, 1)):
        shown = await figure(leader, Indicator.VOLUNTEER_RATIO, place)
        assert shown["numerator"] == count
        behind = await leader.get("/readings", indicator="volunteer_ratio", area_id=str(place.id))
        assert len(behind.json()["items"]) == count
    trend = [each["value"] for each in (await figure(leader, Indicator.VOLUNTEER_RATIO, EAST))["trend"]]
    assert trend[-6:] == [0.001, 0.0, 0.0, 0.001, 0.001, 0.001]


async def test_expert_check_13_of_two_registrations_of_one_person_the_one_that_stays_counts_and_no_hour_is_lost(
    app, leader
):
    city = with_targets(City())
    city.volunteer("by card", EAST_RC)
    city.volunteer("by permit", STONE_VC)
    city.hours("served", "confirmed", 120, "by permit")
    await acted(app, city)
    assert (await figure(leader, Indicator.VOLUNTEER_RATIO))["numerator"] == 2
    assert (await figure(leader, Indicator.HOURS, EAST))["value"] == 2
    # As the volunteers service tells it when an officer has judged: the registration by permit is closed.
    closed = {"volunteer_id": named("by permit"), "account_id": named("account of by permit")}
    city.volunteers.tell("volunteer.withdrawn", STONE_VC, JUNE + timedelta(days=60), **closed)
    await acted(app, city)
    for place, count in ((CITY, 1), (EAST, 1), (STONE, 0)):
        assert (await figure(leader, Indicator.VOLUNTEER_RATIO, place))["numerator"] == count
    # The activity lay in the east, and so do its two hours, whichever registration they stand under.
    assert (await figure(leader, Indicator.HOURS, EAST))["value"] == 2
