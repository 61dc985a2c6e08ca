"""Purchases: within the budget line, by a method whose numbers hold, and one at a time for a project."""

from datetime import timedelta
from typing import Any

import pytest

from chassis import clock
from chassis.principal import Role
from chassis.testing import EAST, EAST_RC
from projects.purchase.dated import Method, PurchaseRule
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import CEILING, CRITERIA, DUE, START
from services.projects.tests.make import PDF
from services.projects.tests.market import Market


@pytest.mark.parametrize(
    ("changes", "name", "pointer"),
    [
        ({"ceiling_fen": CEILING + 1}, "line-exceeded", "/ceiling_fen"),
        ({"catalogue_code": "Z9999"}, "not-in-catalogue", "/catalogue_code"),
        ({"criteria": CRITERIA[:2]}, "criteria-unsound", "/criteria"),
        ({"criteria": [CRITERIA[0] | {"points": 5}, CRITERIA[1] | {"points": 95}]}, "criteria-unsound", "/criteria"),
        ({"criteria": [CRITERIA[0] | {"points": 31}, CRITERIA[1] | {"points": 69}]}, "criteria-unsound", "/criteria"),
        ({"method": "competitive_negotiation"}, "criteria-unsound", "/criteria"),
        ({"method": "invited_tender"}, "invitees-unsound", "/invited_ids"),
    ],
)
async def test_an_unsound_purchase_is_refused(market: Market, changes: dict[str, Any], name: str, pointer: str) -> None:
    project = await market.project()
    officer = market.at(market.officer, START)
    (line,) = made(await officer.get(f"/projects/{project['id']}/lines"))["items"]
    body = market.terms(line["id"], **changes)
    problem = refused(await officer.post(f"/projects/{project['id']}/purchases", body), name)
    assert problem["errors"][0]["pointer"] == pointer


async def test_who_is_invited_twice_counts_once(market: Market) -> None:
    one, two, _ = (str(each) for each in market.organisations)
    project, officer = await market.project(), market.at(market.officer, START)
    (line,) = made(await officer.get(f"/projects/{project['id']}/lines"))["items"]
    body = market.terms(line["id"], method="invited_tender", invited_ids=[one, two, two])
    problem = refused(await officer.post(f"/projects/{project['id']}/purchases", body), "invitees-unsound", 422)
    assert problem["errors"][0]["title"] == "这种采购方式须邀请不少于 3 家，且不重复"


async def test_a_large_amount_is_not_given_directly(market: Market) -> None:
    budget = await market.budget()
    project = await market.project(budget, 60_000_000)
    officer = market.at(market.officer, START)
    (line,) = made(await officer.get(f"/projects/{project['id']}/lines"))["items"]
    invited = {"method": "direct", "invited_ids": [str(market.organisations[0])], "ceiling_fen": 60_000_000}
    body = market.terms(line["id"], **invited)
    refused(await officer.post(f"/projects/{project['id']}/purchases", body), "method-not-allowed-here", 422)


async def test_its_documents_are_everybodys_once_it_is_announced(market: Market) -> None:
    officer, visitor = market.at(market.officer, START), market.callers.signed_out()
    handed_in = made(await officer.post("/attachments", content=PDF, params={"name": "采购文件.pdf"}), 201)
    drafted = await market.draft(attachment_ids=[handed_in["id"]])
    content = f"/published/attachments/{handed_in['id']}/content"
    assert (await visitor.get(content)).status_code == 404
    assert made(await visitor.get("/published/attachments", subject_id=drafted["id"]))["items"] == []
    announced = made(await officer.post(f"/purchases/{drafted['id']}/announcement", seen=drafted))
    (shown,) = made(await visitor.get(announced["links"]["documents"].removeprefix("/api/projects")))["items"]
    assert (shown["name"], shown["links"]["content"]) == ("采购文件.pdf", f"/api/projects{content}")
    assert (await visitor.get(content)).content == PDF


async def test_bidders_have_the_time_that_the_method_gives_them(market: Market) -> None:
    drafted = await market.draft(method="open_tender")
    officer = market.at(market.officer, START)
    problem = refused(
        await officer.post(f"/purchases/{drafted['id']}/announcement", seen=drafted), "bid-window-too-short", 422
    )
    assert problem["earliest"].startswith("2026-03-23T00:00")  # twenty whole days after the second of March
    limit = "公告到投标截止不少于 20 个自然日；今天公告，最早 2026-03-23 00:00"
    assert problem["errors"] == [{"pointer": "/bids_due_at", "title": limit}]
    # What would be refused is not offered: the deadline is put off first.
    shown = made(await officer.get(f"/purchases/{drafted['id']}"))
    assert [each["name"] for each in shown["actions"]] == ["revision", "cancellation"]
    methods = {each["method"]: each for each in made(await officer.get("/purchase-methods"))["items"]}
    assert methods["open_tender"]["earliest_due_at"].startswith("2026-03-23T00:00")
    assert methods["open_tender"]["panel"] == 5


