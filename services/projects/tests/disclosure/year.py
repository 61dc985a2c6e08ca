"""A year of purchases, one a month, each with another outcome, made through the routes at the months' own times."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from chassis.testing import everywhere
from services.projects.tests.answers import made
from services.projects.tests.buying import DUE, START
from services.projects.tests.market import Market

REASON = {"reason": "预算调整，不再购买"}
OBJECTION = {"text": "评审因素未按公告执行，请复核"}
MONTH = timedelta(days=28)
# A test is one transaction, and this one has some hundred requests.
UNLIMITED = text(
    "select set_config(name, '0', false) from pg_settings"
    " where name in ('transaction_timeout', 'idle_in_transaction_session_timeout')"
)

Outcome = Callable[[Market], Awaitable[dict[str, Any]]]


async def announced(market: Market) -> dict[str, Any]:
    """Two have bid; the bids are sealed."""
    purchase = await market.announced()
    for which, amount in enumerate((18_000_001, 16_000_001)):
        await market.bid(purchase, which, amount)
    return purchase


async def too_few(market: Market) -> dict[str, Any]:
    return await market.opened(18_000_002, 16_000_002)


async def cancelled(market: Market) -> dict[str, Any]:
    purchase = await market.announced()
    officer = market.at(market.officer, START + timedelta(days=2))
    return made(await officer.post(f"/purchases/{purchase['id']}/cancellation", REASON, seen=purchase))


async def under_review(market: Market) -> dict[str, Any]:
    return await market.scored()


async def proposed(market: Market) -> dict[str, Any]:
    return await market.proposed()


async def upheld(market: Market) -> dict[str, Any]:
    """An objection is upheld, and the purchase fails."""
    purchase = await market.proposed()
    loser = market.at(market.providers[1], DUE + timedelta(days=1))
    objection = made(await loser.post(f"/notices/{purchase['notice_id']}/objections", OBJECTION), 201)
    second = market.at(market.second, DUE + timedelta(days=2))
    answer = {"upheld": True, "text": "经复核，评审因素确有偏差"}
    made(await second.post(f"/objections/{objection['id']}/answer", answer, seen=objection))
    return made(await second.post(f"/purchases/{purchase['id']}/failure", REASON, seen=purchase))


async def reviewed_again(market: Market) -> dict[str, Any]:
    purchase = await market.proposed()
    officer = market.at(market.officer, DUE + timedelta(days=2))
    return made(await officer.post(f"/purchases/{purchase['id']}/review-again", REASON, seen=purchase))


async def awarded(market: Market) -> dict[str, Any]:
    return await market.awarded()


async def given_up(market: Market) -> dict[str, Any]:
    """An award whose contract is never signed, though one was drafted."""
    purchase, officer = await market.awarded(), market.at(market.officer, market.after_notice)
    made(await officer.post(f"/purchases/{purchase['id']}/contract", market.agreed()), 201)
    return made(await officer.post(f"/purchases/{purchase['id']}/failure", REASON, seen=purchase))


async def signed(market: Market) -> dict[str, Any]:
    return await _bought(market, await market.signed())


async def changed(market: Market) -> dict[str, Any]:
    """A change that both sides agreed on, and one that was refused."""
    contract = await market.signed()
    officer, winner = (market.at(each, market.after_notice) for each in (market.officer, market.providers[0]))
    path, body = f"/contracts/{contract['id']}/changes", {"stages": market.agreed()["stages"]}
    body |= {"ground": "additional_service", "reason": "居民张三家要求增加探访次数", "ends_on": "2027-03-31"}
    body["stages"][1]["amount_fen"] += 1_000_000
    change = made(await officer.post(path, body, seen=contract), 201)
    made(await winner.post(f"/contract-changes/{change['id']}/agreement", seen=change))
    contract = made(await officer.get(f"/contracts/{contract['id']}"))
    change = made(await officer.post(path, body | {"ground": "schedule"}, seen=contract), 201)
    made(await winner.post(f"/contract-changes/{change['id']}/refusal", REASON, seen=change))
    return await _bought(market, contract)


async def partly_paid(market: Market) -> dict[str, Any]:
    contract = await market.signed()
    await _paid(market, contract, 1, 850_000)
    return await _bought(market, contract)


async def ended(market: Market) -> dict[str, Any]:
    contract = await market.signed()
    for stage_no in (1, 2):
        await _paid(market, contract, stage_no, 1_000_000)
    return await _bought(market, contract)


async def broken_off(market: Market) -> dict[str, Any]:
    """Terminated after its first stage was paid."""
    contract = await market.signed()
    await _paid(market, contract, 1, 700_000)
    officer = market.at(market.officer, market.after_notice)
    seen = made(await officer.get(f"/contracts/{contract['id']}"))
    made(await officer.post(f"/contracts/{contract['id']}/termination", REASON, seen=seen))
    return await _bought(market, contract)


async def _paid(market: Market, contract: dict[str, Any], stage_no: int, share_ppm: int) -> None:
    acceptance = await market.requested(contract, stage_no)
    await market.surveyed(acceptance, share_ppm)
    await market.pay(await market.passed(acceptance))


async def _bought(market: Market, contract: dict[str, Any]) -> dict[str, Any]:
    return made(await market.at(market.officer, market.after_notice).get(f"/purchases/{contract['purchase_id']}"))


OUTCOMES: tuple[Outcome, ...] = (announced, too_few, cancelled, under_review, proposed, upheld, reviewed_again)
OUTCOMES += (awarded, given_up, signed, changed, partly_paid, ended, broken_off)


async def year(market: Market) -> dict[str, dict[str, Any]]:
    """The purchases by their outcome, in the order of their months."""
    async with everywhere(market.app) as tx:
        await tx.execute(UNLIMITED)
    found = {}
    for place, outcome in enumerate(OUTCOMES):
        market.later = place * MONTH
        found[outcome.__name__] = await outcome(market)
    return found
