"""Participation over HTTP: recorded by phone number, or by the resident with the code of the moment."""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, STONE, Callers, told
from services.projects.tests.make import PHONES, Town, activity, at, filed, hear, plan, started


async def test_recorded_by_phone_once_each(app: FastAPI, town: Town) -> None:
    view = await town.published()
    path = f"/activities/{view['id']}/participations"
    assert (await town.worker.post(path, {"phones": PHONES})).json()["type"] == "recording-closed"
    lead = at(app, town.worker, started(view))
    recorded = await lead.post(path, {"phones": [*PHONES[:3], "+86 138-0013-8000"]})
    assert recorded.json() == {"recorded": 3, "already": 0}, recorded.text
    again = await lead.post(path, {"phones": PHONES[2:5]})
    assert again.json() == {"recorded": 2, "already": 1}
    nothing = await lead.post(path, {"phones": PHONES[:1]})
    assert nothing.json() == {"recorded": 0, "already": 1}
    first, second = await told(app, "projects.participation.recorded.v1")
    assert (first.data["count"], second.data["count"]) == (3, 2)
    assert first.data["participant_ids"] == [str(app.state.vault.person_id("phone", each)) for each in PHONES[:3]]
    assert "138001380" not in json.dumps(first.data)
    listed = (await lead.get(path, count=True)).json()
    assert (listed["count"], listed["items"][-1]["phone_masked"]) == (5, "138****8000")
    register = (await lead.get(f"/activities/{view['id']}/participation")).json()
    assert (register["recorded"], register["is_open"], register["assumption"]) == (5, True, True)
    assert [action["name"] for action in register["actions"]] == ["participations"]


async def test_the_register_closes_a_day_after_the_end(app: FastAPI, town: Town) -> None:
    view = await town.published()
    ends_at = datetime.fromisoformat(view["ends_at"])
    path = f"/activities/{view['id']}/participations"
    last = at(app, town.worker, ends_at + timedelta(hours=24))
    held = await last.post(f"/activities/{view['id']}/completion", seen=view)
    assert held.status_code == 200
    assert (await last.post(path, {"phones": PHONES[:1]})).status_code == 201
    late = at(app, town.worker, ends_at + timedelta(hours=24, seconds=1))
    refused = await late.post(path, {"phones": PHONES[1:2]})
    assert refused.json()["type"] == "recording-closed"
    assert refused.json()["opens_at"]


async def test_bad_numbers_are_named_by_place(app: FastAPI, town: Town) -> None:
    view = await town.published()
    answer = await at(app, town.worker, started(view)).post(
        f"/activities/{view['id']}/participations", {"phones": [PHONES[0], "12345"]}
    )
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": "/phones/1", "title": "请填写 11 位手机号码"}]


async def test_a_resident_joins_with_the_code(app: FastAPI, callers: Callers, town: Town) -> None:
    view = await town.published()
    moment = started(view)
    code = (await at(app, town.worker, moment).get(f"/activities/{view['id']}/participation-code")).json()
    account = app.state.vault.person_id("phone", PHONES[0])
    resident = at(app, callers.as_(Role.RESIDENT, account_id=account), moment)
    path = f"/activities/{view['id']}/participation"
    joined = await resident.post(path, {"code": code["code"]})
    assert joined.status_code == 201, joined.text
    assert (joined.json()["means"], joined.json()["phone_masked"]) == ("code", None)
    assert (await resident.post(path, {"code": code["code"]})).json()["type"] == "already-taken-part"
    mine = (await resident.get("/participations")).json()["items"]
    assert mine[0]["links"]["surveys"] == f"/api/assessment/surveys?activity_id={view['id']}"
    again = await at(app, town.worker, moment).post(f"/activities/{view['id']}/participations", {"phones": PHONES[:1]})
    assert again.json() == {"recorded": 0, "already": 1}
    (fact,) = await told(app, "projects.participation.recorded.v1")
    assert fact.data["participant_ids"] == [str(account)]


async def test_an_old_or_guessed_code_is_refused(app: FastAPI, callers: Callers, town: Town) -> None:
    view = await town.published()
    moment = started(view)
    code = (await at(app, town.worker, moment).get(f"/activities/{view['id']}/participation-code")).json()["code"]
    resident = callers.as_(Role.RESIDENT)
    path = f"/activities/{view['id']}/participation"
    stale = at(app, resident, moment + timedelta(minutes=2))
    answers = [(await stale.post(path, {"code": code})).json()["type"] for _ in range(6)]
    assert answers == ["code-wrong"] * 5 + ["too-many-tries"]
    assert (await at(app, resident, moment - timedelta(hours=1)).post(path, {"code": code})).json()[
        "type"
    ] == "recording-closed"


async def test_neither_lead_nor_staff_take_part(app: FastAPI, callers: Callers, town: Town) -> None:
    view = await town.published()
    moment = started(view)
    code = (await at(app, town.worker, moment).get(f"/activities/{view['id']}/participation-code")).json()
    path = f"/activities/{view['id']}/participation"
    staff = await at(app, town.worker, moment).post(path, code | {})
    assert staff.status_code == 422
    body = {"code": code["code"]}
    assert (await at(app, town.worker, moment).post(path, body)).json()["type"] == "staff-takes-no-part"
    lead = callers.as_(Role.VOLUNTEER, person_id=town.lead_person)
    assert (await at(app, lead, moment).post(path, body)).json()["type"] == "lead-takes-no-part"
    assert (await at(app, callers.signed_out(), moment).post(path, body)).status_code == 401
    unknown = f"/activities/{uuid4()}/participation"
    assert (await at(app, lead, moment).post(unknown, body)).status_code == 404


