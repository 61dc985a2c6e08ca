"""Needs over HTTP: who raises and who records, the pool, merges, own needs, and contacts that stay hidden."""

import json
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from chassis import clock
from chassis.database import beyond_scope
from chassis.principal import Role
from chassis.problems import NotFound
from chassis.testing import EAST, EAST_RC, EAST_RC_2, STONE, STONE_VC, Callers, everywhere, told
from projects.need import raising
from projects.need.model import Need, Source
from services.projects.tests.make import Town, at, need

CONTACT = {"name": "张三丰", "phone": "138 0013 8000"}


async def test_a_resident_raises_a_need_and_follows_it(app: FastAPI, callers: Callers, town: Town) -> None:
    resident = callers.as_(Role.RESIDENT)
    raised = await resident.post("/needs", need(contact=CONTACT))
    assert raised.status_code == 201, raised.text
    view = raised.json()
    assert view["state"] == "raised"
    assert raised.headers["etag"] == '"1"'
    assert view["sources"][0]["channel"] == "self_report"
    assert view["actions"] == []
    accepted = await town.community.post(f"/needs/{view['id']}/acceptance", seen=view)
    assert accepted.json()["state"] == "pooled"
    mine = (await resident.get("/needs", mine=True)).json()
    assert [each["state"] for each in mine["items"]] == ["pooled"]
    assert (await callers.as_(Role.RESIDENT).get(f"/needs/{view['id']}")).status_code == 404
    chain = (await resident.get(f"/needs/{view['id']}/chain")).json()
    assert (chain["state"], chain["project"], chain["activities"]) == ("pooled", None, [])
    kinds = [".".join(fact.type.split(".")[1:3]) for fact in await told(app)]
    assert kinds == ["need.raised", "task.opened", "need.pooled", "task.closed"]
    opened, closed = [fact.data for fact in await told(app) if ".task." in fact.type]
    assert opened == closed
    assert (opened["role"], opened["href"]) == ("community_officer", f"/api/projects/needs/{view['id']}")


async def test_anybody_may_raise_a_need_without_signing_in(app: FastAPI, callers: Callers, town: Town) -> None:
    raised = await callers.signed_out().post("/needs", need())
    assert raised.status_code == 201, raised.text
    fact, _ = await told(app)
    assert fact.actor == "resident"
    assert (await town.community.get(f"/needs/{raised.json()['id']}")).status_code == 200


async def test_contacts_are_sealed_masked_and_never_told(app: FastAPI, callers: Callers, town: Town) -> None:
    raised = (await callers.signed_out().post("/needs", need(contact=CONTACT))).json()
    shown = (await town.community.get(f"/needs/{raised['id']}")).json()["sources"][0]
    assert shown["contact"] == {"name": "张*", "phone": "138****8000"}
    path = f"/needs/{raised['id']}/sources/{shown['id']}/contact"
    assert (await town.community.post(path, {})).status_code == 422
    opened = await town.community.post(path, {"reason": "电话回访"})
    assert opened.json() == {**CONTACT, "phone": "13800138000"}
    short = await town.community.post("/needs", need(channel="forum", contact={"phone": "12345"}))
    assert short.json()["errors"][0]["pointer"] == "/contact/phone"
    assert (await callers.as_(Role.LEADER, EAST).post(path, {"reason": "看看"})).status_code == 403
    facts = await told(app)
    assert [fact.audience for fact in facts] == ["public", "public", "audit"]
    assert "0013" not in json.dumps([fact.data for fact in facts])
    async with everywhere(app) as tx:
        stored = await tx.get(Source, shown["id"])
        assert b"0013" not in stored.contact_phone_cipher


async def test_the_four_channels_are_for_those_who_record(callers: Callers, town: Town) -> None:
    body = need(channel="home_visit", heard_on="2026-01-05")
    assert (await callers.as_(Role.RESIDENT).post("/needs", body)).status_code == 403
    assert (await town.worker.post("/needs", need(STONE_VC, channel="home_visit"))).status_code == 404
    recorded = await town.worker.post("/needs", body)
    assert recorded.status_code == 201, recorded.text
    assert recorded.json()["sources"][0]["heard_on"] == "2026-01-05"
    assert (await callers.as_(Role.LEADER, EAST).post("/needs", body)).status_code == 403


async def test_a_need_lies_in_a_community(callers: Callers) -> None:
    refused = await callers.signed_out().post("/needs", need(EAST))
    assert refused.json()["type"] == "not-a-community"
    assert (await callers.signed_out().post("/needs", need(category="nonsense"))).json()["type"] == "unknown-category"


async def test_one_need_from_four_channels(app: FastAPI, town: Town) -> None:
    needs = [
        (await town.community.post("/needs", need(channel=channel, persons_affected=count))).json()
        for count, channel in enumerate(("forum", "home_visit", "phone", "questionnaire"), start=1)
    ]
    target, *others = needs
    await town.community.post(f"/needs/{target['id']}/acceptance", seen=target)
    for other in others:
        merged = await town.community.post(f"/needs/{other['id']}/merger", {"into_id": target["id"]}, seen=other)
        assert merged.json()["state"] == "merged", merged.text
        assert merged.json()["links"]["merged_into"] == f"/api/projects/needs/{target['id']}"
    whole = (await town.community.get(f"/needs/{target['id']}")).json()
    assert [each["channel"] for each in whole["sources"]] == ["forum", "home_visit", "phone", "questionnaire"]
    assert whole["persons_affected"] == 4
    pooled = (await town.community.get("/needs", state="pooled", channel="phone", count=True)).json()
    assert [each["id"] for each in pooled["items"]] == [target["id"]]
    into = (await town.community.get("/needs", merged_into_id=target["id"])).json()
    assert len(into["items"]) == 3
    assert {fact.data["into_id"] for fact in await told(app, "projects.need.merged.v1")} == {target["id"]}


