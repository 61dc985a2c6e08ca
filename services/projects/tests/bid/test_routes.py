"""Bids: sealed until the deadline, taken only from who stands on the day, and only in time."""

from datetime import datetime, timedelta

from chassis.principal import Role
from chassis.testing import CITY, EAST, Caller, told
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import CEILING, DUE, START
from services.projects.tests.make import PDF, uploaded
from services.projects.tests.market import Market

BODY = {"amount_fen": 18_000_000, "plan": "每周探访两次，配备两名社工与十名志愿者。"}


async def test_nobody_but_the_bidder_sees_a_sealed_bid(market: Market) -> None:
    purchase = await market.announced()
    bid = await market.bid(purchase, 0, 18_000_000)
    assert bid["amount_fen"] is None
    bureau = market.callers.as_(Role.BUREAU_OFFICER, CITY)
    for caller in (market.officer, bureau, market.providers[1], market.experts[0]):
        assert made(await caller.get(f"/purchases/{purchase['id']}/bids"))["items"] == []
        refused(await caller.get(f"/bids/{bid['id']}"), "not-found", 404)
    own = made(await market.providers[0].get(f"/bids/{bid['id']}"))
    assert (own["state"], own["amount_fen"], own["plan"][:4]) == ("sealed", 18_000_000, "每周探访")
    mine = made(await market.providers[0].get("/bids"))["items"]
    assert [each["id"] for each in mine] == [bid["id"]]
    shown = made(await market.officer.get(f"/purchases/{purchase['id']}"))
    assert shown["bids"] is None  # nor how many there are
    (fact,) = await told(market.app, "projects.bid.submitted.v1")
    assert "18000000" not in str(fact.data)


async def test_a_bid_after_the_deadline_is_refused(market: Market) -> None:
    purchase = await market.announced()
    bid = await market.bid(purchase, 0, 18_000_000)
    late, path = market.at(market.providers[1], DUE), f"/purchases/{purchase['id']}/bids"
    refused(await late.post(path, BODY), "bidding-closed", 409)
    first = market.at(market.providers[0], DUE)
    refused(await first.send("PUT", f"/bids/{bid['id']}/revision", BODY, seen=bid), "bidding-closed")
    refused(await first.post(f"/bids/{bid['id']}/withdrawal", seen=bid), "bidding-closed")


async def test_who_does_not_stand_cannot_bid_and_silence_is_no_yes(market: Market) -> None:
    purchase, path = await market.announced(), "bids"
    provider = market.at(market.providers[0], START)
    path = f"/purchases/{purchase['id']}/bids"
    for standing in ("suspended", "deregistered", "barred"):
        market.registry.bars(market.organisations[0], standing)
        problem = refused(await provider.post(path, BODY), "provider-not-standing", 409)
        assert problem["standing"] == standing
    market.registry.silent = True
    refused(await provider.post(path, BODY), "neighbour-silent", 503)
    assert await told(market.app, "projects.bid.submitted.v1") == []


async def test_one_bid_an_organisation_replaced_until_the_deadline(market: Market) -> None:
    purchase = await market.announced()
    bid = await market.bid(purchase, 0, 18_000_000)
    provider = market.at(market.providers[0], DUE - timedelta(seconds=1))
    refused(await provider.post(f"/purchases/{purchase['id']}/bids", BODY), "already-bid")
    bid = made(await provider.send("PUT", f"/bids/{bid['id']}/revision", BODY | {"amount_fen": 1}, seen=bid))
    bid = made(await provider.post(f"/bids/{bid['id']}/withdrawal", seen=bid))
    assert bid["state"] == "withdrawn"
    bid = made(await provider.send("PUT", f"/bids/{bid['id']}/revision", BODY, seen=bid))
    assert bid["state"] == "sealed"


async def test_no_bid_is_above_the_ceiling(market: Market) -> None:
    purchase = await market.announced()
    provider = market.at(market.providers[0], START)
    body = BODY | {"amount_fen": CEILING + 1}
    problem = refused(await provider.post(f"/purchases/{purchase['id']}/bids", body), "above-ceiling", 422)
    assert problem["errors"][0]["pointer"] == "/amount_fen"


async def test_only_the_invited_bid_where_a_method_invites(market: Market) -> None:
    invited = [str(market.organisations[0])]
    purchase = await market.announced(method="single_source", invited_ids=invited)
    await market.bid(purchase, 0, 18_000_000)
    other = market.at(market.providers[1], START)
    refused(await other.post(f"/purchases/{purchase['id']}/bids", BODY), "not-invited", 403)


async def test_bids_are_opened_at_the_deadline_and_not_before(market: Market) -> None:
    purchase = await market.announced()
    await market.bid(purchase, 0, 18_000_000)
    path = f"/purchases/{purchase['id']}/opening"
    early = market.at(market.officer, DUE - timedelta(seconds=1))
    refused(await early.post(path, seen=purchase), "bidding-still-open", 409)


