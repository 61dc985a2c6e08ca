"""Need, projects and purchase of a path of which every step is contested."""

from datetime import timedelta

from services.projects.tests.answers import made
from services.projects.tests.buying import CEILING, DUE, START
from services.projects.tests.make import need, plan
from services.projects.tests.racing import Contestant, Races, View


async def needed(races: Races) -> None:
    """认领: one takes the need up, one declines it."""
    raised = made(await races.here(races.market.town.town).post("/needs", need(channel="forum")), 201)
    path = f"/needs/{raised['id']}"
    up = Contestant(races.here(races.market.town.community), "POST", f"{path}/acceptance", seen=raised)
    reason = {"reason": "不属于本社区事项"}
    await races.race("need", up, Contestant(races.there(races.clerk), "POST", f"{path}/refusal", reason, raised))


async def approved(races: Races) -> View:
    """审批: two projects of one budget that has room for one; then approved by one and returned by another."""
    market, drafts = races.market, []
    budget = await market.budget(amount_fen=CEILING)
    for _ in range(2):
        project = await market.drafted(budget)
        body = plan(*project["need_ids"], budget_fen=CEILING)
        revise = f"/projects/{project['id']}/revision"
        project = await races.race(
            "project revised",
            Contestant(races.here(market.town.community), "PUT", revise, body | {"title": "甲方案"}, project),
            Contestant(races.there(races.clerk), "PUT", revise, body | {"title": "乙方案"}, project),
        )
        clerk = races.here(market.town.community)
        drafts.append(made(await clerk.post(f"/projects/{project['id']}/submission", seen=project)))
    one, two = (
        Contestant(caller, "POST", f"/projects/{project['id']}/approval", seen=project)
        for caller, project in zip((races.here(market.town.town), races.there(races.third)), drafts, strict=True)
    )
    approved = await races.race("last of a budget", one, two)
    left = next(each for each in drafts if each["id"] != approved["id"])
    await returned(races, left)
    return approved


async def returned(races: Races, project: View) -> None:
    """退回补正 by two officers."""
    path, reason = f"/projects/{project['id']}/return", {"reason": "预算已用完，请调整方案"}
    one = Contestant(races.here(races.market.town.town), "POST", path, reason, project)
    await races.race("project returned", one, Contestant(races.there(races.third), "POST", path, reason, project))


async def announced(races: Races, project: View) -> View:
    """采购: revised by two, then announced while another revises it."""
    officer, other = races.here(races.market.officer), races.there(races.market.second)
    purchase = await races.market.draft(project)
    path = f"/purchases/{purchase['id']}"
    body = races.market.terms(purchase["line_id"])
    purchase = await races.race(
        "purchase revised",
        Contestant(officer, "PUT", f"{path}/revision", body | {"title": "甲采购"}, purchase),
        Contestant(other, "PUT", f"{path}/revision", body | {"title": "乙采购"}, purchase),
    )
    purchase = await races.race(
        "purchase announced or revised",
        Contestant(officer, "POST", f"{path}/announcement", seen=purchase),
        Contestant(other, "PUT", f"{path}/revision", body | {"title": "丙采购"}, purchase),
    )
    if purchase["state"] == "draft":
        purchase = made(await officer.post(f"{path}/announcement", seen=purchase))
    return purchase


async def bid(races: Races, purchase: View) -> None:
    """投标: two managers of one organisation bid, and replace the bid."""
    day = START + timedelta(days=1)
    one, two = races.here(races.market.providers[0], day), races.there(races.deputy, day)
    path, body = (
        f"/purchases/{purchase['id']}/bids",
        {"plan": "每周探访两次，配备两名社工与十名志愿者。", "attachment_ids": []},
    )
    first, second = body | {"amount_fen": 18_000_000}, body | {"amount_fen": 17_900_000}
    bid = await races.race("bid", Contestant(one, "POST", path, first), Contestant(two, "POST", path, second))
    path = f"/bids/{bid['id']}/revision"
    await races.race("bid revised", Contestant(one, "PUT", path, first, bid), Contestant(two, "PUT", path, second, bid))
    for which, amount in ((1, 16_000_000), (2, 19_000_000)):
        await races.market.bid(purchase, which, amount)


