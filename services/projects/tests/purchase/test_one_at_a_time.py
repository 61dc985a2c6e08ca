"""A project has one purchase or one contract running, and the next one once that has ended."""

from datetime import timedelta
from typing import Any

from services.projects.tests.answers import made, refused
from services.projects.tests.buying import CEILING, START
from services.projects.tests.market import Market

HALF = CEILING // 2
OFFERS = (9_000_000, 8_000_000, 9_500_000)


async def _announce(market: Market, purchase: dict[str, Any], days: int = 0) -> Any:
    officer = market.at(market.officer, START + timedelta(days=days))
    seen = made(await officer.get(f"/purchases/{purchase['id']}"))
    return await officer.post(f"/purchases/{purchase['id']}/announcement", seen=seen)


async def _awarded_beside_a_draft(market: Market) -> tuple[dict[str, Any], dict[str, Any]]:
    """Half of a project's line is awarded, and another half is drafted."""
    project = await market.project()
    waiting = await market.draft(project, ceiling_fen=HALF)
    opened = await market.opened(*OFFERS, project=project, ceiling_fen=HALF)
    return await market.awarded(opened), waiting


async def test_no_other_is_announced_while_one_runs_or_waits_to_be_signed(market: Market) -> None:
    project = await market.project()
    waiting = await market.draft(project, ceiling_fen=HALF)
    announced = await market.announced(project=project, ceiling_fen=HALF)
    refused(await _announce(market, waiting), "purchase-running", 409)
    officer = market.at(market.officer, START)
    made(await officer.post(f"/purchases/{announced['id']}/cancellation", {"reason": "需求变化"}, seen=announced))
    made(await _announce(market, waiting))


async def test_an_award_that_is_not_signed_keeps_others_from_being_announced(market: Market) -> None:
    awarded, waiting = await _awarded_beside_a_draft(market)
    refused(await _announce(market, waiting), "purchase-running", 409)
    await market.signed(awarded)
    refused(await _announce(market, waiting), "provider-already-known", 409)


async def test_what_is_left_is_bought_once_the_contract_is_settled(market: Market) -> None:
    awarded, waiting = await _awarded_beside_a_draft(market)
    contract = await market.signed(awarded)
    for stage_no in (1, 2):
        acceptance = await market.requested(contract, stage_no)
        await market.surveyed(acceptance, 1_000_000)
        await market.pay(await market.passed(acceptance))
    officer = market.at(market.officer, market.after_notice)
    assert made(await officer.get(f"/contracts/{contract['id']}"))["state"] == "completed"
    assert made(await officer.get(f"/projects/{contract['project_id']}"))["carried_out_by"] is None
    due = {"bids_due_at": (START + timedelta(days=60)).isoformat(), "ceiling_fen": HALF}
    body = market.terms(waiting["line_id"], **due)
    seen = made(await officer.get(f"/purchases/{waiting['id']}"))
    seen = made(await officer.send("PUT", f"/purchases/{waiting['id']}/revision", body, seen=seen))
    assert made(await officer.post(f"/purchases/{waiting['id']}/announcement", seen=seen))["state"] == "announced"


async def test_an_ended_contract_leaves_its_activities_to_no_other(market: Market) -> None:
    """The same provider wins again: those who came to what it held before are not asked, and not paid for, twice."""
    project = await market.project()
    opened = await market.opened(*OFFERS, project=project, ceiling_fen=HALF)
    first = await market.signed(await market.awarded(opened))
    moment = market.after_notice + timedelta(days=1)
    before = await market.held(first, moment)
    market.later = timedelta(days=20)
    officer = market.at(market.officer, START)
    seen = made(await officer.get(f"/contracts/{first['id']}"))
    made(await officer.post(f"/contracts/{first['id']}/termination", {"reason": "协商解除"}, seen=seen))
    opened = await market.opened(*OFFERS, project=project, ceiling_fen=HALF)
    second = await market.signed(await market.awarded(opened))
    assert second["organisation_id"] == first["organisation_id"]
    now = await market.held(second, moment)
    acceptance = await market.requested(second, moment=moment + timedelta(days=3))
    assert acceptance["activity_ids"] == [now["id"]] != [before["id"]]
