"""钱: budgets, purchases, contracts, acceptances and payments at each of their stages."""

from datetime import timedelta
from typing import Any

from chassis.testing import EAST
from services.projects.tests.buying import DUE, EVIDENCE, START
from services.projects.tests.make import Town
from services.projects.tests.market import Market
from tests.contracts.world import World, accepted

REASON = {"reason": "情况有变化"}
BID = {"amount_fen": 17_000_000, "plan": "每周探访两次，配备两名社工与十名志愿者。"}


async def fill(world: World, town: Town) -> None:
    """Takes some purchases all the way, and leaves others at each stage."""
    market = await Market.of(world.app, world.callers, town)
    await _budgets(world, market)
    await _purchases(world, market)
    await _bids(world, market)
    await _reviews(world, market)
    await _notices(world, market)
    await _contracts(world, market)
    await _changes(world, market)
    await _acceptances(world, market)
    await _payments(world, market)


async def _budgets(world: World, market: Market) -> None:
    anyone, officer = world.callers.signed_out(), market.at(market.officer, START)
    budget = await market.budget()
    drafted = await market.drafted(budget)
    body = {"area_id": str(EAST.id), "year": 2026, "name": "另一预算", "document": "东财〔2026〕2号", "amount_fen": 1}
    clerk, lines = market.at(market.town.community, START), [{"budget_id": budget["id"], "purpose": "购买服务"}]
    lines[0]["amount_fen"] = drafted["budget_fen"]
    world.accepts("GET /published/budgets", anyone, query={"for_area_id": EAST.id, "year": 2026})
    world.accepts("GET /budgets", officer, query={"area_id": EAST.id, "year": 2026})
    world.accepts("POST /budgets", officer, body)
    world.accepts("GET /budgets/{id}", officer, seen=budget)
    world.accepts("GET /budgets/{id}/transfers", officer, seen=budget)
    world.accepts("POST /budgets/{id}/changes", officer, {"by_fen": -1, "document": "东财〔2026〕3号"}, seen=budget)
    world.accepts("GET /projects/{id}/lines", clerk, seen=drafted)
    world.accepts("PUT /projects/{id}/lines", clerk, {"lines": lines}, seen=drafted)


async def _purchases(world: World, market: Market) -> None:
    anyone, officer = world.callers.signed_out(), market.at(market.officer, START)
    project, drafted, announced = await market.project(), await market.draft(), await market.announced()
    (line,) = (await accepted(officer, "GET", f"/projects/{project['id']}/lines"))["items"]
    filter_ = {"state": "announced", "project_id": announced["project_id"], "area_id": EAST.id}
    world.accepts("GET /purchase-catalogue", anyone)
    world.accepts("GET /published/purchases", anyone, query=filter_)
    world.accepts("GET /published/purchases/{id}", anyone, seen=announced)
    world.accepts("GET /published/purchases/{id}/release", anyone, seen=announced)
    world.accepts(
        "GET /published/releases", anyone, query={"from": "2026-03-02", "to": "2026-03-02", "area_id": EAST.id}
    )
    world.accepts("GET /purchases", officer, query=filter_)
    world.accepts("GET /purchases/{id}", officer, seen=announced)
    world.accepts("POST /projects/{id}/purchases", officer, market.terms(line["id"]), seen=project)
    world.accepts("PUT /purchases/{id}/revision", officer, market.terms(drafted["line_id"]), seen=drafted)
    world.accepts("POST /purchases/{id}/announcement", officer, seen=drafted)
    world.accepts("POST /purchases/{id}/cancellation", officer, REASON, seen=announced)


async def _bids(world: World, market: Market) -> None:
    announced = await market.announced()
    bids = [await market.bid(announced, which, 16_000_000 + which) for which in range(3)]
    bidder, other = (market.at(market.providers[which], START) for which in (0, 1))
    fresh = await market.announced()
    world.accepts("POST /purchases/{id}/bids", bidder, BID, seen=fresh)
    world.accepts("GET /purchases/{id}/bids", bidder, seen=announced)
    world.accepts("GET /bids", bidder)
    world.accepts("GET /bids/{id}", bidder, seen=bids[0])
    world.accepts("PUT /bids/{id}/revision", bidder, BID, seen=bids[0])
    world.accepts("POST /bids/{id}/withdrawal", other, seen=bids[1])
    world.accepts("POST /purchases/{id}/opening", market.at(market.officer, DUE), seen=announced)