async def provided(app: FastAPI, town: Town) -> tuple[UUID, dict[str, Any]]:
    """An organisation, and a published activity that it carries out."""
    organisation_id = uuid4()
    await hear(app, filed(organisation_id, 150))
    return organisation_id, await town.published(await town.approved(organisation_id=str(organisation_id)))


async def test_the_provider_hands_in_no_list(app: FastAPI, callers: Callers, town: Town) -> None:
    mine, view = await provided(app, town)
    here = f"/activities/{view['id']}"
    own = at(app, callers.as_(Role.SOCIAL_WORKER, EAST_RC, organisation_id=mine), started(view))
    refused = await own.post(f"{here}/participations", {"phones": PHONES})
    assert (refused.status_code, refused.json()["type"]) == (403, "provider-records-nobody")
    assert (await own.get(f"{here}/participation")).json()["actions"] == []
    manager = at(app, callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=mine), started(view))
    assert (await manager.post(f"{here}/participations", {"phones": PHONES})).json()["type"] == "forbidden"
    # They have people check themselves in.
    code = (await own.get(f"{here}/participation-code")).json()["code"]
    resident = at(app, callers.as_(Role.RESIDENT), started(view))
    assert (await resident.post(f"{here}/participation", {"code": code})).status_code == 201
    other = at(app, callers.as_(Role.SOCIAL_WORKER, EAST_RC, organisation_id=uuid4()), started(view))
    assert (await other.post(f"{here}/participations", {"phones": PHONES})).json()["recorded"] == 10
    facts = await told(app, "projects.participation.recorded.v1")
    assert [fact.data["means"] for fact in facts] == ["code", "recorded"]


async def test_the_last_place_is_taken_once(app: FastAPI, callers: Callers, town: Town) -> None:
    view = await town.published(resident_places=2)
    here, lead = f"/activities/{view['id']}", at(app, town.worker, started(view))
    code = (await lead.get(f"{here}/participation-code")).json()["code"]

    async def join() -> int:
        resident = at(app, callers.as_(Role.RESIDENT), started(view))
        answer = await resident.post(f"{here}/participation", {"code": code})
        return answer.status_code if answer.status_code == 201 else answer.json()["type"]

    assert [await join() for _ in range(3)] == [201, 201, "resident-places-full"]
    # Whoever was there all the same is recorded.
    assert (await lead.post(f"{here}/participations", {"phones": PHONES[:1]})).json()["recorded"] == 1


async def test_without_a_number_of_places_everybody_may_join(app: FastAPI, callers: Callers, town: Town) -> None:
    view = await town.published(resident_places=0)
    code = await at(app, town.worker, started(view)).get(f"/activities/{view['id']}/participation-code")
    resident = at(app, callers.as_(Role.RESIDENT), started(view))
    joined = await resident.post(f"/activities/{view['id']}/participation", {"code": code.json()["code"]})
    assert joined.status_code == 201


async def test_who_sees_participants(app: FastAPI, callers: Callers, town: Town) -> None:
    mine, view = await provided(app, town)
    path = f"/activities/{view['id']}/participations"
    manager = callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=mine)
    assert (await at(app, town.worker, started(view)).post(path, {"phones": PHONES})).json()["recorded"] == 10
    assert (await manager.get(path, count=True)).json()["count"] == 10
    assert (await callers.as_(Role.LEADER, EAST).get(path)).status_code == 404
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(path)).status_code == 404
    assert (await callers.as_(Role.RESIDENT).get(path)).status_code == 404
    assert (await callers.as_(Role.RESIDENT).get("/participations")).json()["items"] == []
    assert (await callers.as_(Role.RESIDENT).get(f"/activities/{view['id']}/participation-code")).status_code == 403


async def test_the_whole_chain_as_the_resident_reads_it(app: FastAPI, callers: Callers, town: Town) -> None:
    resident = callers.as_(Role.RESIDENT)
    body = {"area_id": (await town.pooled())["area_id"], "title": "想学用手机", "category": "elderly"}
    mine = (await resident.post("/needs", body)).json()
    target = await town.pooled()
    await town.community.post(f"/needs/{mine['id']}/merger", {"into_id": target["id"]}, seen=mine)
    made = (await town.community.post("/projects", plan(target["id"]))).json()
    sent = (await town.community.post(f"/projects/{made['id']}/submission", seen=made)).json()
    project = (await town.town.post(f"/projects/{made['id']}/approval", seen=sent)).json()
    planned = await town.planned(project, **activity(town.lead))
    chain = (await resident.get(f"/needs/{mine['id']}/chain")).json()
    assert (chain["need_id"], chain["state"], chain["activities"]) == (target["id"], "planned", [])
    await town.worker.post(f"/activities/{planned['id']}/publication", seen=planned)
    chain = (await resident.get(f"/needs/{mine['id']}/chain")).json()
    assert chain["project"]["id"] == project["id"]
    assert [each["id"] for each in chain["activities"]] == [planned["id"]]
