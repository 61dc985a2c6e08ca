"""Standing and sanctions over HTTP: any service asks of any organisation, officers decide, another one lifts."""

from pathlib import Path
from typing import Any

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, STONE, Caller, Callers, told
from chassis.tokens import Signer
from services.registry.tests.make import declaration, sanction


async def filed(callers: Callers) -> dict[str, Any]:
    clerk, officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC), callers.as_(Role.TOWN_OFFICER, EAST)
    view = (await clerk.post("/organisations", declaration())).json()
    view = (await clerk.post(f"/organisations/{view['id']}/submission", seen=view)).json()
    answer = await officer.post(f"/organisations/{view['id']}/filing", {"number": "东城备1号"}, seen=view)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def standing(by: Caller, view: dict[str, Any], **query: str) -> dict[str, Any]:
    answer = await by.get(f"/organisations/{view['id']}/standing", **query)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_service_asks_of_any_organisation(app: FastAPI, callers: Callers, world: dict[str, str]) -> None:
    view = await filed(callers)
    projects = Caller(app, Signer("projects", Path(world["PROJECTS_KEY"])).for_service("registry"))
    found = await standing(projects, view)
    assert (found["standing"], found["may_bid"], found["path"], found["uscc"]) == ("good", True, "filed", None)
    assert (found["name"], found["on"], found["reasons"]) == (view["name"], view["filed_on"], [])
    before = await standing(projects, view, on="2022-06-01")
    assert (before["standing"], before["may_bid"], before["reasons"][0]["code"]) == ("not_yet", False, "not_yet")
    assert (await projects.get(f"/organisations/{view['id']}/standing", on="1066-10-14")).status_code == 422


async def test_people_ask_within_their_scope(callers: Callers) -> None:
    view = await filed(callers)
    path = f"/organisations/{view['id']}/standing"
    assert (await callers.as_(Role.LEADER, EAST).get(path)).status_code == 200
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(path)).status_code == 404
    assert (await callers.as_(Role.RESIDENT).get(path)).status_code == 403


async def test_a_bar_is_imposed_shown_and_lifted_by_another(app: FastAPI, callers: Callers) -> None:
    view = await filed(callers)
    officer, other = (callers.as_(Role.TOWN_OFFICER, EAST) for _ in range(2))
    made = (await officer.post("/sanctions", sanction(view["id"]))).json()
    assert (made["measure"], made["holds"], made["actions"]) == ("bar", False, [])
    assert made["state"] == "coming"
    barred = await standing(officer, view, on="2027-05-01")
    assert (barred["standing"], barred["may_bid"]) == ("barred", False)
    assert barred["reasons"] == [
        {
            "code": "barred",
            "title": "禁止参与政府采购",
            "since": "2027-01-01",
            "until": "2028-01-01",
            "ground": "evaluation-failed",
        }
    ]
    seen = (await other.get(f"/sanctions/{made['id']}")).json()
    assert [each["name"] for each in seen["actions"]] == ["lifting"]
    reason = {"reason": "复核张某的材料后改判合格"}
    own = await officer.post(f"/sanctions/{made['id']}/lifting", reason, seen=seen)
    assert (own.status_code, own.json()["type"]) == (403, "own-sanction")
    lifted = (await other.post(f"/sanctions/{made['id']}/lifting", reason, seen=seen)).json()
    assert lifted["lifted_because"] == reason["reason"]
    assert (await standing(officer, view, on="2027-05-01"))["standing"] == "good"
    assert lifted["state"] == "lifted"
    again = await other.post(f"/sanctions/{made['id']}/lifting", reason, seen=lifted)
    assert again.json()["type"] == "sanction-over"
    facts = [fact for fact in await told(app) if "bar" in fact.type]
    assert [fact.type.split(".")[2] for fact in facts] == ["barred", "bar_lifted"]
    assert all("张某" not in str(fact.data) for fact in facts)


async def test_grounds_are_listed_with_their_articles(callers: Callers) -> None:
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    found = (await officer.get("/sanction-grounds")).json()
    assert {each["measure"] for each in found["items"]} == {"suspension", "bar", "revocation"}
    view = await filed(callers)
    for ground in ("made-up", "obtained-by-fraud"):
        refused = (await officer.post("/sanctions", sanction(view["id"], ground=ground))).json()
        assert (refused["type"], refused["errors"][0]["pointer"]) == ("ground-unknown", "/ground")


async def test_a_suspension_stands_beside_other_towns_unseen(callers: Callers) -> None:
    view = await filed(callers)
    officer, stranger = callers.as_(Role.TOWN_OFFICER, EAST), callers.as_(Role.TOWN_OFFICER, STONE)
    today = (await standing(officer, view))["on"]
    body = sanction(view["id"], ground="report-missing", starts_on=today, ends_on=None)
    assert (await stranger.post("/sanctions", body)).status_code == 404
    assert (await callers.as_(Role.COMMUNITY_OFFICER, EAST_RC).post("/sanctions", body)).status_code == 403
    made = (await officer.post("/sanctions", body)).json()
    assert made["state"] == "in_force"
    assert (made["holds"], (await standing(officer, view))["standing"]) == (True, "suspended")
    listed = await officer.get("/sanctions", organisation_id=view["id"], measure="suspension", area_id=str(EAST.id))
    assert [each["id"] for each in listed.json()["items"]] == [made["id"]]
    assert (await stranger.get("/sanctions")).json()["items"] == []
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST_RC, organisation_id=view["id"])
    assert [each["id"] for each in (await manager.get("/sanctions")).json()["items"]] == [made["id"]]


async def test_a_revoked_body_is_revoked_from_that_day_on(app: FastAPI, callers: Callers) -> None:
    view = await filed(callers)
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    body = {"ground": "obtained-by-fraud", "document": "东城撤〔2026〕1号"}
    answer = await officer.post(f"/organisations/{view['id']}/revocation", body, seen=view)
    assert answer.json()["state"] == "revoked", answer.text
    assert "行政许可法" in answer.json()["revoked_because"]
    found = await standing(officer, view)
    assert (found["standing"], found["reasons"][0]["ground"]) == ("revoked", "obtained-by-fraud")
    again = await officer.post(f"/organisations/{view['id']}/revocation", body, seen=answer.json())
    assert again.json()["type"] == "organisation-not-standing"
    (fact,) = await told(app, "registry.organisation.revoked.v1")
    assert fact.data["ground"] == "obtained-by-fraud"
