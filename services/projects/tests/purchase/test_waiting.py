"""What waits for whom along a purchase: one to-do at a time for its officers, the signature for who won."""

from datetime import datetime, timedelta

from chassis.clock import CITY
from chassis.testing import told
from projects.purchase.inviting import close_invitations
from services.projects.tests.answers import made
from services.projects.tests.buying import DUE
from services.projects.tests.market import Market


async def open_tasks(market: Market, *codes: str) -> set[tuple[str, str]]:
    left: dict[str, tuple[str, str]] = {}
    decided: set[str] = set()
    for fact in await told(market.app):
        if fact.type == "projects.task.opened.v1":
            assert fact.subject not in decided, "who saw it decided does not hear that it waits again"
            left[fact.subject] = (fact.data["title_code"], fact.data["role"])
        elif fact.type == "projects.task.closed.v1":
            assert left.pop(fact.subject, None), f"closed, never opened: {fact.data}"
            decided.add(fact.subject)
    return {each for each in left.values() if each[0].startswith(codes)}


async def waiting(market: Market) -> set[tuple[str, str]]:
    """The to-dos of purchases that are open, with whose they are."""
    return await open_tasks(market, "purchase-", "contract-")


OPENING, REVIEW, CONCLUDING, AWARD, CONTRACT = (
    {(f"purchase-{code}", "town_officer")} for code in ("opening", "review", "concluding", "award", "contract")
)
DRAFTING = {("purchase-drafting", "town_officer")}
SIGNATURE = {("contract-signature", "organisation_manager")}


async def test_one_thing_waits_after_another_until_the_contract_is_signed(market: Market) -> None:
    purchase = await market.announced()
    assert await waiting(market) == OPENING
    for which, amount in enumerate((18_000_000, 16_000_000, 19_000_000)):
        await market.bid(purchase, which, amount)
    officer, path = market.at(market.officer, DUE), f"/purchases/{purchase['id']}"
    purchase = made(await officer.post(f"{path}/opening", seen=purchase))
    assert await waiting(market) == REVIEW
    purchase = await market.scored(purchase)
    assert await waiting(market) == CONCLUDING
    purchase = made(await officer.post(f"{path}/proposal", seen=purchase))
    assert await waiting(market) == AWARD
    award = (await told(market.app, "projects.task.opened.v1"))[-1].data
    asked = (award["title_code"], award["barred_account_id"], award["stand_in_role"])
    assert asked == ("purchase-award", str(officer.account_id), "bureau_officer")
    # It waits for its day first: that on which the notice has passed.
    notice = made(await officer.get(f"/notices/{purchase['notice_id']}"))
    assert datetime.fromisoformat(award["doable_at"]) == datetime.fromisoformat(notice["closes_at"])
    again = {"reason": "评分汇总有误，重新评审"}
    purchase = made(await officer.post(f"{path}/review-again", again, seen=purchase))
    assert await waiting(market) == CONCLUDING
    purchase = made(await officer.post(f"{path}/proposal", seen=purchase))
    assert await waiting(market) == AWARD
    after = market.after_notice
    purchase = made(await market.at(market.second, after).post(f"{path}/award", seen=purchase))
    assert await waiting(market) == CONTRACT
    officer = market.at(market.officer, after)
    contract = made(await officer.post(f"{path}/contract", market.agreed(purchase["awarded_fen"])), 201)
    contract = made(await officer.post(f"/contracts/{contract['id']}/offer", seen=contract))
    assert await waiting(market) == CONTRACT | SIGNATURE
    winner = market.at(market.providers[0], after)
    made(await winner.post(f"/contracts/{contract['id']}/signature", seen=contract))
    assert await waiting(market) == set()


async def test_an_award_that_is_given_up_takes_the_signature_back_and_is_to_be_bought_anew(market: Market) -> None:
    purchase, officer = await market.awarded(), market.at(market.officer, market.after_notice)
    contract = made(await officer.post(f"/purchases/{purchase['id']}/contract", market.agreed()), 201)
    made(await officer.post(f"/contracts/{contract['id']}/offer", seen=contract))
    second = market.at(market.second, market.after_notice)
    failure = {"reason": "成交供应商未在期限内签订合同"}
    made(await second.post(f"/purchases/{purchase['id']}/failure", failure, seen=purchase))
    assert await waiting(market) == DRAFTING


async def test_nothing_but_another_draft_waits_after_a_purchase_was_called_off(market: Market) -> None:
    purchase = await market.announced()
    body = {"reason": "项目调整，终止采购"}
    made(await market.at(market.officer, DUE).post(f"/purchases/{purchase['id']}/cancellation", body, seen=purchase))
    assert await waiting(market) == DRAFTING


async def test_who_is_invited_is_asked_however_they_bid_and_everybody_reads_that_only_they_are(
    market: Market,
) -> None:
    invited = [str(market.organisations[0])]
    purchase = await market.announced(method="direct", invited_ids=invited)
    opened = [each.data for each in await told(market.app, "projects.task.opened.v1")]
    (asked,) = [each for each in opened if each["title_code"] == "bid-invitation"]
    assert (asked["organisation_id"], asked["due_on"]) == (invited[0], DUE.date().isoformat())
    public = made(await market.providers[1].get(f"/published/purchases/{purchase['id']}"))
    assert public["invited_only"] is True
    assert "invited_ids" not in public
    await market.bid(purchase, 0, 18_000_000)
    closed = [each.data["title_code"] for each in await told(market.app, "projects.task.closed.v1")]
    assert "bid-invitation" not in closed, "it would say that somebody has bid"
    made(await market.at(market.officer, DUE).post(f"/purchases/{purchase['id']}/opening", seen=purchase))
    closed = [each.data["title_code"] for each in await told(market.app, "projects.task.closed.v1")]
    assert closed.count("bid-invitation") == 1
    assert await close_invitations(market.app.state.sessions, DUE) == 0


async def test_all_invitations_are_closed_together_at_the_deadline_which_a_midnight_puts_on_the_day_before(
    market: Market,
) -> None:
    midnight, invited = datetime(2026, 3, 15, tzinfo=CITY), [str(each) for each in market.organisations[:2]]
    purchase = await market.announced(method="direct", invited_ids=invited, bids_due_at=midnight.isoformat())
    opened = [each.data for each in await told(market.app, "projects.task.opened.v1")]
    asked = [each for each in opened if each["title_code"] == "bid-invitation"]
    assert {each["due_on"] for each in asked} == {"2026-03-14"}
    await market.bid(purchase, 0, 18_000_000)
    sessions = market.app.state.sessions
    assert await close_invitations(sessions, midnight - timedelta(seconds=1)) == 0
    assert len(await open_tasks(market, "bid-invitation")) == 1
    assert await close_invitations(sessions, midnight) == len(invited)
    assert await open_tasks(market, "bid-invitation") == set()
    assert await close_invitations(sessions, midnight) == 0
    # It came from nobody: what the officers have read of the purchase is still the latest.
    made(await market.at(market.officer, midnight).post(f"/purchases/{purchase['id']}/opening", seen=purchase))
    closed = [each.data["task_id"] for each in await told(market.app, "projects.task.closed.v1")]
    assert sorted(each for each in closed if each in {one["task_id"] for one in asked}) == sorted(
        one["task_id"] for one in asked
    )


async def test_an_open_purchase_is_everybodys_to_bid_for(market: Market) -> None:
    purchase = await market.announced()
    assert made(await market.providers[1].get(f"/published/purchases/{purchase['id']}"))["invited_only"] is False
