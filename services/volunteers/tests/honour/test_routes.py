"""A star over HTTP: applied for on the phone, publicised, objected to, granted, shown to everybody, and taken back."""

import tomllib
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from chassis import dated
from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, STONE_VC, Caller, Callers, everywhere, told
from services.volunteers.tests.duplicate.alike import merged, twice, waiting
from services.volunteers.tests.make import hear_oneself, opportunity, sign_up, volunteer
from services.volunteers.tests.recognised import served
from volunteers.honour.dated import StarRule
from volunteers.hours.model import Hours
from volunteers.signup.model import Signup


async def applied(app: FastAPI, callers: Callers, stars: int = 1, hours: float = 120) -> tuple[Caller, Any, Any]:
    caller, me = await volunteer(callers)
    await served(app, me, hours)
    answer = await caller.post("/honours", {"stars": stars, "statement": "两年来坚持探访独居老人"})
    assert answer.status_code == 201, answer.text
    return caller, me, answer.json()


async def publicised(callers: Callers, honour: Any) -> tuple[Caller, Any, Any]:
    reviewer = callers.as_(Role.TOWN_OFFICER, EAST)
    answer = await reviewer.post(f"/honours/{honour['id']}/publication", seen=honour)
    assert answer.status_code == 200, answer.text
    shown = answer.json()
    notice = (await callers.signed_out().get(f"/notices/{shown['notice_id']}")).json()
    return reviewer, shown, notice


def after(notice: Any, demo_time: Any) -> dict[str, str]:
    headers: dict[str, str] = demo_time((datetime.fromisoformat(notice["closes_at"]) + timedelta(hours=1)).isoformat())
    return headers


