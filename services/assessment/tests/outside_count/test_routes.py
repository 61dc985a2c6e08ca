"""Outside counts over HTTP: entered by the city with day and source, beside our own figure and never in it."""

from datetime import UTC, datetime

import pytest

from chassis.clock import signed
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, told
from services.assessment.tests.make import City, acted, with_targets

AUTUMN = datetime(2026, 11, 23, 1, tzinfo=UTC)
CARDS = {
    "area_id": str(CITY.id),
    "system": "i志愿",
    "counts": "cards",
    "value": 1_200_000,
    "counted_on": "2026-10-31",
    "source": "团市委统计通报2026年第10期",
}


@pytest.fixture
def officer(app, callers):
    """Of the city, on 2026-11-23."""
    caller = callers.as_(Role.BUREAU_OFFICER)
    caller.headers["Sanshe-At"] = signed(AUTUMN, app.state.settings.demo_clock_key.get_secret_value())
    return caller


async def test_an_outside_count_stands_beside_the_volunteer_figure_and_never_in_it(app, officer):
    city = with_targets(City())
    city.volunteer("v")
    await acted(app, city)
    page = f"/dashboards/{CITY.id}/indicators/volunteer_ratio"
    before = (await officer.get(page)).json()
    for changes in ({}, {"counted_on": "2026-09-30", "value": 1}, {"counts": "accounts", "value": 1_900_000}):
        entered = await officer.post("/outside-counts", CARDS | changes)
        assert entered.status_code == 201, entered.text
    after = (await officer.get(page)).json()
    shown = [(each["system"], each["counts"], each["value"], each["counted_on"]) for each in after["outside"]]
    assert shown == [("i志愿", "accounts", 1_900_000, "2026-10-31"), ("i志愿", "cards", 1_200_000, "2026-10-31")]
    assert (before["outside"], after["figure"], after["history"]) == ([], before["figure"], before["history"])
    assert (await officer.get(f"/dashboards/{CITY.id}/indicators/hours")).json()["outside"] == []
    assert (await officer.get(f"/dashboards/{EAST.id}/indicators/volunteer_ratio")).json()["outside"] == []
    assert (await told(app, "assessment.outside_count.entered.v1"))[0].data["source"] == CARDS["source"]


async def test_a_wrong_one_is_withdrawn_with_its_reason_and_stays_to_be_read(app, officer):
    entered = (await officer.post("/outside-counts", CARDS)).json()
    assert (await officer.post("/outside-counts", CARDS)).json()["type"] == "count-already-entered"
    path = f"/outside-counts/{entered['id']}"
    withdrawn = await officer.post(f"{path}/withdrawal", {"reason": "抄错一位数"}, seen=entered)
    assert (withdrawn.json()["state"], withdrawn.json()["withdrawn_because"]) == ("withdrawn", "抄错一位数")
    assert withdrawn.json()["actions"] == []
    again = await officer.post(f"{path}/withdrawal", {"reason": "再撤一次"}, seen=withdrawn.json())
    assert again.json()["type"] == "count-withdrawn"
    assert (await officer.post("/outside-counts", CARDS | {"value": 120_000})).status_code == 201
    listed = (await officer.get("/outside-counts", area_id=str(CITY.id), counts="cards")).json()["items"]
    assert [each["state"] for each in listed] == ["entered", "withdrawn"]
    assert (await officer.get(path)).json()["id"] == entered["id"]


async def test_only_the_city_enters_them_for_the_city_or_a_town_and_not_ahead(app, officer, callers):
    assert (await officer.post("/outside-counts", CARDS | {"counted_on": "2026-11-24"})).json()[
        "type"
    ] == "counted-in-future"
    community = CARDS | {"area_id": str(EAST_RC.id)}
    assert (await officer.post("/outside-counts", community)).json()["type"] == "not-counted-there"
    town = callers.as_(Role.TOWN_OFFICER, EAST)
    assert (await town.post("/outside-counts", CARDS | {"area_id": str(EAST.id)})).status_code == 403
    assert (await officer.post("/outside-counts", CARDS | {"area_id": str(EAST.id)})).status_code == 201
    assert len((await town.get("/outside-counts")).json()["items"]) == 1