async def test_what_was_announced_is_read_and_reviewed_after_its_method_went_out_of_force(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = await market.draft()
    purchase = await market.scored()
    past, later = PurchaseRule.on(clock.day(DUE)), DUE + timedelta(days=1)
    left = {method: rule for method, rule in past.methods.items() if method is not Method.COMPETITIVE_CONSULTATION}
    new = past.model_copy(update={"methods": left})
    monkeypatch.setattr(PurchaseRule, "on", lambda day: new if day >= clock.day(later) else past)
    officer = market.at(market.officer, later)
    assert len(made(await officer.get("/purchases"))["items"]) == 2
    path = f"/purchases/{purchase['id']}"
    shown = made(await officer.get(path))
    assert shown["actions"][0]["name"] == "proposal"
    assert made(await officer.post(f"{path}/proposal", seen=shown))["state"] == "proposed"
    # A draft takes another method first.
    shown = made(await officer.get(f"/purchases/{draft['id']}"))
    assert [each["name"] for each in shown["actions"]] == ["revision", "cancellation"]
    problem = refused(await officer.post(f"/purchases/{draft['id']}/announcement", seen=shown), "method-not-in-force")
    assert problem["errors"][0]["pointer"] == "/method"


async def test_what_is_announced_is_set_aside_and_only_once(market: Market) -> None:
    project = await market.project()
    first, second = await market.draft(project), await market.draft(project)
    officer = market.at(market.officer, START)
    announced = made(await officer.post(f"/purchases/{first['id']}/announcement", seen=first))
    refused(await officer.post(f"/purchases/{second['id']}/announcement", seen=second), "line-exceeded", 409)
    (budget,) = made(await officer.get("/budgets"))["items"]
    assert (budget["committed_fen"], budget["tendered_fen"]) == (0, CEILING)
    ended = made(await officer.post(f"/purchases/{first['id']}/cancellation", {"reason": "需求变化"}, seen=announced))
    assert ended["state"] == "cancelled"
    made(await officer.post(f"/purchases/{second['id']}/announcement", seen=second))


async def test_an_announced_purchase_does_not_change(market: Market) -> None:
    purchase = await market.announced()
    officer = market.at(market.officer, START)
    body = market.terms(purchase["line_id"], title="另一采购")
    path = f"/purchases/{purchase['id']}/revision"
    refused(await officer.send("PUT", path, body, seen=purchase), "purchase-not-draft")


async def test_everybody_reads_what_is_announced_and_nobody_a_draft(market: Market) -> None:
    drafted = await market.draft()
    anyone = market.callers.signed_out()
    refused(await anyone.get(f"/published/purchases/{drafted['id']}"), "not-found", 404)
    officer = market.at(market.officer, START)
    made(await officer.post(f"/purchases/{drafted['id']}/announcement", seen=drafted))
    shown = made(await anyone.get(f"/published/purchases/{drafted['id']}"))
    assert shown["bids"] is None
    assert [each["id"] for each in made(await anyone.get("/published/purchases"))["items"]] == [drafted["id"]]


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.EXPERT, Role.DEPARTMENT_OFFICER, Role.COMMUNITY_OFFICER])
async def test_whoever_may_bid_or_review_learns_of_no_draft(market: Market, role: Role) -> None:
    """A bidder's social worker reads ceiling, criteria and documents with everybody else, and not before."""
    officer = market.at(market.officer, START)
    place = EAST_RC if role is Role.COMMUNITY_OFFICER else EAST
    employer = market.organisations[0] if role is Role.SOCIAL_WORKER else None
    reader = market.callers.as_(role, place, organisation_id=employer)
    handed_in = made(await officer.post("/attachments", content=PDF, params={"name": "采购文件.pdf"}), 201)
    drafted = await market.draft(attachment_ids=[handed_in["id"]])
    path, content = f"/purchases/{drafted['id']}", f"/attachments/{handed_in['id']}/content"
    refused(await reader.get(path), "not-found", 404)
    assert made(await reader.get("/purchases"))["items"] == []
    assert made(await reader.get("/attachments", subject_id=drafted["id"]))["items"] == []
    refused(await reader.get(content), "not-found", 404)
    for preparing in (market.second, market.callers.as_(Role.LEADER, EAST)):
        assert made(await preparing.get(path))["ceiling_fen"] == CEILING
        assert (await preparing.get(content)).content == PDF
    made(await officer.post(f"{path}/announcement", seen=drafted))
    assert made(await reader.get(path))["ceiling_fen"] == CEILING
    assert (await reader.get(content)).content == PDF


async def test_a_project_that_has_its_provider_is_not_bought_again(market: Market) -> None:
    contract = await market.signed()
    officer = market.at(market.officer, START)
    (line,) = made(await officer.get(f"/projects/{contract['project_id']}/lines"))["items"]
    body = market.terms(line["id"], ceiling_fen=1)
    path = f"/projects/{contract['project_id']}/purchases"
    refused(await officer.post(path, body), "provider-already-known")


async def test_an_announcement_names_the_office_that_answers_bidders(market: Market) -> None:
    purchase = await market.announced()
    shown = made(await market.callers.signed_out().get(f"/published/purchases/{purchase['id']}"))
    assert (shown["contact_office"], shown["contact_phone"]) == ("镇民政办公室", "0769-00000000")


async def test_a_purchase_is_drafted_with_an_offices_contact_and_nobodys_own_telephone(market: Market) -> None:
    project = await market.project()
    (line,) = made(await market.officer.get(f"/projects/{project['id']}/lines"))["items"]
    officer = market.at(market.officer, START)
    for missing in ("contact_office", "contact_phone"):
        terms = market.terms(line["id"])
        del terms[missing]
        problem = (await officer.post(f"/projects/{project['id']}/purchases", terms)).json()
        assert [each["pointer"] for each in problem["errors"]] == [f"/{missing}"]
    private = market.terms(line["id"], contact_phone="13800000000")
    problem = (await officer.post(f"/projects/{project['id']}/purchases", private)).json()
    assert [each["pointer"] for each in problem["errors"]] == ["/contact_phone"]
