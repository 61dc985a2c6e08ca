"""The whole path of the money: from a budget to a payment that two people made, and what is refused on the way."""

from datetime import timedelta
from typing import Any

import pytest

from chassis.testing import told
from projects.payment import routes as paying
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import BUDGET, CEILING
from services.projects.tests.market import Market


async def _barred(market: Market, code: str) -> list[str | None]:
    """Who is not asked for it each time that it was opened; the town's others are, or else the bureau."""
    tasks = [each.data for each in await told(market.app, "projects.task.opened.v1")]
    found = [each for each in tasks if each["title_code"] == code]
    asked = [(each["role"], each["stand_in_role"]) for each in found if each["barred_account_id"]]
    assert asked == [("town_officer", "bureau_officer")] * len(asked)
    return [each["barred_account_id"] for each in found]


async def test_from_budget_to_payment(market: Market) -> None:
    contract = await market.signed()
    assert contract["amount_fen"] == 18_000_000
    acceptance = await market.requested(contract)
    await market.surveyed(acceptance, 912_345)
    payment = await market.passed(acceptance)
    assert payment["amount_fen"] == 12_000_000 * 912_345 // 1_000_000
    paid = await market.pay(payment)
    assert paid["state"] == "made"
    last = await market.requested(contract, 2)
    await market.surveyed(last, 1_000_000)
    await market.pay(await market.passed(last))
    officer = market.at(market.officer, market.after_notice)
    contract = made(await officer.get(f"/contracts/{contract['id']}"))
    assert contract["state"] == "completed"
    budgets = made(await officer.get("/budgets"))["items"]
    (budget,) = budgets
    spent = 10_948_140 + 6_000_000
    assert budget["granted_fen"] == BUDGET
    assert budget["paid_fen"] == spent
    assert budget["available_fen"] == BUDGET - CEILING
    assert budget["committed_fen"] == CEILING - spent


async def test_too_few_answers_are_never_paid_automatically(market: Market) -> None:
    acceptance = await market.requested()
    await market.surveyed(acceptance, None, answered=19)
    payment = await market.passed(acceptance)
    assert (payment["state"], payment["amount_fen"]) == ("undecided", None)
    first, second = market.at(market.officer, market.after_notice), market.at(market.second, market.after_notice)
    path = f"/payments/{payment['id']}"
    refused(await first.post(f"{path}/request", seen=payment), "share-not-decided", 409)
    refused(await second.post(f"{path}/share-confirmation", seen=payment), "share-not-decided")
    body = {"share_ppm": 900_000, "reason": "受访居民外出务工较多，走访核实服务到位"}
    payment = made(await first.post(f"{path}/share", body, seen=payment))
    refused(await first.post(f"{path}/share-confirmation", seen=payment), "same-person", 403)
    seen_by_second = made(await second.get(path))
    assert [each["name"] for each in seen_by_second["actions"]] == ["share-confirmation", "share"]
    assert await _barred(market, "payment-decision") == [None, str(first.account_id)]
    payment = made(await second.post(f"{path}/share-confirmation", seen=payment))
    assert (payment["state"], payment["amount_fen"]) == ("due", 10_800_000)
    refused(await first.post(f"{path}/share", body, seen=payment), "share-decided")


async def test_one_person_does_not_pay(market: Market) -> None:
    acceptance = await market.requested()
    await market.surveyed(acceptance, 1_000_000)
    payment = await market.passed(acceptance)
    first, second = market.at(market.officer, market.after_notice), market.at(market.second, market.after_notice)
    path, body = f"/payments/{payment['id']}", {"reference": "国库〔2026〕0001"}
    refused(await first.post(f"{path}/making", body, seen=payment), "payment-not-requested")
    payment = made(await first.post(f"{path}/request", seen=payment))
    refused(await first.post(f"{path}/making", body, seen=payment), "same-person", 403)
    assert await _barred(market, "payment-making") == [str(first.account_id)]
    payment = made(await second.post(f"{path}/return", {"reason": "账号有误"}, seen=payment))
    assert (payment["state"], payment["requested_by"]) == ("due", str(first.account_id))
    await market.pay(payment)
    paid = made(await first.get(path))
    refused(await second.post(f"{path}/making", body, seen=paid), "payment-not-requested")


async def test_who_is_gone_is_not_paid_and_who_is_barred_is(market: Market) -> None:
    acceptance = await market.requested()
    await market.surveyed(acceptance, 1_000_000)
    payment = await market.passed(acceptance)
    first, second = market.at(market.officer, market.after_notice), market.at(market.second, market.after_notice)
    payment = made(await first.post(f"/payments/{payment['id']}/request", seen=payment))
    path, body = f"/payments/{payment['id']}/making", {"reference": "国库〔2026〕0001"}
    market.registry.bars(market.organisations[0], "deregistered")
    refused(await second.post(path, body, seen=payment), "payee-gone")
    market.registry.silent = True
    refused(await second.post(path, body, seen=payment), "neighbour-silent", 503)
    market.registry.silent = False
    market.registry.bars(market.organisations[0], "barred")
    made(await second.post(path, body, seen=payment))


