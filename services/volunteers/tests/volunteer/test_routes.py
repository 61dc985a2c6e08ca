"""Registering, seeing and leaving over HTTP."""

from typing import Any

from fastapi import FastAPI
from sqlalchemy import select

from chassis.principal import Role
from chassis.tables import Audience, KeptAnswer
from chassis.testing import CITY, EAST, EAST_RC, EAST_RC_2, STONE, Callers, everywhere, told
from services.volunteers.tests.make import GUARDIAN, person_number, registration, volunteer
from volunteers.volunteer.model import GuardianConsent


async def test_registers_masked_and_sees_oneself_in_full(app: FastAPI, callers: Callers) -> None:
    body = registration()
    caller = callers.as_(Role.VOLUNTEER)
    answer = await caller.post("/volunteers", body)
    made = answer.json()
    assert (answer.status_code, made["masked"], made["name"], made["born_on"]) == (201, True, "演*", None), answer.text
    assert body["id_number"] not in answer.text
    mine = (await caller.get(f"/volunteers/{made['id']}")).json()
    assert (mine["name"], mine["id_number"], mine["born_on"]) == ("演示甲", body["id_number"], "1980-01-01")
    assert {action["name"] for action in mine["actions"]} == {"profile", "withdrawal"}
    assert (await caller.get("/volunteers")).json()["items"][0]["id"] == made["id"]
    fact = (await told(app, "volunteers.volunteer.registered.v1"))[0]
    assert (fact.data["age_band"], fact.data["groups"]) == ("35_59", ["party_member", "retiree"])
    assert "演示" not in str(fact.data)


async def test_nothing_in_the_clear_is_kept_for_repeats(app: FastAPI, callers: Callers) -> None:
    body = registration()
    await callers.as_(Role.VOLUNTEER).post("/volunteers", body)
    async with everywhere(app) as tx:
        kept = (await tx.scalars(select(KeptAnswer.body))).all()
    assert kept
    assert all(body["id_number"].encode() not in each and "演示甲".encode() not in each for each in kept)


async def test_one_person_registers_once_in_the_whole_city(callers: Callers) -> None:
    body = registration(EAST_RC)
    await callers.as_(Role.VOLUNTEER).post("/volunteers", body)
    again = await callers.as_(Role.VOLUNTEER).post("/volunteers", {**body, "area_id": str(EAST_RC_2.id)})
    assert (again.status_code, again.json()["type"]) == (409, "person-registered")


async def test_one_account_registers_one_person(callers: Callers) -> None:
    caller, _ = await volunteer(callers)
    again = await caller.post("/volunteers", registration())
    assert (again.status_code, again.json()["type"]) == (409, "account-registered")


async def test_who_withdrew_may_register_again(app: FastAPI, callers: Callers) -> None:
    body = registration()
    caller = callers.as_(Role.VOLUNTEER)
    made = (await caller.post("/volunteers", body)).json()
    left = await caller.post(f"/volunteers/{made['id']}/withdrawal", seen=made)
    assert left.json()["state"] == "withdrawn", left.text
    twice = await caller.post(f"/volunteers/{made['id']}/withdrawal", seen=left.json())
    assert twice.json()["type"] == "volunteer-gone"
    again = await caller.post("/volunteers", body)
    assert again.status_code == 201, again.text
    assert again.json()["number"] != made["number"]
    assert len(await told(app, "volunteers.volunteer.withdrawn.v1")) == 1


async def test_only_phone_accounts_register(callers: Callers) -> None:
    staff = await callers.as_(Role.TOWN_OFFICER, EAST).post("/volunteers", registration())
    assert (staff.status_code, staff.json()["type"]) == (403, "forbidden")
    anybody = await callers.signed_out().post("/volunteers", registration())
    assert anybody.status_code == 401


async def test_bad_numbers_and_places_point_at_the_field(callers: Callers) -> None:
    caller = callers.as_(Role.VOLUNTEER)
    body = registration()
    wrong = {**body, "id_number": body["id_number"][:-1] + "?"}
    assert (await caller.post("/volunteers", wrong)).json()["errors"][0]["pointer"] == "/id_number"
    town = await caller.post("/volunteers", {**body, "area_id": str(EAST.id)})
    assert town.json()["type"] == "not-a-community"
    permit = {**body, "id_type": "home_return_permit", "id_number": "H12345678"}
    assert (await caller.post("/volunteers", permit)).json()["errors"][0]["pointer"] == "/born_on"
    assert (await caller.post("/volunteers", {**permit, "born_on": "1990-05-01"})).status_code == 201


