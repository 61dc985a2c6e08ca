"""Moving in and out: who may, until when, and what time does by itself."""

from typing import Any

import pytest
from fastapi import FastAPI

from chassis.clock import wall
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, Callers, told
from registry.schedule import end_stationings
from services.registry.tests.make import application, certificate, facility, material, sanction
from services.registry.tests.registration.test_routes import filed

UNTIL = "2099-01-01"


async def opened(callers: Callers) -> str:
    answer = await callers.as_(Role.TOWN_OFFICER, EAST).post("/facilities", facility())
    return answer.json()["id"]


def moving_in(facility_id: str, **who: Any) -> dict[str, Any]:
    return {"facility_id": facility_id, "agreement": "东城进驻〔2026〕1号", "until": UNTIL} | who


async def test_an_organisation_moves_in_once_and_leaves_early(app: FastAPI, callers: Callers) -> None:
    body, town, here = await filed(callers), callers.as_(Role.TOWN_OFFICER, EAST), await opened(callers)
    said = moving_in(here, organisation_id=body["id"])
    made = (await town.post("/stationings", said)).json()
    assert (made["state"], made["until"], made["ended_on"]) == ("running", UNTIL, None)
    assert (await town.post("/stationings", said)).json()["type"] == "already-stationed"
    seen = (await town.get(f"/facilities/{here}")).json()
    busy = await town.post(f"/facilities/{here}/closing", {"reason": "搬迁"}, seen=seen)
    assert busy.json()["type"] == "still-stationed"
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST_RC, organisation_id=body["id"])
    assert [each["id"] for each in (await manager.get("/stationings")).json()["items"]] == [made["id"]]
    left = (await town.post(f"/stationings/{made['id']}/ending", {"reason": "协议解除"}, seen=made)).json()
    assert (left["state"], left["ended_because"]) == ("ended", "协议解除")
    again = await town.post(f"/stationings/{made['id']}/ending", {"reason": "协议解除"}, seen=left)
    assert again.json()["type"] == "stationing-over"
    (fact,) = await told(app, "registry.stationing.ended.v1")
    assert (fact.data["early"], fact.data["organisation_id"]) == (True, body["id"])


async def test_a_body_of_the_whole_city_moves_into_a_community(callers: Callers) -> None:
    one, other = (callers.as_(Role.BUREAU_OFFICER) for _ in range(2))
    town, here = callers.as_(Role.TOWN_OFFICER, EAST), await opened(callers)
    wide = (await one.post("/registrations", material(area_id=str(CITY.id)))).json()
    wide = (await other.post(f"/registrations/{wide['id']}/acceptance", seen=wide)).json()
    granting = await other.post(f"/registrations/{wide['id']}/grant", certificate(), seen=wide)
    assert granting.status_code == 200, granting.text
    assert (await town.get(f"/organisations/{wide['organisation_id']}")).status_code == 404
    answer = await town.post("/stationings", moving_in(here, organisation_id=wide["organisation_id"]))
    assert answer.status_code == 201, answer.text
    unknown = await town.post("/stationings", moving_in(here, organisation_id=here))
    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (404, "/organisation_id")


async def test_nobody_suspended_moves_in(callers: Callers) -> None:
    body, town, here = await filed(callers), callers.as_(Role.TOWN_OFFICER, EAST), await opened(callers)
    bar = sanction(body["id"], ground="severe-discredit", starts_on=body["filed_on"])
    assert (await town.post("/sanctions", bar)).status_code == 201
    refused = (await town.post("/stationings", moving_in(here, organisation_id=body["id"]))).json()
    assert (refused["type"], refused["standing"]) == ("organisation-not-good", "barred")


async def test_a_worker_moves_in_while_registered(callers: Callers, demo_time: Any) -> None:
    town, here = callers.as_(Role.TOWN_OFFICER, EAST), await opened(callers)
    town.headers.update(demo_time("2020-01-06T09:00:00+08:00"))
    worker = (await town.post("/social-workers", application(certified_on="2019-06-01"))).json()
    said = moving_in(here, social_worker_id=worker["id"])
    town.headers.update(demo_time("2023-01-06T09:00:00+08:00"))
    assert (await town.post("/stationings", said)).json()["type"] == "registration-not-in-force"
    town.headers.update(demo_time("2023-01-05T09:00:00+08:00"))
    late = (await town.post("/stationings", said | {"until": "2023-01-05"})).json()
    assert (late["type"], late["errors"][0]["pointer"]) == ("until-not-later", "/until")
    assert (await town.post("/stationings", said)).status_code == 201
    listed = (await town.get("/stationings", social_worker_id=worker["id"])).json()["items"]
    assert [each["social_worker_id"] for each in listed] == [worker["id"]]


async def test_an_agreement_ends_by_time(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    body, town, here = await filed(callers), callers.as_(Role.TOWN_OFFICER, EAST), await opened(callers)
    said = moving_in(here, organisation_id=body["id"])
    refused = await town.post("/stationings", said | {"until": "2020-06-01"})
    assert refused.json()["type"] == "until-not-later"
    made = (await town.post("/stationings", said | {"until": "2098-06-01"})).json()
    then = wall().replace(year=2098, month=6, day=2)
    assert await end_stationings(app.state.sessions, wall()) == 0
    assert await end_stationings(app.state.sessions, then) == 1
    assert await end_stationings(app.state.sessions, then) == 0
    ended = (await town.get(f"/stationings/{made['id']}")).json()
    assert (ended["state"], ended["ended_on"], ended["ended_because"]) == ("ended", "2098-06-01", None)
    (fact,) = await told(app, "registry.stationing.ended.v1")
    assert fact.data["early"] is False


@pytest.mark.parametrize("both", [True, False])
async def test_one_of_both_moves_in(callers: Callers, *, both: bool) -> None:
    here = await opened(callers)
    who = {"organisation_id": here, "social_worker_id": here} if both else {}
    answer = await callers.as_(Role.TOWN_OFFICER, EAST).post("/stationings", moving_in(here, **who))
    assert (answer.status_code, answer.json()["type"]) == (422, "invalid")
