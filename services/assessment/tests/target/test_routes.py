"""Targets over HTTP: all staff read them, officers of the city set them."""

import pytest

from assessment.projections import projections  # noqa: F401 - the service under test
from chassis import clock
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, told
from services.assessment.tests.make import City, acted, with_targets

NEW = {
    "area_id": str(CITY.id),
    "indicator": "volunteer_ratio",
    "value": 0.15,
    "valid_from": "2099-01-01",
    "source": "市政府工作报告",
}


async def test_the_plans_targets_are_loaded_once_and_shown_as_expired(app, callers):
    city = with_targets(City())
    city.area(CITY)
    await acted(app, city)
    officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    shown = (await officer.get("/targets", count=True)).json()
    assert shown["count"] == 6
    ratio = next(each for each in shown["items"] if each["indicator"] == "volunteer_ratio")
    assert (ratio["value"], ratio["deadline"], ratio["state"]) == (0.13, "2020-12-31", "expired")
    assert ratio["actions"] == []
    assert "三(三)3" in ratio["clause"]
    assert len(await told(app, "assessment.target.set.v1")) == 6
    assert (await officer.get(f"/targets/{ratio['id']}")).json() == ratio


async def test_an_officer_of_the_city_sets_the_next_one(app, callers):
    await acted(app, with_targets(City()))
    officer = callers.as_(Role.BUREAU_OFFICER)
    set_ = await officer.post("/targets", NEW)
    assert set_.status_code == 201, set_.text
    assert set_.json()["state"] == "upcoming"
    assert set_.json()["actions"][0]["name"] == "set"
    fact = (await told(app, "assessment.target.set.v1"))[-1]
    assert fact.data["period"] == "2099-01-01/.."
    assert (await officer.get("/targets", state="upcoming", indicator="volunteer_ratio")).json()["items"] == [
        set_.json()
    ]
    assert (await officer.post("/targets", NEW)).json()["type"] == "target-already-set"


@pytest.mark.parametrize("field", ["valid_from", "deadline"])
async def test_a_day_beyond_the_calendar_is_named(app, callers, field):
    await acted(app, with_targets(City()))
    answer = await callers.as_(Role.BUREAU_OFFICER).post("/targets", NEW | {field: "9999-12-31"})
    assert (answer.status_code, [each["pointer"] for each in answer.json()["errors"]]) == (422, [f"/{field}"])
    assert len(await told(app, "assessment.target.set.v1")) == 6


async def test_others_may_not(app, callers):
    await acted(app, with_targets(City()))
    assert (await callers.as_(Role.TOWN_OFFICER, EAST).post("/targets", NEW)).status_code == 403
    assert (await callers.signed_out().get("/targets")).status_code == 401
    assert (await callers.as_(Role.RESIDENT).get("/targets")).status_code == 403
    community = NEW | {"area_id": str(EAST_RC.id)}
    assert (await callers.as_(Role.BUREAU_OFFICER).post("/targets", community)).json()["type"] == "not-a-unit"
    assert (await callers.as_(Role.BUREAU_OFFICER, EAST).post("/targets", NEW)).status_code == 404


async def test_a_town_may_be_held_against_a_target_of_its_own(app, callers):
    await acted(app, with_targets(City()))
    officer, leader = callers.as_(Role.BUREAU_OFFICER), callers.as_(Role.LEADER)
    today = clock.day(clock.wall()).isoformat()
    own = NEW | {"area_id": str(EAST.id), "value": 0.11, "valid_from": today, "deadline": "2099-12-31"}
    eight = own | {"indicator": "org_minimum", "organ_kind": "RC", "value": 8}
    for each in (own, eight):
        assert (await officer.post("/targets", each)).status_code == 201

    async def target(place, indicator):
        figures = (await leader.get(f"/dashboards/{place.id}")).json()["figures"]
        return next(each["target"] for each in figures if each["indicator"] == indicator)

    east = await target(EAST, "volunteer_ratio")
    assert (east["value"], east["state"], east["assumption"]) == (0.11, "in_force", False)
    assert (await target(EAST_RC, "volunteer_ratio"))["assumption"] is True
    for place in (CITY, STONE):
        assert (await target(place, "volunteer_ratio"))["value"] == 0.13
    # Two residents' committees of the town at 8, one village of another at 5.
    assert [(await target(place, "org_total"))["value"] for place in (EAST, CITY)] == [16, 21]
    tiles = (await leader.get(f"/dashboards/{CITY.id}/tiles", indicator="volunteer_ratio")).json()["items"]
    assert [each["target"] for each in tiles] == [0.11, 0.13]
    listed = (await officer.get("/targets", area_id=str(EAST.id))).json()["items"]
    assert [each["state"] for each in listed] == ["in_force"] * 2