async def test_merging_is_refused_by_name(town: Town) -> None:
    one, far = await town.pooled(), await town.pooled(EAST_RC_2)
    path = f"/needs/{one['id']}/merger"
    assert (await town.town.post(path, {"into_id": one["id"]}, seen=one)).json()["type"] == "merged-into-itself"
    assert (await town.town.post(path, {"into_id": far["id"]}, seen=one)).json()["type"] == "merged-across-communities"
    assert (await town.community.post(path, {"into_id": far["id"]}, seen=one)).status_code == 404
    assert (await town.town.post(path, {"into_id": far["id"]})).status_code == 428
    assert (await town.town.post(path, {"into_id": far["id"]}, seen={"version": 9})).status_code == 412


async def test_a_further_source(app: FastAPI, town: Town) -> None:
    one = await town.pooled()
    heard = {"channel": "phone", "persons": 3, "contact": CONTACT}
    answer = await town.worker.post(f"/needs/{one['id']}/sources", heard)
    assert answer.status_code == 201, answer.text
    assert len(answer.json()["sources"]) == 2
    (fact,) = await told(app, "projects.need.sourced.v1")
    assert fact.data == {"need_id": one["id"], "channel": "phone"}


async def test_a_declined_need_keeps_its_reason(callers: Callers, town: Town) -> None:
    resident = callers.as_(Role.RESIDENT)
    raised = (await resident.post("/needs", need())).json()
    path = f"/needs/{raised['id']}/refusal"
    assert (await town.worker.post(path, {"reason": "不属社区事务"}, seen=raised)).status_code == 403
    declined = await town.community.post(path, {"reason": "不属社区事务"}, seen=raised)
    assert declined.json()["state"] == "declined"
    assert (await resident.get(f"/needs/{raised['id']}")).json()["declined_because"] == "不属社区事务"
    again = await town.community.post(path, {"reason": "不属社区事务"}, seen=declined.json())
    assert again.json()["type"] == "need-settled"


async def test_scope_and_the_open_pool(callers: Callers, town: Town) -> None:
    one = await town.pooled()
    await town.community.post("/needs", need(channel="forum"))
    assert (await callers.as_(Role.TOWN_OFFICER, STONE).get(f"/needs/{one['id']}")).status_code == 404
    assert (await callers.as_(Role.LEADER, EAST).get("/needs", count=True)).json()["count"] == 2
    pool = (await callers.signed_out().get("/published/needs", area_id=str(EAST_RC.id))).json()["items"]
    assert [each["id"] for each in pool] == [one["id"]]
    assert "description" not in pool[0]
    without = (await town.town.get("/needs", without_project=True, area_id=str(EAST.id), count=True)).json()
    assert without["count"] == 2
    assert (await callers.signed_out().get("/need-categories")).json()["items"][0]["assumption"] is True


async def test_the_pool_is_not_flooded_from_one_network(app: FastAPI, callers: Callers, town: Town) -> None:
    rule = raising.RaisingRule.on(clock.day(clock.wall()))
    assert rule.assumption
    now, anyone = clock.wall(), callers.signed_out()
    most = ((anyone, rule.per_network_hour), (callers.as_(Role.RESIDENT), rule.per_account_hour))
    for caller, times in most:
        raised = [(await caller.post("/needs", need())).status_code for _ in range(times + 1)]
        assert raised == [201] * times + [429]
        assert (await caller.post("/needs", need())).json()["type"] == "too-many-needs"
    later = at(app, anyone, now + timedelta(hours=1, minutes=5))
    assert (await later.post("/needs", need())).status_code == 201
    # What is recorded for others is not limited, and only what still counts is kept, without an address.
    await raising.forget(app.state.sessions, now + timedelta(hours=1, minutes=4))
    assert (await town.community.post("/needs", need(channel="forum"))).status_code == 201
    async with everywhere(app) as tx:
        (kept,) = await tx.scalars(select(raising.Raising))
        assert kept.place_hash != b"127.0.0.0/24"


async def test_what_lies_beyond_the_scope_is_seen_inside_the_block_only(app: FastAPI, town: Town) -> None:
    await town.pooled()
    counted = select(func.count()).select_from(Need)
    async with app.state.sessions() as session:
        session.info.update(ranges=((STONE.scope_key, STONE.scope_key + "~"),))
        async with beyond_scope(session):
            assert await session.scalar(counted) == 1
        assert await session.scalar(counted) == 0
        with pytest.raises(NotFound):
            async with beyond_scope(session):
                raise NotFound
        assert await session.scalar(counted) == 0
        with pytest.raises(DBAPIError, match="division by zero"):
            async with beyond_scope(session):
                await session.execute(text("select 1 / 0"))
