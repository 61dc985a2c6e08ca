"""Facilities: opened, revised, closed once empty, and the communities that have none."""

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, EAST_RC_2, STONE, Callers, told
from services.registry.tests.make import facility


async def test_coverage_names_the_communities_without(app: FastAPI, callers: Callers) -> None:
    town = callers.as_(Role.TOWN_OFFICER, EAST)
    made = (await town.post("/facilities", facility())).json()
    assert (made["state"], made["rooms"]) == ("open", ["服务大厅", "议事室"])
    found = (await town.get("/facility-coverage", area_id=str(EAST.id))).json()
    assert (found["communities"], found["covered"]) == (2, 1)
    assert [each["code"] for each in found["uncovered"]] == [EAST_RC_2.code]
    (fact,) = await told(app, "registry.facility.opened.v1")
    assert fact.data["kind"] == "service_centre"
    stranger = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await stranger.get("/facility-coverage", area_id=str(EAST.id))).status_code == 404
    assert (await stranger.get(f"/facilities/{made['id']}")).status_code == 404
    assert (await callers.as_(Role.LEADER, EAST).post("/facilities", facility())).status_code == 403


async def test_a_closed_one_is_not_revised_and_covers_nothing(callers: Callers) -> None:
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    made = (await clerk.post("/facilities", facility())).json()
    revision = {name: value for name, value in facility(name="东风邻里中心").items() if name != "area_id"}
    made = (await clerk.send("PUT", f"/facilities/{made['id']}/revision", revision, seen=made)).json()
    assert made["name"] == "东风邻里中心"
    made = (await clerk.post(f"/facilities/{made['id']}/closing", {"reason": "搬迁"}, seen=made)).json()
    assert (made["state"], made["actions"]) == ("closed", [])
    refused = await clerk.send("PUT", f"/facilities/{made['id']}/revision", revision, seen=made)
    assert refused.json()["type"] == "facility-not-open"
    found = (await clerk.get("/facility-coverage", area_id=str(EAST_RC.id))).json()
    assert (found["communities"], found["covered"]) == (1, 0)
    listed = await clerk.get("/facilities", state="closed", kind="service_centre", area_id=str(EAST_RC.id))
    assert [each["id"] for each in listed.json()["items"]] == [made["id"]]