async def test_a_star_from_the_phone_to_the_public_page(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    caller, me, honour = await applied(app, callers)
    assert (honour["state"], honour["minutes"], honour["actions"]) == ("applied", 7200, [])
    reviewer, shown, notice = await publicised(callers, honour)
    assert (notice["kind"], notice["state"], notice["source"] != "") == ("star", "open", True)
    assert "演*" in notice["title"]
    assert "演示甲" not in str(notice)
    assert me["number"] in notice["text"]
    assert "120 小时" in notice["text"]
    second, late = callers.as_(Role.TOWN_OFFICER, EAST), after(notice, demo_time)
    path = f"/honours/{honour['id']}/grant"
    assert (await second.post(path, seen=shown)).json()["type"] == "notice-running"
    assert (await reviewer.post(path, seen=shown, headers=late)).json()["type"] == "own-publication"
    granted = await second.post(path, seen=shown, headers=late)
    assert (granted.status_code, granted.json()["state"]) == (200, "granted"), granted.text
    (public,) = (await callers.signed_out().get("/published/honours", area_id=str(EAST.id))).json()["items"]
    assert (public["name"], public["stars"], public["number"]) == ("演*", 1, me["number"])
    mine = (await caller.get(f"/volunteers/{me['id']}/stars")).json()
    assert (mine["held"], mine["confirmed_minutes"], mine["actions"]) == (1, 7200, [])
    assert [rung["reached"] for rung in mine["ladder"]] == [True, False, False, False, False]
    assert (await caller.post("/honours", {"stars": 1})).json()["type"] == "star-held"
    names = [row.type.split(".")[2] for row in await told(app) if row.type.startswith("volunteers.honour")]
    assert names == ["applied", "publicised", "granted"]
    tasks = [row.data["title_code"] for row in await told(app, "volunteers.task.closed.v1")]
    assert tasks == ["honour-review", "honour-grant"]
    asked = [row.data for row in await told(app, "volunteers.task.opened.v1") if "honour" in row.data["title_code"]]
    assert [each["barred_account_id"] for each in asked] == [str(caller.account_id), str(reviewer.account_id)]
    assert {each["stand_in_role"] for each in asked} == {"bureau_officer"}


async def test_an_open_objection_blocks_and_an_upheld_one_ends_it(
    app: FastAPI, callers: Callers, demo_time: Any
) -> None:
    _, _, honour = await applied(app, callers)
    reviewer, shown, notice = await publicised(callers, honour)
    anybody = callers.as_(Role.RESIDENT)
    text = {"text": "其中一次活动此人并未到场，由他人代签。"}
    objection = (await anybody.post(f"/notices/{notice['id']}/objections", text)).json()
    second, late = callers.as_(Role.TOWN_OFFICER, EAST), after(notice, demo_time)
    path = f"/honours/{honour['id']}"
    assert (await second.post(f"{path}/grant", seen=shown, headers=late)).json()["type"] == "objection-waiting"
    answer = {"upheld": True, "text": "经核对签到记录，异议属实。"}
    mine = await reviewer.post(f"/objections/{objection['id']}/answer", answer, seen=objection)
    assert mine.json()["type"] == "own-notice"
    assert (await second.post(f"/objections/{objection['id']}/answer", answer, seen=objection)).status_code == 200
    assert (await second.post(f"{path}/grant", seen=shown, headers=late)).json()["type"] == "objection-upheld"
    ending = {"reason": "他人代签", "disqualified_months": 12}
    refused = await second.post(f"{path}/refusal", ending, seen=shown)
    assert (refused.json()["state"], refused.json()["disqualified_until"] is None) == ("refused", False), refused.text
    again = (await callers.signed_out().get(f"/notices/{notice['id']}")).json()
    assert (again["state"], again["withdrawn_because"]) == ("withdrawn", "他人代签")


async def test_falsification_revokes_and_bars(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    caller, me, honour = await applied(app, callers)
    _, shown, notice = await publicised(callers, honour)
    second = callers.as_(Role.TOWN_OFFICER, EAST)
    granted = (await second.post(f"/honours/{honour['id']}/grant", seen=shown, headers=after(notice, demo_time))).json()
    path = f"/honours/{honour['id']}/revocation"
    short = await second.post(path, {"reason": "冒名签到", "disqualified_months": 6}, seen=granted)
    assert (short.status_code, short.json()["type"]) == (422, "disqualification-unsound")
    revoked = await second.post(path, {"reason": "冒名签到", "disqualified_months": 24}, seen=granted)
    assert revoked.json()["state"] == "revoked", revoked.text
    refused = await caller.post("/honours", {"stars": 1})
    assert (refused.status_code, refused.json()["type"]) == (409, "disqualified")
    mine = (await caller.get(f"/volunteers/{me['id']}/stars")).json()
    assert (mine["held"], mine["disqualified_until"]) == (0, revoked.json()["disqualified_until"])
    assert (await callers.signed_out().get("/published/honours")).json()["items"] == []


async def test_too_few_hours_one_application_at_a_time_and_the_citys_own_stars(app: FastAPI, callers: Callers) -> None:
    caller, me = await volunteer(callers)
    await served(app, me, 1200)
    beyond = await caller.post("/honours", {"stars": 5})
    assert (beyond.json()["type"], beyond.json()["needed"]) == ("not-yet-earned", 90000)
    assert (await caller.post("/honours", {"stars": 6})).json()["type"] == "no-such-star"
    honour = (await caller.post("/honours", {"stars": 4})).json()
    assert (await caller.post("/honours", {"stars": 1})).json()["type"] == "application-open"
    town = callers.as_(Role.TOWN_OFFICER, EAST)
    assert (await town.get(f"/honours/{honour['id']}")).json()["actions"] == []
    refused = await town.post(f"/honours/{honour['id']}/publication", seen=honour)
    assert (refused.status_code, refused.json()["type"]) == (403, "authority-missing")
    city = callers.as_(Role.BUREAU_OFFICER, CITY)
    offered = (await city.get(f"/honours/{honour['id']}")).json()["actions"]
    assert [each["name"] for each in offered] == ["publication", "refusal"]
    elsewhere = callers.as_(Role.TOWN_OFFICER, STONE)
    assert (await elsewhere.get(f"/honours/{honour['id']}")).status_code == 404


async def test_an_organisation_applies_for_whoever_serves_with_it(app: FastAPI, callers: Callers) -> None:
    organisation = uuid4()
    manager = callers.as_(Role.ORGANISATION_MANAGER, CITY, organisation_id=organisation)
    caller, me = await volunteer(callers)
    await served(app, me, 150)
    body = {"stars": 1, "volunteer_number": me["number"]}
    assert (await manager.post("/honours", body)).status_code == 404
    _, place = await opportunity(app, organisation_id=str(organisation))
    await sign_up(caller, place)
    made = await manager.post("/honours", body)
    assert (made.status_code, made.json()["organisation_id"]) == (201, str(organisation)), made.text
    assert (await caller.get("/honours")).json()["items"][0]["id"] == made.json()["id"]
    clerk = callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    assert (await clerk.post("/honours", body)).json()["type"] == "application-open"


async def test_hours_under_a_second_document_count_towards_the_star_of_the_same_person(
    app: FastAPI, callers: Callers
) -> None:
    (_, card), (caller, permit) = await twice(callers, STONE_VC, EAST_RC)
    for registration, hours, ago in ((card, 60, 400), (permit, 50, 300)):
        await served(app, registration, hours, ago=ago)
    few = (await caller.get(f"/volunteers/{permit['id']}/stars")).json()
    officer = callers.as_(Role.BUREAU_OFFICER, CITY)
    [pair] = await waiting(officer)
    assert (await merged(officer, pair, permit)).status_code == 200
    all_of_it = (await caller.get(f"/volunteers/{permit['id']}/stars")).json()
    assert (few["confirmed_minutes"], all_of_it["confirmed_minutes"]) == (3000, 6600)
    assert all_of_it["ladder"][0]["reached"] is True


async def test_what_was_served_twice_at_one_hour_under_two_documents_counts_once(
    app: FastAPI, callers: Callers
) -> None:
    (_, card), (caller, permit) = await twice(callers, STONE_VC, EAST_RC)
    await served(app, card, 60)
    await served(app, permit, 50)
    officer = callers.as_(Role.BUREAU_OFFICER, CITY)
    [pair] = await waiting(officer)
    assert (await merged(officer, pair, permit)).status_code == 200
    assert (await caller.get(f"/volunteers/{permit['id']}/stars")).json()["confirmed_minutes"] == 3600
    total = (await caller.get("/hours/total", volunteer_id=permit["id"])).json()
    assert total["confirmed_minutes"] == 3600
    # Nor is anything entered beside what stands under the other document.
    _, place = await opportunity(app)
    signup = await sign_up(caller, place)
    async with everywhere(app) as tx:
        entry = (await tx.scalars(select(Hours).where(Hours.volunteer_id == UUID(card["id"])))).one()
        same = {"starts_at": entry.starts_at, "ends_at": entry.ends_at}
        await tx.execute(update(Signup).where(Signup.id == UUID(signup["id"])).values(same))
    times = {
        "starts_at": same["starts_at"].isoformat(),
        "ends_at": (same["starts_at"] + timedelta(hours=1)).isoformat(),
    }
    body = {"signup_id": signup["id"], **times, "reason": "没有手机"}
    refused = await callers.as_(Role.SOCIAL_WORKER, EAST_RC).post("/hours", body)
    assert refused.json()["type"] == "hours-overlap", refused.text


async def test_who_withdraws_gets_no_star_any_more(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    caller, me, honour = await applied(app, callers)
    _, shown, notice = await publicised(callers, honour)
    left = (await caller.get(f"/volunteers/{me['id']}")).json()
    assert (await caller.post(f"/volunteers/{me['id']}/withdrawal", seen=left)).status_code == 200
    second, late = callers.as_(Role.TOWN_OFFICER, EAST), after(notice, demo_time)
    granting = await second.post(f"/honours/{honour['id']}/grant", seen=shown, headers=late)
    assert (granting.status_code, granting.json()["type"]) == (409, "volunteer-gone")
    await hear_oneself(app)
    ended = (await second.get(f"/honours/{honour['id']}")).json()
    assert (ended["state"], ended["ended_because"], ended["actions"]) == ("refused", "志愿者已注销注册", [])
    assert (await callers.signed_out().get(f"/notices/{notice['id']}")).json()["state"] == "withdrawn"
    closed = [row.data["title_code"] for row in await told(app, "volunteers.task.closed.v1")]
    assert closed == ["honour-review", "honour-grant"]


async def test_an_application_ends_with_the_registration_that_is_closed(app: FastAPI, callers: Callers) -> None:
    (person, card), (caller, permit) = await twice(callers, STONE_VC, EAST_RC)
    await served(app, card, 120)
    waits = (await person.post("/honours", {"stars": 1})).json()
    officer = callers.as_(Role.BUREAU_OFFICER, CITY)
    [pair] = await waiting(officer)
    assert (await merged(officer, pair, permit)).status_code == 200
    reviewed = await officer.post(f"/honours/{waits['id']}/publication", seen=await fresh(officer, waits))
    assert (reviewed.status_code, reviewed.json()["type"]) == (409, "volunteer-gone")
    await hear_oneself(app)
    assert (await fresh(officer, waits))["state"] == "refused"
    # The person asks again, by what they have served under either.
    assert (await caller.post("/honours", {"stars": 1})).json()["minutes"] == 7200


async def fresh(by: Caller, honour: Any) -> Any:
    return (await by.get(f"/honours/{honour['id']}")).json()


async def test_who_publicised_does_not_grant_by_another_account(app: FastAPI, callers: Callers, demo_time: Any) -> None:
    _, _, honour = await applied(app, callers)
    person = uuid4()
    one, other = (callers.as_(Role.TOWN_OFFICER, EAST, person_id=person) for _ in range(2))
    shown = (await one.post(f"/honours/{honour['id']}/publication", seen=honour)).json()
    notice = (await callers.signed_out().get(f"/notices/{shown['notice_id']}")).json()
    assert "grant" not in [each["name"] for each in (await fresh(other, honour))["actions"]]
    granting = await other.post(f"/honours/{honour['id']}/grant", seen=shown, headers=after(notice, demo_time))
    assert (granting.status_code, granting.json()["type"]) == (403, "own-publication")


async def test_a_star_is_shown_by_the_ladder_on_which_it_stood(
    app: FastAPI, callers: Callers, demo_time: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller, _, honour = await applied(app, callers, stars=2, hours=300)
    later = (datetime.now(UTC) + timedelta(days=365)).date()
    [rule] = tomllib.loads(StarRule.FILE.read_text(encoding="utf-8"))["rule"]
    one_rung = f"""
        [[rule]]
        valid_from = {later}
        source = "只有一星的新规定"
        basis = "只有一星的新规定"
        assumption = true
        disqualified_months_least = 12
        disqualified_months_most = 36
        star = [{{ stars = 1, hours = 100, decided_by = ["town_officer"] }}]
    """
    (tmp_path / "stars.toml").write_text(StarRule.FILE.read_text(encoding="utf-8") + one_rung, encoding="utf-8")
    monkeypatch.setattr(StarRule, "FILE", tmp_path / "stars.toml")
    dated._rules.cache_clear()
    try:
        headers = demo_time(datetime.combine(later, time(4), UTC).isoformat())
        seen = await caller.send("GET", "/honours", headers=headers)
        assert [(each["stars"], each["source"]) for each in seen.json()["items"]] == [(2, rule["source"])], seen.text
        town = callers.as_(Role.TOWN_OFFICER, EAST)
        gone = await town.post(f"/honours/{honour['id']}/publication", seen=honour, headers=headers)
        assert (gone.status_code, gone.json()["type"]) == (422, "no-such-star")
        ended = await town.post(
            f"/honours/{honour['id']}/refusal", {"reason": "已无此星级"}, seen=honour, headers=headers
        )
        assert ended.json()["state"] == "refused", ended.text
    finally:
        dated._rules.cache_clear()


async def test_a_star_beyond_every_ladder_is_pointed_to(callers: Callers) -> None:
    for by, path in ((callers.signed_out(), "/published/honours"), (callers.as_(Role.TOWN_OFFICER, EAST), "/honours")):
        refused = await by.get(path, stars=10**30)
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "?stars"), refused.text