async def test_from_the_payment_links_lead_back_to_the_need(market: Market) -> None:
    acceptance = await market.requested()
    await market.surveyed(acceptance, 1_000_000)
    payment = await market.passed(acceptance)
    officer = market.at(market.officer, market.after_notice)

    async def followed(view: dict[str, Any], name: str) -> dict[str, Any]:
        link = view["links"][name]
        path = (link[0] if isinstance(link, list) else link).removeprefix("/api/projects")
        return made(await officer.get(path))

    acceptance = await followed(payment, "acceptance")
    contract = await followed(acceptance, "contract")
    purchase = await followed(contract, "purchase")
    project = await followed(purchase, "project")
    need = await followed(project, "needs")
    assert need["state"] == "planned"


async def test_the_last_payment_leaves_the_provider_its_project_but_not_the_running_of_it(market: Market) -> None:
    contract = await market.signed()
    for stage_no in (1, 2):
        acceptance = await market.requested(contract, stage_no)
        await market.surveyed(acceptance, 1_000_000)
        await market.pay(await market.passed(acceptance))
    winner = market.at(market.providers[0], market.after_notice)
    project = made(await winner.get(f"/projects/{contract['project_id']}"))
    assert (project["organisation_id"], project["carried_out_by"]) == (contract["organisation_id"], None)
    assert [each["id"] for each in made(await winner.get("/projects"))["items"]] == [project["id"]]
    assert "activities" not in [each["name"] for each in project["actions"]]
    refused(await winner.post(f"/projects/{project['id']}/activities", market.outing()), "provider-gone", 409)
    officer = market.at(market.officer, market.after_notice)
    assert "purchases" in [each["name"] for each in made(await officer.get(f"/projects/{project['id']}"))["actions"]]


async def test_what_a_provider_planned_is_not_published_once_its_contract_is_over(market: Market) -> None:
    contract = await market.signed()
    winner = market.at(market.providers[0], market.after_notice)
    plan = market.outing(market.after_notice + timedelta(days=30))
    planned = made(await winner.post(f"/projects/{contract['project_id']}/activities", plan), 201)
    assert "publication" in [each["name"] for each in planned["actions"]]
    for stage_no in (1, 2):
        acceptance = await market.requested(contract, stage_no)
        await market.surveyed(acceptance, 1_000_000)
        await market.pay(await market.passed(acceptance))
    left = made(await winner.get(f"/activities/{planned['id']}"))
    (listed,) = made(await winner.get("/activities"))["items"]
    assert "publication" not in [each["name"] for each in (*left["actions"], *listed["actions"])]
    refused(await winner.post(f"/activities/{planned['id']}/publication", seen=left), "provider-gone", 409)
    # Whoever answers for the area may still take it up.
    worker = market.at(market.town.worker, market.after_notice)
    seen = made(await worker.get(f"/activities/{planned['id']}"))
    assert made(await worker.post(f"/activities/{planned['id']}/publication", seen=seen))["state"] == "published"


async def _second_payment(market: Market) -> tuple[dict[str, Any], dict[str, Any]]:
    """A payment that was made, and the next one with its slip made out."""
    contract = await market.signed()
    first, paid = market.at(market.officer, market.after_notice), []
    for stage_no in (1, 2):
        acceptance = await market.requested(contract, stage_no)
        await market.surveyed(acceptance, 1_000_000)
        paid.append(await market.passed(acceptance))
        if stage_no == 1:
            paid[0] = await market.pay(paid[0])
    return paid[0], made(await first.post(f"/payments/{paid[1]['id']}/request", seen=paid[1]))


async def test_a_number_of_the_treasury_pays_one_payment_however_it_is_typed(market: Market) -> None:
    paid, payment = await _second_payment(market)
    second, path = market.at(market.second, market.after_notice), f"/payments/{payment['id']}/making"
    number = paid["reference"]
    wide = "".join(chr(ord(each) + 0xFEE0) if each.isascii() else each for each in number)
    for typed in (number, f" {number} ", number.replace("〔", " 〔 "), wide):
        problem = refused(await second.post(path, {"reference": typed}, seen=payment), "reference-used", 409)
        assert problem["errors"][0]["pointer"] == "/reference"
    refused(await second.post(path, {"reference": "1    2"}, seen=payment), "invalid", 422)
    own = made(await second.post(path, {"reference": " gk 2026－17"}, seen=payment))
    assert own["reference"] == "GK2026-17"


async def test_of_two_payments_at_once_under_one_number_the_later_is_told_why(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unseen(*_: object) -> bool:
        return False

    paid, payment = await _second_payment(market)
    monkeypatch.setattr(paying, "reference_used", unseen)
    second, body = market.at(market.second, market.after_notice), {"reference": paid["reference"]}
    problem = refused(await second.post(f"/payments/{payment['id']}/making", body, seen=payment), "reference-used", 409)
    assert problem["errors"][0]["pointer"] == "/reference"
