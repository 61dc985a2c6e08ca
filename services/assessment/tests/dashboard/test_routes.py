"""Dashboards over HTTP: figures equal a hand count, stand in scope, and open down to the need."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from assessment.dashboard import look
from assessment.figure.steps import Step
from assessment.indicator.model import Indicator
from assessment.projections import projections
from chassis.clock import signed
from chassis.principal import Role
from chassis.tables import Cursor
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC, everywhere
from services.assessment.tests import institutions
from services.assessment.tests.dongguan import load_dongguan
from services.assessment.tests.make import JUNE, City, acted, hear, heard, named, with_targets

AUTUMN = datetime(2026, 11, 23, 1, tzinfo=UTC)


@pytest.fixture
def leader(app, callers):
    """Looks on 2026-11-23."""
    caller = callers.as_(Role.LEADER)
    caller.headers["Sanshe-At"] = signed(AUTUMN, app.state.settings.demo_clock_key.get_secret_value())
    return caller


async def figures(caller, place=CITY):
    shown = await caller.get(f"/dashboards/{place.id}")
    assert shown.status_code == 200, shown.text
    return {each["indicator"]: each for each in shown.json()["figures"]}


def loop_story():
    """One need that went all the way, one that waits, and a village with its five organisations."""
    city = with_targets(City())
    for number in range(5):
        city.organisation(f"village {number}", STONE_VC)
    city.organisation("urban", EAST_RC)
    city.organisation("gone", EAST_RC, "2026-02-01")
    city.organisation("gone", EAST_RC, "2026-04-01", kind="deregistered")
    city.need("need")
    city.need("waits")
    city.need("double")
    city.need("double", "merged", into_id=named("need"))
    city.project("project", "proposed", ["need"])
    city.need("need", "planned", project_id=named("project"))
    city.project("project", "approved", ["need"])
    city.activity("activity", "held")
    city.volunteer("v")
    city.signup("signup", "confirmed", "v")
    city.hours("entry", "proposed", 150)
    city.hours("entry", "confirmed", 150)
    city.hours("mistake", "confirmed", 60)
    city.hours("mistake", "countered", -60)
    city.hours("open", "proposed", 60)
    return city


async def test_a_registered_body_counts_as_a_filed_one_and_a_promoted_one_once(app, leader):
    city = with_targets(City())
    city.organisation("filed", EAST_RC, "2026-03-02")
    city.organisation("filed", EAST_RC, "2026-05-06", kind="promoted")
    city.organisation("registered", EAST_RC, "2026-04-01", kind="registered")
    city.organisation("revoked", EAST_RC, "2026-04-02", kind="registered")
    city.organisation("revoked", EAST_RC, "2026-06-01", kind="revoked")
    await acted(app, city)
    total = (await figures(leader, EAST_RC))["org_total"]
    assert total["value"] == 2
    assert max(point["value"] for point in total["trend"]) == 3


async def test_the_real_city_asks_for_4170_organisations_in_592_communities(app, leader):
    await load_dongguan(app)
    shown = await figures(leader)
    coverage, total, ratio = shown["org_coverage"], shown["org_total"], shown["volunteer_ratio"]
    assert (total["target"]["value"], total["value"], total["gap"]) == (4170, 0, 4170)
    assert (coverage["denominator"]["value"], coverage["value"], coverage["missing"]) == (592, 0, 592)
    assert (ratio["denominator"]["value"], ratio["missing"]) == (10_466_625, 1_360_662)
    assert shown["org_average"]["target"]["value"] == round(4170 / 592, 4)
    tiles = (await leader.get(f"/dashboards/{CITY.id}/tiles", indicator="org_total")).json()["items"]
    assert len(tiles) == 36
    assert sum(tile["target"] or 0 for tile in tiles) == 4170
    assert [tile["code"] for tile in tiles if tile["state"] == "na"] == [f"44190040{number}" for number in (1, 2, 3, 4)]
    lines = (await leader.get(f"/dashboards/{CITY.id}/communities", limit=200, count=True)).json()
    assert (lines["count"], len(lines["items"]), lines["items"][0]["minimum"]) == (604, 200, 10)
    asked = await leader.get(f"/dashboards/{CITY.id}/communities", limit=200, after=lines["next"])
    assert asked.json()["items"][0]["code"] > lines["items"][-1]["code"]


async def test_figures_equal_a_hand_count(app, leader):
    await acted(app, loop_story())
    shown = await figures(leader)
    assert list(shown) == list(Indicator)
    coverage = shown["org_coverage"]
    assert (coverage["numerator"], coverage["denominator"]["value"], coverage["state"]) == (1, 3, "behind")
    assert coverage["target"] == {
        "value": 1.0,
        "deadline": "2018-12-31",
        "state": "expired",
        "source": coverage["target"]["source"],
        "assumption": False,
    }
    assert (shown["org_total"]["value"], shown["org_total"]["target"]["value"]) == (6, 25)
    assert [point["value"] for point in shown["org_total"]["trend"]] == [0, 0, 1, 7, 6, 6, 6, 6, 6, 6, 6, 6]
    assert shown["org_total"]["trend"][-1]["on"] == "2026-11-23"
    assert (shown["volunteer_ratio"]["value"], shown["volunteer_ratio"]["missing"]) == (0.001, 129)
    assert shown["hours"]["value"] == 2.5
    assert (shown["needs_answered"]["value"], shown["needs_answered"]["numerator"]) == (0.5, 1)
    assert (shown["satisfaction"]["state"], shown["satisfaction"]["target"]["assumption"]) == ("no_data", True)
    village = await figures(leader, STONE_VC)
    assert (village["org_coverage"]["value"], village["org_total"]["state"]) == (1.0, "ok")
    assert (await figures(leader, STONE))["volunteer_ratio"]["target"]["assumption"] is True


async def test_tiles_of_the_city_and_of_a_town(app, leader):
    await acted(app, loop_story())
    tiles = (await leader.get(f"/dashboards/{CITY.id}/tiles", indicator="org_total")).json()
    assert [(each["code"], each["value"], each["target"], each["gap"], each["state"]) for each in tiles["items"]] == [
        (EAST.code, 1, 20, 19, "behind"),
        (STONE.code, 5, 5, 0, "ok"),
    ]
    hours = (await leader.get(f"/dashboards/{EAST.id}/tiles", indicator="hours")).json()
    assert [(each["code"], each["value"]) for each in hours["items"]] == [(EAST_RC.code, 2.5), (EAST_RC_2.code, 0)]
    assert all(each["name"].startswith("测试") for each in hours["items"])
    for indicator in Indicator:
        assert (await leader.get(f"/dashboards/{CITY.id}/tiles", indicator=indicator)).status_code == 200


async def test_a_town_page_lists_met_and_unmet(app, leader):
    await acted(app, loop_story())
    lines = (await leader.get(f"/dashboards/{CITY.id}/communities")).json()["items"]
    assert [(each["code"], each["organisations"], each["minimum"], each["met"], each["gap"]) for each in lines] == [
        (EAST_RC.code, 1, 10, False, 9),
        (EAST_RC_2.code, 0, 10, False, 10),
        (STONE_VC.code, 5, 5, True, 0),
    ]


async def test_the_loop_shows_counts_and_where_it_is_stuck(app, leader):
    await acted(app, loop_story())
    loop = (await leader.get(f"/dashboards/{CITY.id}/loop")).json()
    steps = {each["step"]: (each["count"], each["waiting"], each["median_days"]) for each in loop["steps"]}
    days = (AUTUMN.date() - JUNE.date()).days
    assert steps == {
        "loop_needs": (2, 1, days),
        "loop_projects": (1, 0, None),
        "loop_contracts": (0, 0, None),
        "loop_activities": (1, 0, None),
        "loop_signups": (1, None, None),
        "loop_hours": (2.5, 1, days),
        "loop_surveys": (0, 0, None),
        "loop_acceptances": (0, 0, None),
        "loop_payments": (0, 0, None),
    }
    assert (loop["year"], loop["stuck_at"]) == (2026, "loop_needs")


async def test_money_that_waits_is_where_the_loop_is_stuck_and_paid_is_its_end(app, leader):
    city = loop_story()
    institutions.budget(city, "b", 2026, 1000)
    for number, day in enumerate((-20, -15, -10)):
        for kind, first in (("contract", "drafted"), ("acceptance", "requested"), ("payment", "due")):
            institutions.stage(city, kind, f"{kind} {number}", first, JUNE + timedelta(days=day))
    institutions.stage(city, "contract", "contract 0", "signed")
    institutions.stage(city, "contract", "contract 1", "voided")
    institutions.stage(city, "acceptance", "acceptance 1", "passed")
    institutions.payment(city, "payment 2", "b", 300)
    await heard(app, city)
    loop = (await leader.get(f"/dashboards/{CITY.id}/loop")).json()
    steps = {each["step"]: (each["count"], each["waiting"], each["median_days"]) for each in loop["steps"]}
    days = (AUTUMN.date() - JUNE.date()).days
    assert steps["loop_contracts"] == (1, 1, days + 10)
    assert steps["loop_acceptances"] == (1, 2, days + 15)
    assert steps["loop_payments"] == (1, 2, days + 17.5)
    assert loop["stuck_at"] == "loop_payments"
    (paid,) = (await leader.get("/readings", indicator="loop_payments", area_id=str(EAST_RC.id))).json()["items"]
    assert (paid["state"], paid["links"]["record"]) == ("made", f"/api/projects/payments/{named('payment 2')}")


async def test_every_figure_opens_down_to_the_need(app, leader):
    await acted(app, loop_story())
    shown = await figures(leader)
    for indicator in [*Indicator, *Step]:
        path = f"/readings?indicator={indicator}&area_id={CITY.id}"
        if indicator in shown:
            assert shown[indicator]["links"]["records"] == f"/api/assessment{path}"
        assert (await leader.get(path)).status_code == 200
    (hours,) = (await leader.get("/readings", indicator="hours", area_id=str(CITY.id))).json()["items"]
    assert hours["links"] == {
        "record": f"/api/volunteers/hours/{named('entry')}",
        "area": f"/api/registry/areas/{EAST_RC.id}",
        "activity": f"/api/projects/activities/{named('activity')}",
        "project": f"/api/projects/projects/{named('project')}",
        "needs": [f"/api/projects/needs/{named('need')}"],
    }
    organisations = (await leader.get("/readings", indicator="org_total", area_id=str(CITY.id))).json()["items"]
    assert len(organisations) == shown["org_total"]["value"]
    needs = (await leader.get("/readings", indicator="needs_answered", area_id=str(CITY.id))).json()["items"]
    assert sorted(each["state"] for each in needs) == ["answered", "raised"]
    assert {each["version"] > 0 for each in needs} == {True}


async def test_scope_and_permission(app, leader, callers):
    await heard(app, loop_story())
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await clerk.get(f"/dashboards/{EAST_RC.id}")).status_code == 200
    for path in (f"/dashboards/{EAST.id}", f"/dashboards/{EAST_RC_2.id}/loop", f"/dashboards/{CITY.id}/communities"):
        assert (await clerk.get(path)).status_code == 404
    assert (await clerk.get("/readings", indicator="hours", area_id=str(EAST.id))).status_code == 404
    own = (await clerk.get("/readings", indicator="hours", area_id=str(EAST_RC.id))).json()["items"]
    assert len(own) == 1
    stone = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await figures(stone, STONE))["hours"]["value"] == 0
    for role in (Role.ORGANISATION_MANAGER, Role.SOCIAL_WORKER, Role.RESIDENT, Role.VOLUNTEER):
        assert (await callers.as_(role).get(f"/dashboards/{CITY.id}")).status_code == 403
    assert (await callers.signed_out().get(f"/dashboards/{CITY.id}")).status_code == 401
    assert (await leader.get(f"/dashboards/{CITY.id}/tiles", indicator="nonsense")).status_code == 422


async def test_a_figure_is_computed_again_only_when_something_it_is_made_of_has_happened(app, leader, monkeypatch):
    computed, really = [], look.ground_of

    async def counted(tx, layout, day, indicators, *more):
        computed.extend(indicators)
        return await really(tx, layout, day, indicators, *more)

    monkeypatch.setattr(look, "ground_of", counted)
    city = with_targets(City())
    city.volunteer("v")
    await acted(app, city)
    assert [(await figures(leader))["volunteer_ratio"]["numerator"] for _ in range(3)] == [1, 1, 1]
    assert sorted(computed) == sorted(Indicator)
    computed.clear()
    city.volunteer("w")
    await hear(app, projections, city.volunteers.events)
    assert (await figures(leader))["volunteer_ratio"]["numerator"] == 2
    of_volunteers = ["hours", "hours_per_head", "volunteer_active_ratio", "volunteer_ratio"]
    assert sorted(computed) == of_volunteers


async def dated(caller, path):
    """When an answer of a dashboard held, and which of its sources have stopped."""
    shown = (await caller.get(f"/dashboards/{CITY.id}{path}")).json()
    of = shown if "as_of" in shown else shown["figure"]
    return datetime.fromisoformat(of["as_of"]), [each["source"] for each in shown["stopped"]]


async def test_of_a_source_that_has_stopped_nothing_is_said_as_of_now(app, leader):
    await acted(app, loop_story())
    paths = ("", "/loop", "/tiles?indicator=hours", "/indicators/hours", "/indicators/needs_answered")
    assert [await dated(leader, path) for path in paths] == [(AUTUMN, [])] * 5
    moved = AUTUMN - timedelta(days=2)
    mine = update(Cursor).where(Cursor.follower == projections.name)
    async with everywhere(app) as tx:
        stops = {"stopped_by": "ConnectError", "moved_at": moved}
        await tx.execute(mine.where(Cursor.source == "volunteers").values(**stops))
    assert [await dated(leader, path) for path in paths] == [(moved, ["volunteers"])] * 4 + [(AUTUMN, [])]
    (stopped,) = (await leader.get(f"/dashboards/{CITY.id}")).json()["stopped"]
    assert datetime.fromisoformat(stopped["moved_at"]) == moved
    async with everywhere(app) as tx:
        await tx.execute(mine.values(stopped_by=None))
    assert [await dated(leader, path) for path in paths] == [(AUTUMN, [])] * 5


async def test_pages_behind_a_figure_neither_skip_nor_repeat_and_are_of_its_days_in_any_area(app, leader):
    city = with_targets(City())
    for number in range(12):
        at = JUNE - timedelta(days=40 * (number % 4))
        city.volunteer(number, (EAST_RC, EAST_RC_2, STONE_VC)[number % 3], at)
        city.hours(number, "confirmed", 60, number, at)
        city.signup(number, "confirmed", number)
    await acted(app, city)

    async def paged(place, indicator, **days):
        asked, found = {"indicator": indicator, "area_id": str(place.id), "limit": 2, **days}, []
        while True:
            shown = (await leader.get("/readings", **asked)).json()
            found += [(each["on"], each["id"]) for each in shown["items"]]
            if shown["next"] is None:
                return found
            asked["after"] = shown["next"]

    june = {"since": "2026-06-01", "on": "2026-06-30"}
    for place, people in ((CITY, 12), (EAST, 8), (EAST_RC, 4), (EAST_RC_2, 4)):
        assert len(set(await paged(place, "volunteer_ratio"))) == people
        assert len(await paged(place, "volunteer_ratio", on="2026-05-31")) == people * 3 // 4
    for place, entries, of_june in ((CITY, 12, 3), (EAST, 12, 3), (EAST_RC, 12, 3), (STONE, 0, 0)):
        hours = await paged(place, "hours")
        assert hours == sorted(set(hours), reverse=True)
        assert (len(hours), len(await paged(place, "hours", **june))) == (entries, of_june)
        assert len(await paged(place, Step.SIGNUPS, **june)) == entries
    assert len(await paged(EAST, "volunteer_active_ratio")) == 8
