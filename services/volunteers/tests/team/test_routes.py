"""Teams over HTTP: formed by an office or an organisation, found by anybody, led by a volunteer."""

from typing import Any
from uuid import uuid4

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, Callers, told
from services.volunteers.tests.make import GUARDIAN, hear_from, join, person_number, team, volunteer


async def test_a_town_forms_a_team_whose_leader_is_its_first_member(app: FastAPI, callers: Callers) -> None:
    made, leader, registered = await team(callers)
    assert (made["state"], made["members"], made["leader_volunteer_id"]) == ("active", 1, registered["id"])
    office = callers.as_(Role.TOWN_OFFICER, EAST)
    (first,) = (await office.get("/memberships", team_id=made["id"])).json()["items"]
    assert (first["state"], first["leads"], first["volunteer_id"]) == ("member", True, registered["id"])
    assert [each["id"] for each in (await leader.get("/teams")).json()["items"]] == [made["id"]]
    formed = (await told(app, "volunteers.team.formed.v1"))[0].data
    assert formed == {"team_id": made["id"], "organisation_id": None, "field": "elderly", "members": 0}
    (task,) = await told(app, "volunteers.task.opened.v1")
    assert (task.data["title_code"], task.data["role"]) == ("team-pairing", "town_officer")


async def test_teams_are_read_and_formed_within_scope(callers: Callers) -> None:
    made, _, registered = await team(callers)
    elsewhere = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await elsewhere.get(f"/teams/{made['id']}")).status_code == 404
    assert (await elsewhere.get("/teams")).json()["items"] == []
    body = {"area_id": str(EAST_RC.id), "name": "越界队", "field": "elderly", "leader_number": registered["number"]}
    assert (await elsewhere.post("/teams", body)).status_code == 404
    assert (await callers.as_(Role.LEADER, CITY).post("/teams", body)).status_code == 403


async def test_what_makes_no_team_is_refused_by_name(callers: Callers) -> None:
    _, _, registered = await team(callers)
    _, minor = await volunteer(callers, id_number=person_number("20120601"), guardian=GUARDIAN)
    office = callers.as_(Role.BUREAU_OFFICER, CITY)
    body = {"area_id": str(EAST_RC.id), "name": "晨光助老队", "field": "elderly", "leader_number": registered["number"]}

    async def refused(**changes: Any) -> tuple[str, str]:
        problem = (await office.post("/teams", {**body, "name": "另一队", **changes})).json()
        return problem["type"], problem["errors"][0]["pointer"]

    assert await refused(name="晨光助老队") == ("team-name-taken", "/name")
    assert await refused(area_id=str(CITY.id)) == ("area-too-wide", "/area_id")
    assert await refused(leader_number=minor["number"]) == ("leader-too-young", "/leader_number")
    assert await refused(leader_number="4419000000000000") == ("not-found", "/leader_number")
    # An organisation's own manager founds its teams; no office does it for one that never asked.
    assert await refused(organisation_id=str(uuid4())) == ("invalid", "/organisation_id")


async def test_an_organisation_forms_its_own_team_once_it_stands(app: FastAPI, callers: Callers) -> None:
    organisation = uuid4()
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=organisation)
    _, registered = await volunteer(callers)
    body = {"area_id": str(EAST_RC.id), "name": "睦邻队", "field": "family", "leader_number": registered["number"]}
    assert (await manager.post("/teams", body)).json()["type"] == "organisation-not-standing"
    data = {"organisation_id": str(organisation), "valid_from": "2020-01-01", "area": EAST}
    await hear_from(app, "registry", "organisation.filed", str(organisation), data)
    made = (await manager.post("/teams", body)).json()
    assert made["organisation_id"] == str(organisation)
    assert [each["id"] for each in (await manager.get("/teams")).json()["items"]] == [made["id"]]
    other = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=uuid4())
    assert (await other.get(f"/teams/{made['id']}")).status_code == 404
    (task,) = await told(app, "volunteers.task.opened.v1")
    assert (task.data["role"], task.data["organisation_id"]) == ("organisation_manager", str(organisation))
    await hear_from(app, "registry", "organisation.revoked", str(organisation), data)
    again = await manager.post("/teams", {**body, "name": "睦邻二队"})
    assert again.json()["type"] == "organisation-not-standing"


