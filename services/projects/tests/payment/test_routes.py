"""The whole path of the money: from a budget to a payment that two people made, and what is refused on the way."""

from services.projects.tests.answers import made
from services.projects.tests.market import BUDGET, CEILING, Market


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