async def test_fewer_than_three_bids_fail_and_free_the_money(market: Market) -> None:
    purchase = await market.opened(18_000_000, 16_000_000)
    assert purchase["state"] == "failed"
    (budget,) = made(await market.officer.get("/budgets"))["items"]
    assert (budget["tendered_fen"], budget["committed_fen"]) == (0, CEILING)


async def test_opened_bids_show_what_was_sealed(market: Market) -> None:
    purchase = await market.opened(18_000_000, 16_000_000, 19_000_000)
    assert (purchase["state"], purchase["bids"]) == ("opened", 3)
    bids = made(await market.officer.get(f"/purchases/{purchase['id']}/bids"))["items"]
    assert sorted(each["amount_fen"] for each in bids) == [16_000_000, 18_000_000, 19_000_000]
    stranger = market.callers.as_(Role.ORGANISATION_MANAGER, EAST, organisation_id=market.organisations[1])
    mine = made(await stranger.get(f"/purchases/{purchase['id']}/bids"))["items"]
    assert [each["amount_fen"] for each in mine] == [16_000_000]


async def test_a_bid_is_offered_to_who_may_hand_it_in_today(market: Market) -> None:
    purchase = await market.announced()
    path, (first, second, third) = f"/published/purchases/{purchase['id']}", market.providers

    async def offered(caller: Caller, moment: datetime) -> list[str]:
        return [each["href"] for each in made(await market.at(caller, moment).get(path))["actions"]]

    before = DUE - timedelta(hours=1)
    here = [f"/api/projects/purchases/{purchase['id']}/bids"]
    assert await offered(first, before) == await offered(second, before) == here
    assert await offered(market.officer, before) == await offered(first, DUE) == []
    await market.bid(purchase, 0, 18_000_000)
    market.registry.bars(market.organisations[1], "dissolved")
    assert await offered(first, before) == await offered(second, before) == []
    market.registry.silent = True
    assert await offered(third, before) == []


async def test_the_files_of_a_bid_are_its_bidders_until_opened_then_the_officers_and_the_panels(market: Market) -> None:
    purchase, bidder = await market.announced(), market.at(market.providers[0], START)
    colleague = market.callers.as_(Role.ORGANISATION_MANAGER, organisation_id=market.organisations[0])
    plan, given_up = await uploaded(bidder, "方案.pdf"), await uploaded(bidder, "旧方案.pdf")
    path, body = f"/purchases/{purchase['id']}/bids", BODY | {"attachment_ids": [given_up["id"]]}
    bid = made(await bidder.post(path, body), 201)
    revised = BODY | {"attachment_ids": [plan["id"]]}
    bid = made(await bidder.send("PUT", f"/bids/{bid['id']}/revision", revised, seen=bid))
    assert bid["attachment_ids"] is None
    assert made(await colleague.get(f"/bids/{bid['id']}"))["attachment_ids"] == [plan["id"]]
    bureau, leader = market.callers.as_(Role.BUREAU_OFFICER, CITY), market.callers.as_(Role.LEADER, CITY)
    outsider = market.callers.as_(Role.EXPERT, EAST)
    others = [market.officer, bureau, leader, market.town.community, market.providers[1], market.experts[0], outsider]

    async def fetched(caller: Caller, file: str) -> bool:
        answer = await caller.get(f"/attachments/{file}/content")
        assert answer.status_code in {200, 403, 404}
        assert answer.status_code != 200 or answer.content == PDF
        return answer.status_code == 200

    assert [await fetched(each, plan["id"]) for each in (bidder, colleague)] == [True, True]
    assert not any([await fetched(each, plan["id"]) for each in others])
    for which in (1, 2):
        await market.bid(purchase, which, 16_000_000)
    purchase = made(await market.at(market.officer, DUE).post(f"/purchases/{purchase['id']}/opening", seen=purchase))
    assert not await fetched(market.experts[0], plan["id"])  # not yet on the panel
    await market.seated(purchase)
    assert [await fetched(each, plan["id"]) for each in others] == [True, True, False, False, False, True, False]
    assert not any([await fetched(each, given_up["id"]) for each in others])
    shown = made(await market.officer.get(f"/bids/{bid['id']}"))
    assert shown["attachment_ids"] == [plan["id"]]
    assert made(await outsider.get(f"/bids/{bid['id']}"))["attachment_ids"] is None


async def test_a_bid_takes_only_the_files_of_its_own_organisation(market: Market) -> None:
    purchase, other = await market.announced(), await uploaded(market.at(market.providers[1], START))
    path, body = f"/purchases/{purchase['id']}/bids", BODY | {"attachment_ids": [other["id"]]}
    refused(await market.at(market.providers[0], START).post(path, body), "attachment-unknown", 422)
