"""What waits at an approved project, through all that comes of its purchases: to be bought, closed, or nothing."""

from datetime import timedelta
from typing import Any

import pytest

from services.projects.tests.answers import made
from services.projects.tests.buying import CEILING, DUE, START
from services.projects.tests.market import Market
from services.projects.tests.purchase.test_waiting import open_tasks

DRAFTING, CLOSING = {("purchase-drafting", "town_officer")}, {("project-closing", "community_officer")}
HALF = CEILING // 2
OFFERS = (9_000_000, 8_000_000, 9_500_000)
REASON = {"reason": "需求变化，不再采购"}


async def waiting(market: Market) -> set[tuple[str, str]]:
    """The to-dos of projects that are open, with whose they are."""
    return await open_tasks(market, "purchase-drafting", "project-closing")


async def shown(market: Market, project_id: str) -> dict[str, Any]:
    """The project as its officer sees it long before its planned end."""
    project = made(await market.at(market.officer, market.after_notice).get(f"/projects/{project_id}"))
    assert isinstance(project, dict)
    return project


async def cancelled(market: Market, purchase: dict[str, Any]) -> None:
    """A purchase that is called off."""
    officer = market.at(market.officer, START)
    made(await officer.post(f"/purchases/{purchase['id']}/cancellation", REASON, seen=purchase))


async def performed(market: Market, contract: dict[str, Any]) -> None:
    """Both stages are passed and paid in whole."""
    for stage_no in (1, 2):
        acceptance = await market.requested(contract, stage_no)
        await market.surveyed(acceptance, 1_000_000)
        await market.pay(await market.passed(acceptance))


async def terminated(market: Market, contract: dict[str, Any]) -> None:
    """A contract that is ended before anything of it was accepted."""
    officer = market.at(market.officer, market.after_notice)
    seen = made(await officer.get(f"/contracts/{contract['id']}"))
    made(await officer.post(f"/contracts/{contract['id']}/termination", {"reason": "协商解除"}, seen=seen))


async def closed(market: Market, project_id: str) -> None:
    """A project that is closed."""
    done = {"outcome": "服务按约完成", "met_need_ids": []}
    officer = market.at(market.officer, market.after_notice)
    made(await officer.post(f"/projects/{project_id}/closing", done, seen=await shown(market, project_id)))


async def test_an_approved_project_with_lines_waits_to_be_bought_and_a_paid_one_to_be_closed(market: Market) -> None:
    project = await market.project()
    assert await waiting(market) == DRAFTING
    contract = await market.signed(await market.awarded(await market.opened(project=project)))
    assert await waiting(market) == set()
    await performed(market, contract)
    assert await waiting(market) == CLOSING
    await closed(market, project["id"])
    assert await waiting(market) == set()


async def test_a_draft_or_an_announcement_that_is_called_off_is_to_be_drafted_anew(market: Market) -> None:
    project = await market.project()
    first = await market.draft(project, ceiling_fen=HALF)
    second = await market.draft(project, ceiling_fen=HALF)
    await cancelled(market, first)
    assert await waiting(market) == set(), "the other draft goes on"
    await cancelled(market, second)
    assert await waiting(market) == DRAFTING
    announced = await market.announced(project=project)
    assert await waiting(market) == set()
    await cancelled(market, announced)
    assert await waiting(market) == DRAFTING
    await closed(market, project["id"])
    assert await waiting(market) == set()


@pytest.mark.parametrize("bids", [1, 3])
async def test_what_failed_for_too_few_bids_or_in_its_review_is_to_be_drafted_anew(market: Market, bids: int) -> None:
    opened = await market.opened(*OFFERS[:bids], ceiling_fen=HALF)
    if bids == 3:
        assert await waiting(market) == set()
        made(await market.at(market.second, DUE).post(f"/purchases/{opened['id']}/failure", REASON, seen=opened))
    assert await waiting(market) == DRAFTING


async def test_a_contract_that_was_terminated_leaves_its_money_to_be_bought_with_and_is_no_ground_for_closing(
    market: Market,
) -> None:
    contract = await market.signed()
    await terminated(market, contract)
    assert await waiting(market) == DRAFTING
    project = await shown(market, contract["project_id"])
    assert (project["closing_due"], project["buying_due"], project["actions"][0]["name"]) == (False, True, "purchases")


async def test_closing_is_asked_again_once_a_second_draft_is_called_off_and_not_while_it_stands(market: Market) -> None:
    contract = await market.signed()
    await performed(market, contract)
    project = await shown(market, contract["project_id"])
    assert (project["closing_due"], project["actions"][0]["name"]) == (True, "closing")
    again = await market.draft(project, ceiling_fen=100_000, bids_due_at=(DUE + timedelta(days=60)).isoformat())
    assert await waiting(market) == set()
    drafted = await shown(market, contract["project_id"])
    assert (drafted["closing_due"], drafted["actions"][0]["name"]) == (False, "purchases")
    await cancelled(market, again)
    assert await waiting(market) == CLOSING
    assert (await shown(market, contract["project_id"]))["closing_due"] is True
    await closed(market, contract["project_id"])
    assert await waiting(market) == set()


async def test_a_line_that_nothing_was_bought_from_is_bought_before_the_project_is_closed(market: Market) -> None:
    budget, clerk = await market.budget(), market.at(market.town.community, START)
    project = await market.drafted(budget)
    lines = [{"budget_id": budget["id"], "purpose": each, "amount_fen": HALF} for each in ("探访", "助餐")]
    path = f"/projects/{project['id']}"
    project = made(await clerk.send("PUT", f"{path}/lines", {"lines": lines}, seen=project))
    project = made(await clerk.post(f"{path}/submission", seen=project))
    for decider in (market.town.town, market.town.bureau):
        if project["state"] != "approved":
            project = made(await market.at(decider, START).post(f"{path}/approval", seen=project))
    first = made(await clerk.get(f"{path}/lines"))["items"][0]
    officer = market.at(market.officer, START)
    body = market.terms(first["id"], ceiling_fen=HALF)
    purchase = made(await officer.post(f"{path}/purchases", body), 201)
    purchase = made(await officer.post(f"/purchases/{purchase['id']}/announcement", seen=purchase))
    for which, amount in enumerate(OFFERS):
        await market.bid(purchase, which, amount)
    purchase = made(await market.at(market.officer, DUE).post(f"/purchases/{purchase['id']}/opening", seen=purchase))
    await performed(market, await market.signed(await market.awarded(purchase)))
    assert await waiting(market) == DRAFTING
    left = await shown(market, project["id"])
    assert (left["closing_due"], left["actions"][0]["name"]) == (False, "purchases")
    await closed(market, project["id"])
    assert await waiting(market) == set()