async def _reviews(world: World, market: Market) -> None:
    officer, second = market.at(market.officer, DUE), market.at(market.second, market.after_notice)
    experts = [market.at(each, DUE) for each in market.experts]
    panel = {"expert_ids": [str(each.account_id) for each in experts]}
    opened, seated, scored, proposed = (
        await market.opened(),
        await market.seated(await market.opened()),
        await market.scored(),
        await market.proposed(),
    )
    appointed = await accepted(officer, "PUT", f"/purchases/{opened['id']}/panel", panel, seen=opened)
    (bid, *_) = (await accepted(officer, "GET", f"/purchases/{seated['id']}/bids"))["items"]
    declared = {"conflicted": False, "statement": "与投标人无利益关系"}
    points = {"points": {"plan": 40, "team": 20}, "comment": "方案可行"}
    world.accepts("GET /purchases/{id}/panel", officer, seen=appointed)
    world.accepts("PUT /purchases/{id}/panel", officer, panel, seen=appointed)
    world.accepts("POST /purchases/{id}/declaration", experts[0], declared, seen=appointed)
    world.accepts("PUT /bids/{id}/score", experts[0], points, id=bid["id"])
    world.accepts("POST /bids/{id}/exclusion", officer, REASON, seen=bid)
    world.accepts("GET /purchases/{id}/scores", experts[0], seen=scored)
    world.accepts("POST /purchases/{id}/proposal", officer, seen=scored)
    world.accepts("POST /purchases/{id}/review-again", officer, REASON, seen=proposed)
    world.accepts("POST /purchases/{id}/award", second, seen=proposed)
    world.accepts("POST /purchases/{id}/failure", second, REASON, seen=proposed)


async def _notices(world: World, market: Market) -> None:
    anyone, second = world.callers.signed_out(), market.at(market.second, market.after_notice)
    purchase = await market.proposed()
    loser = market.at(market.providers[2], DUE + timedelta(days=1))
    text = {"text": "成交供应商的业绩材料与事实不符，请核查。"}
    objection = await accepted(loser, "POST", f"/notices/{purchase['notice_id']}/objections", text)
    answer = {"upheld": False, "text": "经核查，业绩材料属实，异议不成立。"}
    world.accepts("GET /notices", anyone, query={"kind": "award", "state": "open", "area_id": EAST.id})
    world.accepts("GET /notices/{id}", anyone, id=purchase["notice_id"])
    world.accepts("POST /notices/{id}/objections", loser, text, id=purchase["notice_id"])
    world.accepts("GET /notices/{id}/objections", loser, id=purchase["notice_id"])
    world.accepts("POST /objections/{id}/answer", second, answer, seen=objection)


async def _contracts(world: World, market: Market) -> None:
    officer, winner = (
        market.at(market.officer, market.after_notice),
        market.at(market.providers[0], market.after_notice),
    )
    awarded, bought = await market.awarded(), await market.awarded()
    drafted = await accepted(officer, "POST", f"/purchases/{bought['id']}/contract", market.agreed())
    another = await market.awarded()
    offered = await accepted(officer, "POST", f"/purchases/{another['id']}/contract", market.agreed())
    offered = await accepted(officer, "POST", f"/contracts/{offered['id']}/offer", seen=offered)
    signed = await market.signed()
    filter_ = {"state": "signed", "purchase_id": signed["purchase_id"], "area_id": EAST.id}
    world.accepts("POST /purchases/{id}/contract", officer, market.agreed(), seen=awarded)
    world.accepts("GET /contracts", winner, query={**filter_, "project_id": signed["project_id"]})
    world.accepts("GET /contracts/{id}", winner, seen=signed)
    world.accepts("PUT /contracts/{id}/revision", officer, market.agreed(), seen=drafted)
    world.accepts("POST /contracts/{id}/offer", officer, seen=drafted)
    world.accepts("POST /contracts/{id}/signature", winner, seen=offered)
    world.accepts("POST /contracts/{id}/termination", officer, REASON, seen=signed)


