"""Courses and trainings over HTTP, and what roles ask of whoever signs up."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI

from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, Caller, Callers, told
from services.volunteers.tests.duplicate.alike import merged, twice, waiting
from services.volunteers.tests.make import PAST, SOON, opportunity, sign_up, volunteer, wanting
from services.volunteers.tests.recognised import completed, course, record
from volunteers.signup import batch

ORGANISATION = uuid4()


def asking(**asked: Any) -> dict[str, Any]:
    """An activity whose one role asks for something."""
    return {"wanted": wanting(5), "requirements": [{"role": "visitor", **asked}]}


async def test_recorded_by_list_and_looked_at_by_a_second_account(app: FastAPI, callers: Callers) -> None:
    provider, taught = await course(callers)
    person, me = await volunteer(callers)
    lines = await record(provider, taught, [me["number"], "4419000000000000"])
    assert [(each["problem"], each["name"]) for each in lines] == [(None, "演*"), ("not-found", None)]
    again = await record(provider, taught, [me["number"]])
    assert again[0]["problem"] == "already-trained"
    seen = (await person.get("/trainings")).json()["items"][0]
    assert (seen["state"], seen["stands"], seen["actions"]) == ("recorded", False, [])
    path = f"/trainings/{seen['id']}"
    offered = (await provider.get(path)).json()["actions"]
    assert [each["name"] for each in offered] == ["return"]
    refused = await provider.post(f"{path}/confirmation", seen=seen)
    assert (refused.status_code, refused.json()["type"]) == (403, "second-look-needed")
    second = callers.as_(Role.TOWN_OFFICER, EAST)
    confirmed = await second.post(f"{path}/confirmation", seen=seen)
    assert (confirmed.json()["state"], confirmed.json()["stands"]) == ("completed", True), confirmed.text
    fact = (await told(app, "volunteers.training.completed.v1"))[0]
    assert (fact.data["volunteer_id"], fact.data["minutes"]) == (me["id"], 240)
    revoked = await second.post(f"{path}/revocation", {"reason": "名单有误"}, seen=confirmed.json())
    assert (revoked.json()["state"], revoked.json()["stands"]) == ("revoked", False)
    assert len(await told(app, "volunteers.training.revoked.v1")) == 1


async def test_a_whole_list_is_confirmed_at_the_version_that_was_seen(app: FastAPI, callers: Callers) -> None:
    provider, taught = await course(callers)
    people = [await volunteer(callers) for _ in range(3)]
    await record(provider, taught, [me["number"] for _, me in people[:2]])
    assert [(task.data["title_code"], task.data["role"]) for task in await told(app, "volunteers.task.opened.v1")] == [
        ("training-confirmation", "community_officer")
    ]
    second = callers.as_(Role.TOWN_OFFICER, EAST)
    stale = (await second.get(f"/courses/{taught['id']}")).json()
    await record(provider, taught, [people[2][1]["number"]])
    path = f"/courses/{taught['id']}/confirmation"
    assert (await second.post(path, seen=stale)).json()["type"] == "version-stale"
    seen = (await second.get(f"/courses/{taught['id']}")).json()
    assert (await provider.post(path, seen=seen)).json()["type"] == "second-look-needed"
    done = await second.post(path, seen=seen)
    assert (done.status_code, done.json()["waiting"]) == (200, 0), done.text
    assert len(await told(app, "volunteers.training.completed.v1")) == 3
    assert len(await told(app, "volunteers.task.closed.v1")) == 1


async def test_an_organisation_records_for_its_own_courses_only(callers: Callers) -> None:
    manager = callers.as_(Role.ORGANISATION_MANAGER, CITY, organisation_id=ORGANISATION)
    _, taught = await course(callers, by=manager)
    assert taught["organisation_id"] == str(ORGANISATION)
    _, me = await volunteer(callers)
    assert (await record(manager, taught, [me["number"]]))[0]["problem"] is None
    stranger = callers.as_(Role.ORGANISATION_MANAGER, CITY, organisation_id=uuid4())
    body = {"completed_on": PAST, "numbers": [me["number"]]}
    assert (await stranger.post(f"/courses/{taught['id']}/trainings", body)).status_code == 404
    assert (await stranger.get("/trainings")).json()["items"] == []
    elsewhere = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await elsewhere.get("/trainings")).json()["items"] == []
    assert (await callers.signed_out().get(f"/courses/{taught['id']}")).json()["actions"] == []


async def test_an_ended_course_and_tomorrow_are_refused(callers: Callers) -> None:
    provider, taught = await course(callers)
    tomorrow = {"completed_on": (SOON + timedelta(days=1)).date().isoformat(), "numbers": ["4419000000000000"]}
    path = f"/courses/{taught['id']}/trainings"
    assert (await provider.post(path, tomorrow)).json()["type"] == "completed-in-future"
    ended = await provider.post(f"/courses/{taught['id']}/ending", seen=taught)
    assert ended.json()["state"] == "ended"
    assert (await provider.post(path, {**tomorrow, "completed_on": PAST})).json()["type"] == "course-over"


async def _refused(caller: Caller, opportunity: UUID) -> dict[str, Any]:
    answer = await caller.post(f"/opportunities/{opportunity}/signups")
    assert answer.status_code == 409, answer.text
    refusal: dict[str, Any] = answer.json()
    return refusal


async def test_a_missing_training_is_named_until_it_is_completed(app: FastAPI, callers: Callers) -> None:
    provider, taught = await course(callers, validity_months=12)
    required = [{"course_id": taught["id"], "name": taught["name"]}]
    _, place = await opportunity(app, **asking(trainings=required))
    shown = (await callers.signed_out().get(f"/opportunities/{place}")).json()
    assert shown["trainings"] == required
    caller, me = await volunteer(callers)
    refusal = await _refused(caller, place)
    assert (refusal["type"], refusal["trainings"]) == ("training-missing", ["急救基础"])
    assert "急救基础" in refusal["detail"]
    # Expired on the day of the activity, though it holds today.
    await completed(callers, provider, taught, me, on=(SOON - timedelta(days=366)).date().isoformat())
    assert (await _refused(caller, place))["type"] == "training-missing"
    await completed(callers, provider, taught, me)
    assert (await sign_up(caller, place))["state"] == "confirmed"


async def test_a_skill_is_declared_or_taught(app: FastAPI, callers: Callers) -> None:
    provider, taught = await course(callers)
    _, place = await opportunity(app, **asking(skills=["急救", "理发"]))
    caller, me = await volunteer(callers)
    refusal = await _refused(caller, place)
    assert (refusal["type"], refusal["skills"]) == ("skill-missing", ["急救"])
    await completed(callers, provider, taught, me)
    assert (await sign_up(caller, place))["state"] == "confirmed"
    declared, _ = await volunteer(callers, skills=["急救", "理发"])
    assert (await sign_up(declared, place))["state"] == "confirmed"


async def test_a_maximum_age_is_kept(app: FastAPI, callers: Callers) -> None:
    _, place = await opportunity(app, **asking(maximum_age=40))
    caller, _ = await volunteer(callers)
    refusal = await _refused(caller, place)
    assert (refusal["type"], refusal["maximum_age"]) == ("too-old", 40)


async def test_roles_that_ask_for_nothing_cost_no_query_more(
    app: FastAPI, callers: Callers, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, place = await opportunity(app)
    _, asking_ = await opportunity(
        app,
        **asking(skills=["理发"]),
        starts_at=(SOON + timedelta(hours=9)).isoformat(),
        ends_at=(SOON + timedelta(hours=10)).isoformat(),
    )
    caller, _ = await volunteer(callers)
    monkeypatch.setattr(batch, "TRAINED", None)  # whoever asks for it fails
    await sign_up(caller, place)
    assert (await caller.post(f"/opportunities/{asking_}/signups")).status_code == 500


async def test_what_was_learned_under_a_document_that_was_closed_still_serves(app: FastAPI, callers: Callers) -> None:
    (_, card), (person, permit) = await twice(callers)
    provider, taught = await course(callers)
    learned = await completed(callers, provider, taught, card)
    _, place = await opportunity(app, **asking(skills=["急救"]))
    later = {"starts_at": (SOON + timedelta(hours=9)).isoformat(), "ends_at": (SOON + timedelta(hours=10)).isoformat()}
    _, other = await opportunity(app, **asking(skills=["急救"]), **later)
    lead, by_number = (
        callers.as_(Role.SOCIAL_WORKER, EAST_RC),
        {"volunteer_number": permit["number"], "reason": "会急救"},
    )
    refused = await lead.post(f"/opportunities/{other}/admissions", by_number)
    assert (await _refused(person, place))["type"] == refused.json()["type"] == "skill-missing"
    officer = callers.as_(Role.BUREAU_OFFICER, CITY)
    [pair] = await waiting(officer)
    assert (await merged(officer, pair, permit)).status_code == 200
    assert [each["id"] for each in (await person.get("/trainings")).json()["items"]] == [learned["id"]]
    assert (await sign_up(person, place))["state"] == "confirmed"
    assert (await lead.post(f"/opportunities/{other}/admissions", by_number)).status_code == 201