async def test_under_14_a_guardian_consents_at_registration(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    caller = callers.as_(Role.VOLUNTEER)
    caller.headers.update(demo_time("2026-06-01T09:00:00+08:00"))
    body = registration(id_number=person_number("20120602"))
    refused = await caller.post("/volunteers", body)
    assert (refused.status_code, refused.json()["type"]) == (422, "guardian-consent-missing")
    assert refused.json()["errors"][0]["pointer"] == "/guardian"
    accepted = await caller.post("/volunteers", {**body, "guardian": GUARDIAN})
    assert (accepted.status_code, accepted.json()["age_band"]) == (201, "under_14")
    async with everywhere(app) as tx:
        consent = (await tx.scalars(select(GuardianConsent))).one()
    assert GUARDIAN["phone"].encode() not in consent.phone_cipher


async def test_a_guardian_is_seen_by_whoever_sees_the_child(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    caller = callers.as_(Role.VOLUNTEER)
    caller.headers.update(demo_time("2026-06-01T09:00:00+08:00"))
    body = registration(id_number=person_number("20120602"), guardian=GUARDIAN)
    assert (await caller.post("/volunteers", body)).status_code == 201
    for ranges, seen in (((CITY,), 1), ((STONE,), 0), ((), 0)):
        async with app.state.sessions() as tx:
            tx.info.update(ranges=[(place.scope_key, place.scope_key + "~") for place in ranges])
            assert len((await tx.scalars(select(GuardianConsent))).all()) == seen


async def test_officers_see_their_area_masked(callers: Callers) -> None:
    body = registration(EAST_RC)
    made = (await callers.as_(Role.VOLUNTEER).post("/volunteers", body)).json()
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    view = (await officer.get(f"/volunteers/{made['id']}")).json()
    assert (view["masked"], view["name"]) == (True, "演*")
    assert [action["name"] for action in view["actions"]] == ["unmasking"]
    by_group = await officer.get("/volunteers", group="retiree", area_id=str(EAST_RC.id), number=made["number"])
    assert [each["id"] for each in by_group.json()["items"]] == [made["id"]]
    assert (await officer.get("/volunteers", group="youth")).json()["items"] == []
    asked = {"id_type": body["id_type"], "id_number": body["id_number"]}
    assert [each["id"] for each in (await officer.post("/volunteers/search", asked)).json()] == [made["id"]]
    stranger = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await stranger.get(f"/volunteers/{made['id']}")).status_code == 404
    assert (await stranger.post("/volunteers/search", asked)).json() == []
    assert (await stranger.post("/names", {"ids": [made["id"]]})).json() == {"items": []}
    shown = {"id": made["id"], "name": "演*", "tail": made["number"][-4:]}
    assert (await officer.post("/names", {"ids": [made["id"]]})).json()["items"] == [shown]


async def test_unmasking_needs_a_reason_and_leaves_a_fact_for_the_auditor(app: FastAPI, callers: Callers) -> None:
    _, made = await volunteer(callers)
    officer = callers.as_(Role.TOWN_OFFICER, EAST)
    bare = await officer.post(f"/volunteers/{made['id']}/unmasking", {})
    assert bare.status_code == 422
    full = await officer.post(f"/volunteers/{made['id']}/unmasking", {"reason": "核对证件"})
    assert (full.json()["masked"], full.json()["name"]) == (False, "演示甲")
    fact = (await told(app, "volunteers.volunteer.unmasked.v1"))[0]
    assert (fact.audience, fact.actor, fact.data["reason"]) == (Audience.AUDIT, str(officer.account_id), "核对证件")
    leader = await callers.as_(Role.LEADER, CITY).post(f"/volunteers/{made['id']}/unmasking", {"reason": "看看"})
    assert leader.status_code == 403


async def test_changes_the_own_profile_only(callers: Callers) -> None:
    caller, made = await volunteer(callers)
    body = {"area_id": str(EAST_RC_2.id), "groups": ["youth"], "skills": []}
    changed = await caller.send("PUT", f"/volunteers/{made['id']}/profile", body, seen=made)
    assert (changed.status_code, changed.json()["groups"]) == (200, ["youth"]), changed.text
    stale = await caller.send("PUT", f"/volunteers/{made['id']}/profile", body, seen=made)
    assert stale.json()["type"] == "version-stale"
    other, _ = await volunteer(callers)
    stranger = await other.send("PUT", f"/volunteers/{made['id']}/profile", body, seen=changed.json())
    assert stranger.status_code == 404


async def test_a_slip_of_the_finger_is_told_where_somebody_is_looked_for(callers: Callers) -> None:
    officer = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    number = person_number()
    slip = {"id_type": "resident_id", "id_number": number[:-1] + ("0" if number[-1] != "0" else "1")}
    answer = await officer.post("/volunteers/search", slip)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/id_number")