async def _changes(world: World, market: Market) -> None:
    officer, winner = (
        market.at(market.officer, market.after_notice),
        market.at(market.providers[0], market.after_notice),
    )
    signed, changing = await market.signed(), await market.signed()
    terms = {"ground": "schedule", "reason": "居民要求调整探访时间", "ends_on": "2027-03-31"}
    terms["stages"] = market.agreed()["stages"]
    change = await accepted(officer, "POST", f"/contracts/{changing['id']}/changes", terms, seen=changing)
    world.accepts("GET /contract-grounds", world.callers.signed_out())
    world.accepts("GET /contracts/{id}/changes", winner, seen=changing)
    world.accepts("POST /contracts/{id}/changes", officer, terms, seen=signed)
    world.accepts("POST /contract-changes/{id}/agreement", winner, seen=change)
    world.accepts("POST /contract-changes/{id}/refusal", winner, REASON, seen=change)


async def _acceptances(world: World, market: Market) -> None:
    officer, winner = (
        market.at(market.officer, market.after_notice),
        market.at(market.providers[0], market.after_notice),
    )
    evidence: list[dict[str, Any]] = [{"name": each, "text": "见附件"} for each in EVIDENCE]
    signed, asked, returned = await market.signed(), await market.requested(), await market.requested()
    await market.surveyed(asked, 1_000_000)
    due = (market.after_notice + timedelta(days=10)).date().isoformat()
    correction = {"findings": ["缺少三月服务记录"], "due_on": due}
    returned = await accepted(officer, "POST", f"/acceptances/{returned['id']}/correction", correction, seen=returned)
    replies = [{"finding_id": returned["findings"][0]["id"], "text": "已补充"}]
    filter_ = {"state": "requested", "contract_id": asked["contract_id"], "area_id": EAST.id}
    world.accepts("POST /contracts/{id}/acceptances", winner, {"stage_no": 1, "evidence": evidence}, seen=signed)
    world.accepts("GET /acceptances", winner, query={**filter_, "project_id": asked["project_id"]})
    world.accepts("GET /acceptances/{id}", officer, seen=asked)
    world.accepts("POST /acceptances/{id}/correction", officer, correction, seen=asked)
    world.accepts("POST /acceptances/{id}/passing", officer, {"opinion": "同意验收"}, seen=asked)
    again = {"evidence": evidence, "replies": replies}
    world.accepts("POST /acceptances/{id}/resubmission", winner, again, seen=returned)


async def _payments(world: World, market: Market) -> None:
    first, second = market.at(market.officer, market.after_notice), market.at(market.second, market.after_notice)
    owed = [await _owed(market, share) for share in (1_000_000, 1_000_000, None, None)]
    asked = await accepted(first, "POST", f"/payments/{owed[1]['id']}/request", seen=owed[1])
    share = {"share_ppm": 900_000, "reason": "受访居民外出务工较多，走访核实服务到位"}
    proposed = await accepted(first, "POST", f"/payments/{owed[3]['id']}/share", share, seen=owed[3])
    filter_ = {"state": "due", "contract_id": owed[0]["contract_id"], "area_id": EAST.id}
    world.accepts("GET /payments", first, query={**filter_, "project_id": owed[0]["project_id"]})
    world.accepts("GET /payments/{id}", first, seen=owed[0])
    world.accepts("POST /payments/{id}/request", first, seen=owed[0])
    world.accepts("POST /payments/{id}/making", second, {"reference": "国库〔2026〕0001"}, seen=asked)
    world.accepts("POST /payments/{id}/return", second, REASON, seen=asked)
    world.accepts("POST /payments/{id}/share", first, share, seen=owed[2])
    world.accepts("POST /payments/{id}/share-confirmation", second, seen=proposed)


async def _owed(market: Market, share_ppm: int | None) -> dict[str, Any]:
    """A payment, due or still to be decided."""
    acceptance = await market.requested()
    await market.surveyed(acceptance, share_ppm)
    return await market.passed(acceptance)