async def met(races: Races) -> None:
    """Verbs of a bid against those of its purchase, which hold the two in one order."""
    market, direct = (
        races.market,
        {"method": "direct", "invited_ids": [str(each) for each in races.market.organisations]},
    )
    purchase = await market.announced(**direct)
    bids = [await market.bid(purchase, which, 15_000_000) for which in range(3)]
    path, bidder = f"/purchases/{purchase['id']}", races.there(market.providers[0], DUE - timedelta(seconds=1))
    officer = races.here(market.officer, DUE)
    withdrawal = Contestant(bidder, "POST", f"/bids/{bids[0]['id']}/withdrawal", seen=bids[0])
    await races.meet("withdrawn or opened", Contestant(officer, "POST", f"{path}/opening", seen=purchase), withdrawal)
    purchase = await market.scored(made(await officer.get(path)))
    seen = made(await officer.get(f"/bids/{bids[1]['id']}"))
    reason, third = {"reason": "未响应实质性要求"}, races.there(races.third, DUE)
    exclusion = Contestant(third, "POST", f"/bids/{seen['id']}/exclusion", reason, seen)
    proposal = Contestant(officer, "POST", f"{path}/proposal", seen=purchase)
    await races.meet("excluded or proposed", proposal, exclusion)


async def scored(races: Races, purchase: View) -> View:
    """评分: each expert scores in one window and in another, and changes what was scored in both."""
    purchase = await races.market.seated(purchase)
    own = f"/purchases/{purchase['id']}/scores"
    bids = made(await races.here(races.market.officer, DUE).get(f"/purchases/{purchase['id']}/bids"))["items"]
    for place, bid in enumerate(sorted(bids, key=lambda each: each["id"])):
        for expert in races.market.experts:
            path, here, there = f"/bids/{bid['id']}/score", races.here(expert, DUE), races.there(expert, DUE)
            points = {"plan": 45 - 10 * place, "team": 25 - 5 * place}
            one, two = ({"points": points, "comment": text} for text in ("方案可行", "方案可行，团队稳定"))
            first = Contestant(here, "PUT", path, one), Contestant(there, "PUT", path, two)
            given = await races.race("score", *first, to=own)
            again = Contestant(here, "PUT", path, one, given), Contestant(there, "PUT", path, two, given)
            await races.race("score changed", *again, to=own)
    return purchase


async def objected(races: Races, purchase: View) -> None:
    """异议: answered by two officers at once."""
    soon, notice = DUE + timedelta(days=1), f"/notices/{purchase['notice_id']}"
    loser, text = races.here(races.market.providers[2], soon), {"text": "业绩材料与事实不符，请核查。"}
    raised = made(await loser.post(f"{notice}/objections", text), 201)
    path, answer = f"/objections/{raised['id']}/answer", {"upheld": False, "text": "经核查，业绩材料属实。"}
    other = {"upheld": False, "text": "经复核，异议不成立。"}
    one = Contestant(races.here(races.market.second, soon), "POST", path, answer, raised)
    two = Contestant(races.there(races.third, soon), "POST", path, other, raised)
    await races.race("objection answered", one, two, to=f"{notice}/objections")


async def awarded(races: Races, purchase: View) -> View:
    """成交: opened by two; awarded by one while another reopens the review, until it is awarded."""
    path, due, after = f"/purchases/{purchase['id']}", DUE, races.market.after_notice
    purchase = await races.race(
        "bids opened",
        Contestant(races.here(races.market.officer, due), "POST", f"{path}/opening", seen=purchase),
        Contestant(races.there(races.market.second, due), "POST", f"{path}/opening", seen=purchase),
    )
    purchase = await scored(races, purchase)
    while purchase["state"] != "awarded":
        officer = races.here(races.market.officer, due)
        purchase = made(await officer.post(f"{path}/proposal", seen=purchase))
        await objected(races, purchase)
        reason = {"reason": "评分汇总有误，重新评审"}
        purchase = await races.race(
            "awarded or reviewed again",
            Contestant(races.here(races.market.second, after), "POST", f"{path}/award", seen=purchase),
            Contestant(races.there(races.third, after), "POST", f"{path}/review-again", reason, purchase),
        )
    return purchase