async def test_anybody_finds_a_team_and_nobodys_name_in_it(callers: Callers) -> None:
    made, _, _ = await team(callers)
    await team(callers, EAST_RC_2, "环保队", field="environment")
    anybody = callers.signed_out()
    found = (await anybody.get("/open-teams", area_id=str(EAST_RC.id))).json()["items"]
    assert [each["name"] for each in found] == ["晨光助老队"]
    assert "leader_volunteer_id" not in found[0]
    assert found[0]["actions"] == []
    greens = (await anybody.get("/open-teams", field="environment")).json()["items"]
    assert [each["name"] for each in greens] == ["环保队"]
    mine = (await callers.as_(Role.VOLUNTEER).get(f"/open-teams/{made['id']}")).json()
    assert [each["label"] for each in mine["actions"]] == ["申请入队"]
    assert (await anybody.get(f"/open-teams/{uuid4()}")).status_code == 404


async def test_a_team_is_changed_and_led_by_another_member(app: FastAPI, callers: Callers) -> None:
    made, leader, registered = await team(callers)
    office = callers.as_(Role.TOWN_OFFICER, EAST)
    body = {"name": "晨光为老队", "field": "elderly", "description": "每周探访独居老人"}
    path = f"/teams/{made['id']}"
    revised = (await office.send("PUT", f"{path}/revision", body, seen=made)).json()
    assert (revised["name"], revised["description"]) == ("晨光为老队", "每周探访独居老人")
    changed = (await told(app, "volunteers.team.changed.v1"))[0].data
    assert changed["changed"] == ["name", "description"]
    second, membership = await join(callers, made, leader)
    seen = (await office.get(path)).json()
    stranger = await office.post(f"{path}/leader", {"volunteer_id": str(uuid4())}, seen=seen)
    assert stranger.json()["type"] == "not-a-member"
    same = await office.post(f"{path}/leader", {"volunteer_id": registered["id"]}, seen=seen)
    assert same.json()["type"] == "already-leads"
    led = await office.post(f"{path}/leader", {"volunteer_id": membership["volunteer_id"]}, seen=seen)
    assert (led.status_code, led.json()["members"]) == (200, 2), led.text
    assert (await second.get("/teams")).json()["items"][0]["id"] == made["id"]
    assert (await leader.get("/teams")).json()["items"] == []


async def test_members_are_named_to_whoever_has_the_team(callers: Callers) -> None:
    made, leader, registered = await team(callers)
    _, membership = await join(callers, made, leader)
    ids = {"ids": [registered["id"], membership["volunteer_id"]]}
    assert len((await leader.post("/names", ids)).json()["items"]) == 2
    stranger, _ = await volunteer(callers)
    assert (await stranger.post("/names", ids)).json()["items"] == []


async def test_a_team_is_dissolved_with_a_reason_and_keeps_its_history(app: FastAPI, callers: Callers) -> None:
    made, leader, _ = await team(callers)
    await join(callers, made, leader)
    asking, _ = await volunteer(callers)
    await asking.post(f"/teams/{made['id']}/memberships")
    office = callers.as_(Role.TOWN_OFFICER, EAST)
    seen = (await office.get(f"/teams/{made['id']}")).json()
    gone = await office.post(f"/teams/{made['id']}/dissolution", {"reason": "队员已并入社区综合队"}, seen=seen)
    assert (gone.status_code, gone.json()["state"], gone.json()["members"]) == (200, "dissolved", 0), gone.text
    assert gone.json()["actions"] == []
    history = (await office.get("/memberships", team_id=made["id"])).json()["items"]
    assert sorted(each["state"] for each in history) == ["declined", "left", "left"]
    assert {each["ended_because"] for each in history} == {"队员已并入社区综合队"}
    closed = {each.data["title_code"] for each in await told(app, "volunteers.task.closed.v1")}
    assert closed == {"team-joining", "team-pairing"}
    again = await office.post(f"/teams/{made['id']}/dissolution", {"reason": "再次解散"}, seen=gone.json())
    assert again.json()["type"] == "team-gone"
    refused = await asking.post(f"/teams/{made['id']}/memberships")
    assert refused.json()["type"] == "team-gone"
    namesake, _, _ = await team(callers)
    assert namesake["id"] != made["id"]
