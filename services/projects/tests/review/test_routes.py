"""Reviews and awards: free experts, hidden scores, a result that lies open, a second person, no award too early."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from chassis import clock
from chassis.principal import Role
from chassis.testing import EAST, Caller, told
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import DUE
from services.projects.tests.market import Market

FREE = {"conflicted": False, "statement": "与投标人无利益关系"}
POINTS = {"points": {"plan": 40, "team": 20}, "comment": "方案可行"}


async def test_an_expert_with_a_stake_stands_back(market: Market) -> None:
    purchase = await market.opened()
    officer, path = market.at(market.officer, DUE), f"/purchases/{purchase['id']}"
    stake = market.at(market.callers.as_(Role.EXPERT, organisation_id=market.organisations[0]), DUE)
    panel = [stake, *market.experts[:2]]
    made(
        await officer.send(
            "PUT", f"{path}/panel", {"expert_ids": [str(each.account_id) for each in panel]}, seen=purchase
        )
    )
    (bid, *_) = made(await officer.get(f"{path}/bids"))["items"]
    refused(await market.at(market.experts[0], DUE).send("PUT", f"/bids/{bid['id']}/score", POINTS), "not-declared")
    # Whoever holds a role in a bidder has a stake, whatever they say.
    said = made(await stake.post(f"{path}/declaration", FREE))
    assert said["conflicted"] is True
    refused(await stake.send("PUT", f"/bids/{bid['id']}/score", POINTS), "expert-conflicted", 403)
    open_ = market.at(market.experts[0], DUE)
    made(await open_.post(f"{path}/declaration", {"conflicted": True, "statement": "曾任投标人顾问"}))
    refused(await open_.send("PUT", f"/bids/{bid['id']}/score", POINTS), "expert-conflicted", 403)
    refused(await open_.post(f"{path}/declaration", FREE), "already-declared")
    stranger = market.at(market.experts[2], DUE)
    refused(await stranger.send("PUT", f"/bids/{bid['id']}/score", POINTS), "not-on-panel", 403)


async def _waiting(market: Market) -> list[str]:
    """For whom a score waits, by the to-dos told."""
    now: set[str] = set()
    for fact in await told(market.app):
        if fact.data.get("title_code") == "bid-scoring":
            turn = now.add if fact.type == "projects.task.opened.v1" else now.discard
            turn(fact.data["account_id"])
    return sorted(now)


async def test_each_expert_is_told_what_waits_for_it_alone(market: Market) -> None:
    purchase, (one, two, three) = await market.opened(), market.experts
    assert await _waiting(market) == []
    made(await _appoint(market, purchase, one, two, three))
    assert await _waiting(market) == sorted(str(each.account_id) for each in (one, two, three))
    path, fourth = f"/purchases/{purchase['id']}", market.callers.as_(Role.EXPERT, EAST)
    stake = {"conflicted": True, "statement": "曾任投标人顾问"}
    made(await market.at(one, DUE).post(f"{path}/declaration", stake))
    assert await _waiting(market) == sorted(str(each.account_id) for each in (two, three))
    made(await _appoint(market, purchase, two, three, fourth))
    assert await _waiting(market) == sorted(str(each.account_id) for each in (two, three, fourth))
    made(await market.at(two, DUE).post(f"{path}/declaration", FREE))
    for bid in made(await market.officer.get(f"{path}/bids"))["items"]:
        assert str(two.account_id) in await _waiting(market)
        made(await market.at(two, DUE).send("PUT", f"/bids/{bid['id']}/score", POINTS))
    assert await _waiting(market) == sorted(str(each.account_id) for each in (three, fourth))
    failed = {"reason": "采购任务取消"}
    seen = made(await market.officer.get(path))
    made(await market.at(market.officer, DUE).post(f"{path}/failure", failed, seen=seen))
    assert await _waiting(market) == []


async def test_the_review_waits_for_its_conclusion_once_the_whole_panel_has_scored(market: Market) -> None:
    purchase, (one, two, three) = await market.opened(), market.experts
    path = f"/purchases/{purchase['id']}"

    async def waits() -> list[str]:
        officers = {"purchase-review", "purchase-concluding"}
        now: list[str] = []
        for fact in await told(market.app):
            if fact.data.get("title_code") in officers:
                turn = now.append if fact.type == "projects.task.opened.v1" else now.remove
                turn(fact.data["title_code"])
        return now

    async def scores(expert: Caller) -> None:
        made(await market.at(expert, DUE).post(f"{path}/declaration", FREE))
        for bid in made(await market.officer.get(f"{path}/bids"))["items"]:
            made(await market.at(expert, DUE).send("PUT", f"/bids/{bid['id']}/score", POINTS))

    made(await _appoint(market, purchase, one, two, three))
    made(await market.at(one, DUE).post(f"{path}/declaration", {"conflicted": True, "statement": "曾任投标人顾问"}))
    await scores(two)
    await scores(three)
    # One of the panel has a stake: it is to be replaced before anything can be concluded.
    assert await waits() == ["purchase-review"]
    fourth = market.callers.as_(Role.EXPERT, EAST)
    made(await _appoint(market, purchase, two, three, fourth))
    assert await waits() == ["purchase-review"]
    await scores(fourth)
    assert await waits() == ["purchase-concluding"]


async def test_experts_do_not_see_each_others_scores(market: Market) -> None:
    purchase = await market.scored()
    path = f"/purchases/{purchase['id']}/scores"
    mine = made(await market.experts[0].get(path))["items"]
    assert {each["account_id"] for each in mine} == {str(market.experts[0].account_id)}
    assert made(await market.officer.get(path))["items"] == []
    officer = market.at(market.officer, DUE)
    made(await officer.post(f"/purchases/{purchase['id']}/proposal", seen=purchase))
    assert len(made(await market.officer.get(path))["items"]) == 9


async def test_points_decide(market: Market) -> None:
    purchase = await market.proposed()
    bids = made(await market.officer.get(f"/purchases/{purchase['id']}/bids"))["items"]
    best, second, third = sorted(bids, key=lambda each: each["rank"])
    # 20 points of price: 16/18 of them for 180,000 against the lowest 160,000; 70 of 80 for quality.
    assert (best["amount_fen"], best["price_points"], best["quality_points"]) == (18_000_000, 1778, 7000)
    assert (second["price_points"], second["quality_points"]) == (2000, 5500)
    assert third["price_points"] == 1684
    assert purchase["proposed_bid_id"] == best["id"]


async def test_no_result_before_all_have_scored(market: Market) -> None:
    purchase = await market.seated(await market.opened())
    officer = market.at(market.officer, DUE)
    problem = refused(await officer.post(f"/purchases/{purchase['id']}/proposal", seen=purchase), "review-incomplete")
    assert problem["scores_waiting"] == 9


async def test_too_few_valid_bids_cannot_be_awarded(market: Market) -> None:
    purchase, officer = await market.scored(), market.at(market.officer, DUE)
    (bid, *_) = made(await officer.get(f"/purchases/{purchase['id']}/bids"))["items"]
    made(await officer.post(f"/bids/{bid['id']}/exclusion", {"reason": "未响应实质性要求"}, seen=bid))
    problem = refused(await officer.post(f"/purchases/{purchase['id']}/proposal", seen=purchase), "too-few-bids", 409)
    assert (problem["valid"], problem["least"]) == (2, 3)
    failed = {"reason": "有效投标不足三家"}
    assert made(await officer.post(f"/purchases/{purchase['id']}/failure", failed, seen=purchase))["state"] == "failed"


async def _appoint(market: Market, purchase: dict[str, Any], *experts: Caller) -> Any:
    body = {"expert_ids": [str(each.account_id) for each in experts]}
    officer = market.at(market.officer, DUE)
    seen = made(await officer.get(f"/purchases/{purchase['id']}"))
    return await officer.send("PUT", f"/purchases/{purchase['id']}/panel", body, seen=seen)


async def test_whoever_had_a_stake_never_sits_again(market: Market) -> None:
    purchase, (one, two, three) = await market.opened(), market.experts
    fourth = market.callers.as_(Role.EXPERT, EAST)
    made(await _appoint(market, purchase, one, two, three))
    path = f"/purchases/{purchase['id']}"
    stake = {"conflicted": True, "statement": "曾任投标人顾问"}
    made(await market.at(one, DUE).post(f"{path}/declaration", stake))
    made(await _appoint(market, purchase, two, three, fourth))
    shown = made(await market.officer.get(f"{path}/panel"))["items"]
    assert {each["account_id"] for each in shown} == {str(each.account_id) for each in (two, three, fourth)}
    refused(await market.at(one, DUE).post(f"{path}/declaration", FREE), "not-on-panel", 403)
    refused(await _appoint(market, purchase, one, two, three), "expert-conflicted", 403)
    # Who was replaced for another reason may come back, with what they declared.
    made(await market.at(two, DUE).post(f"{path}/declaration", FREE))
    fifth = market.callers.as_(Role.EXPERT, EAST)
    made(await _appoint(market, purchase, fifth, three, fourth))
    made(await _appoint(market, purchase, two, three, fourth))
    refused(await market.at(two, DUE).post(f"{path}/declaration", FREE), "already-declared")


async def test_a_review_that_has_begun_keeps_its_members(market: Market) -> None:
    purchase, (one, two, three) = await market.opened(), market.experts
    made(await _appoint(market, purchase, one, two, three))
    path = f"/purchases/{purchase['id']}"
    fourth, fifth = (market.callers.as_(Role.EXPERT, EAST) for _ in range(2))
    made(await market.at(one, DUE).post(f"{path}/declaration", FREE))
    bids = made(await market.officer.get(f"{path}/bids"))["items"]
    for bid in bids:
        made(await market.at(one, DUE).send("PUT", f"/bids/{bid['id']}/score", POINTS))
    refused(await _appoint(market, purchase, two, three, fourth), "review-begun", 409)
    refused(await _appoint(market, purchase, one, two, three, fourth, fifth), "review-begun", 409)
    made(await market.at(two, DUE).post(f"{path}/declaration", {"conflicted": True, "statement": "曾任投标人顾问"}))
    made(await _appoint(market, purchase, one, three, fourth))


async def test_who_never_comes_is_replaced_and_counts_for_nothing(market: Market) -> None:
    """An absent member, or an account that nobody holds, does not hold up the review for good."""
    purchase, (one, two, absent) = await market.opened(), market.experts
    made(await _appoint(market, purchase, one, two, absent))
    path, fourth = f"/purchases/{purchase['id']}", market.callers.as_(Role.EXPERT, EAST)
    bids = made(await market.officer.get(f"{path}/bids"))["items"]
    for expert in (one, two, absent):
        made(await market.at(expert, DUE).post(f"{path}/declaration", FREE))
        for bid in bids[:1] if expert is absent else bids:
            made(await market.at(expert, DUE).send("PUT", f"/bids/{bid['id']}/score", POINTS))
    officer = market.at(market.officer, DUE)
    seen = made(await officer.get(path))
    refused(await officer.post(f"{path}/proposal", seen=seen), "review-incomplete", 409)
    made(await _appoint(market, purchase, one, two, fourth))
    made(await market.at(fourth, DUE).post(f"{path}/declaration", FREE))
    for bid in bids:
        made(await market.at(fourth, DUE).send("PUT", f"/bids/{bid['id']}/score", POINTS))
    seen = made(await officer.get(path))
    assert made(await officer.post(f"{path}/proposal", seen=seen))["state"] == "proposed"
    # What everybody scored stands, also in another review.
    seen = made(await officer.get(path))
    made(await officer.post(f"{path}/review-again", {"reason": "评分汇总有误"}, seen=seen))
    refused(await _appoint(market, purchase, one, two, absent), "review-begun", 409)


async def test_scores_and_points_are_sealed_again_for_another_review(market: Market) -> None:
    purchase, officer = await market.proposed(), market.at(market.officer, DUE)
    path = f"/purchases/{purchase['id']}"
    made(await officer.post(f"{path}/review-again", {"reason": "评分汇总有误"}, seen=purchase))
    assert made(await officer.get(f"{path}/scores"))["items"] == []
    mine = made(await market.experts[0].get(f"{path}/scores"))["items"]
    assert {each["account_id"] for each in mine} == {str(market.experts[0].account_id)}
    bids = made(await officer.get(f"{path}/bids"))["items"]
    assert {(each["price_points"], each["quality_points"], each["rank"]) for each in bids} == {(None, None, None)}


async def test_panel_and_scores_are_for_its_officers_and_members(market: Market) -> None:
    purchase = await market.scored()
    stranger, worker = (market.callers.as_(role, EAST) for role in (Role.EXPERT, Role.SOCIAL_WORKER))
    for what in ("panel", "scores"):
        path = f"/purchases/{purchase['id']}/{what}"
        for caller in (market.officer, market.experts[0]):
            made(await caller.get(path))
        refused(await stranger.get(path), "not-on-panel", 403)
        refused(await worker.get(path), "forbidden", 403)
    assert made(await worker.get(f"/purchases/{purchase['id']}"))["invited_ids"] is None
    assert made(await market.officer.get(f"/purchases/{purchase['id']}"))["invited_ids"] == []


async def test_an_expert_reads_bids_once_free(market: Market) -> None:
    purchase, (one, two, three) = await market.opened(), market.experts
    path = f"/purchases/{purchase['id']}"

    async def read(expert: Caller) -> set[tuple[int | None, str | None]]:
        listed = made(await expert.get(f"{path}/bids"))["items"]
        alone = [made(await expert.get(f"/bids/{each['id']}")) for each in listed]
        assert all(each["provider_name"] for each in alone)
        return {(each["amount_fen"], each["plan"]) for each in [*listed, *alone]}

    assert await read(one) == {(None, None)}
    made(await _appoint(market, purchase, one, two, three))
    assert await read(one) == {(None, None)}
    made(await market.at(one, DUE).post(f"{path}/declaration", FREE))
    made(await market.at(two, DUE).post(f"{path}/declaration", {"conflicted": True, "statement": "曾任投标人顾问"}))
    assert {amount for amount, _ in await read(one)} == {18_000_000, 16_000_000, 19_000_000}
    assert await read(two) == {(None, None)}


@pytest.mark.parametrize("verb", ["cancellation", "failure"])
async def test_the_notice_goes_with_the_purchase(market: Market, verb: str) -> None:
    purchase, after = await market.proposed(), DUE + timedelta(days=1)
    text = {"text": "成交供应商的业绩材料与事实不符，请核查。"}
    loser = market.at(market.providers[2], after)
    made(await loser.post(f"/notices/{purchase['notice_id']}/objections", text), 201)
    officer, reason = market.at(market.second, after), {"reason": "采购任务取消"}
    made(await officer.post(f"/purchases/{purchase['id']}/{verb}", reason, seen=purchase))
    notice = made(await officer.get(f"/notices/{purchase['notice_id']}"))
    assert (notice["state"], notice["withdrawn_because"]) == ("withdrawn", "采购任务取消")
    opened = await told(market.app, "projects.task.opened.v1")
    (answer,) = (each.data["task_id"] for each in opened if each.data["title_code"] == "objection-answer")
    assert answer in {each.data["task_id"] for each in await told(market.app, "projects.task.closed.v1")}


async def test_no_points_beyond_a_criterion(market: Market) -> None:
    purchase = await market.seated(await market.opened())
    (bid, *_) = made(await market.officer.get(f"/purchases/{purchase['id']}/bids"))["items"]
    expert = market.at(market.experts[0], DUE)
    wrong = {"points": {"plan": 51, "price": 20}, "comment": "方案可行"}
    problem = refused(await expert.send("PUT", f"/bids/{bid['id']}/score", wrong), "points-unsound", 422)
    assert [each["pointer"] for each in problem["errors"]] == ["/points/plan", "/points/price", "/points/team"]


async def test_a_panel_is_odd_and_large_enough(market: Market) -> None:
    purchase = await market.opened()
    officer, path = market.at(market.officer, DUE), f"/purchases/{purchase['id']}/panel"
    for size in (1, 2):
        body = {"expert_ids": [str(each.account_id) for each in market.experts[:size]]}
        problem = refused(await officer.send("PUT", path, body, seen=purchase), "panel-unsound", 422)
        assert problem["errors"][0]["title"] == f"选了 {size} 人；应为单数，不少于 {problem['least']} 人"


async def test_no_award_while_the_notice_runs_or_an_objection_waits(market: Market) -> None:
    purchase = await market.proposed()
    path = f"/purchases/{purchase['id']}/award"
    early = market.at(market.second, market.after_notice - timedelta(hours=20))
    refused(await early.post(path, seen=purchase), "notice-running", 409)
    loser = market.at(market.providers[2], DUE + timedelta(days=1))
    text = {"text": "成交供应商的业绩材料与事实不符，请核查。"}
    objection = made(await loser.post(f"/notices/{purchase['notice_id']}/objections", text), 201)
    after = market.at(market.second, market.after_notice)
    refused(await after.post(path, seen=purchase), "objection-waiting", 409)
    assert made(await market.callers.signed_out().get(f"/notices/{purchase['notice_id']}"))["objections_waiting"] == 1
    answer = {"upheld": False, "text": "经核查，业绩材料属实，异议不成立。"}
    mine = market.at(market.officer, market.after_notice)
    tasks = [each.data for each in await told(market.app, "projects.task.opened.v1")]
    # A community's purchase is its town's: whoever may answer is asked to.
    assert [each["role"] for each in tasks if each["title_code"] == "objection-answer"] == ["town_officer"]
    refused(await mine.post(f"/objections/{objection['id']}/answer", answer, seen=objection), "own-notice", 403)
    listed = made(await after.get(f"/notices/{purchase['notice_id']}/objections"))["items"]
    assert [(each["id"], each["actions"][0]["name"]) for each in listed] == [(objection["id"], "answer")]
    made(await after.post(f"/objections/{objection['id']}/answer", answer, seen=objection))
    notice = made(await after.get(f"/notices/{purchase['notice_id']}"))
    counts = [notice[f"objections_{each}"] for each in ("waiting", "upheld", "dismissed")]
    assert counts == [0, 0, 1]
    awarded = made(await after.post(path, seen=purchase))
    assert (awarded["state"], awarded["awarded_fen"]) == ("awarded", 18_000_000)


async def test_an_upheld_objection_blocks_until_it_is_reviewed_again(market: Market) -> None:
    market.organisations.append(uuid4())
    market.providers.append(market.callers.as_(Role.ORGANISATION_MANAGER, organisation_id=market.organisations[3]))
    purchase = await market.scored(await market.opened(18_000_000, 16_000_000, 19_000_000, 19_500_000))
    purchase = made(await market.at(market.officer, DUE).post(f"/purchases/{purchase['id']}/proposal", seen=purchase))
    loser = market.at(market.providers[2], DUE + timedelta(days=1))
    text = {"text": "成交供应商的业绩材料与事实不符，请核查。"}
    objection = made(await loser.post(f"/notices/{purchase['notice_id']}/objections", text), 201)
    second = market.at(market.second, market.after_notice)
    answer = {"upheld": True, "text": "经核查，业绩材料确有不实。"}
    made(await second.post(f"/objections/{objection['id']}/answer", answer, seen=objection))
    refused(await second.post(f"/purchases/{purchase['id']}/award", seen=purchase), "objection-upheld")
    officer, reason = market.at(market.officer, market.after_notice), {"reason": "业绩材料不实"}
    again = made(await officer.post(f"/purchases/{purchase['id']}/review-again", reason, seen=purchase))
    best = made(await officer.get(f"/bids/{purchase['proposed_bid_id']}"))
    excluded = made(await officer.post(f"/bids/{best['id']}/exclusion", reason, seen=best))
    assert excluded["state"] == "excluded"
    proposed = made(await officer.post(f"/purchases/{purchase['id']}/proposal", seen=again))
    assert proposed["proposed_bid_id"] != best["id"]
    # The new result lies open for a whole window of its own.
    refused(await second.post(f"/purchases/{purchase['id']}/award", seen=proposed), "notice-running")


async def test_two_people_award_and_only_to_who_still_stands(market: Market) -> None:
    purchase = await market.proposed()
    path = f"/purchases/{purchase['id']}/award"
    same = market.at(market.officer, market.after_notice)
    refused(await same.post(path, seen=purchase), "own-proposal", 403)
    second = market.at(market.second, market.after_notice)
    market.registry.silent = True
    refused(await second.post(path, seen=purchase), "neighbour-silent", 503)
    market.registry.silent = False
    market.registry.bars(market.organisations[0], "barred")
    refused(await second.post(path, seen=purchase), "provider-not-standing", 409)


async def test_only_who_sits_on_the_panel_is_offered_to_declare_and_to_score(market: Market) -> None:
    purchase = await market.opened()
    path, bids = f"/purchases/{purchase['id']}", f"/purchases/{purchase['id']}/bids"
    officer, member = market.at(market.officer, DUE), market.at(market.experts[0], DUE)
    stranger = market.at(market.callers.as_(Role.EXPERT, EAST), DUE)
    panel = {"expert_ids": [str(each.account_id) for each in market.experts]}
    made(await officer.send("PUT", f"{path}/panel", panel, seen=purchase))

    async def offered(caller: Caller) -> set[str]:
        of_bids = [each["actions"] for each in made(await caller.get(bids))["items"]]
        found = [*made(await caller.get(path))["actions"], *(each for actions in of_bids for each in actions)]
        return {each["name"] for each in found}

    assert await offered(stranger) == set()
    assert await offered(member) == {"declaration"}
    made(await member.post(f"{path}/declaration", FREE))
    assert await offered(member) == {"score"}


async def test_a_second_window_overwrites_no_score_unseen(market: Market) -> None:
    purchase = await market.seated(await market.opened())
    (bid, *_) = made(await market.officer.get(f"/purchases/{purchase['id']}/bids"))["items"]
    expert, path = market.at(market.experts[0], DUE), f"/bids/{bid['id']}/score"
    first = made(await expert.send("PUT", path, POINTS))
    refused(await expert.send("PUT", path, POINTS), "version-missing", 428)
    changed = made(await expert.send("PUT", path, POINTS | {"comment": "方案更好"}, seen=first))
    refused(await expert.send("PUT", path, POINTS, seen=first), "version-stale", 412)
    assert changed["version"] > first["version"]


async def test_a_result_is_offered_once_the_review_is_complete(market: Market) -> None:
    purchase, officer = await market.seated(await market.opened()), market.at(market.officer, DUE)
    path = f"/purchases/{purchase['id']}"

    async def offered() -> bool:
        (listed,) = made(await officer.get("/purchases"))["items"]
        one = made(await officer.get(path))
        assert one["actions"] == listed["actions"]
        return "proposal" in {each["name"] for each in one["actions"]}

    assert not await offered()
    for bid in made(await officer.get(f"{path}/bids"))["items"]:
        for expert in market.experts:
            assert not await offered()
            made(await market.at(expert, DUE).send("PUT", f"/bids/{bid['id']}/score", POINTS))
    assert await offered()


async def test_what_moves_a_review_on_is_offered_first(market: Market) -> None:
    purchase, officer = await market.scored(), market.at(market.officer, DUE)
    shown = made(await officer.get(f"/purchases/{purchase['id']}"))
    assert [each["name"] for each in shown["actions"]][:2] == ["proposal", "panel"]


async def test_an_award_is_offered_to_a_second_person_from_the_day_on_which_the_notice_ends(market: Market) -> None:
    purchase = await market.proposed()
    path = f"/purchases/{purchase['id']}"
    notice = made(await market.second.get(f"/notices/{purchase['notice_id']}"))
    ends = datetime.fromisoformat(notice["closes_at"])

    async def offered(caller: Caller, moment: datetime) -> list[str]:
        shown = made(await market.at(caller, moment).get(path))
        return [each["name"] for each in shown["actions"]]

    before, after = ends - timedelta(minutes=1), ends
    assert "award" not in await offered(market.second, before)
    early = refused(await market.at(market.second, before).post(f"{path}/award", seen=purchase), "notice-running")
    assert early["detail"] == f"{clock.day(ends).isoformat()} 公示期满，当日起可办。"
    assert (await offered(market.second, after))[0] == "award"
    assert "award" not in await offered(market.officer, after)


async def test_only_who_has_a_stake_explains_it(market: Market) -> None:
    purchase, (one, two, three) = await market.opened(), market.experts
    made(await _appoint(market, purchase, one, two, three))
    path = f"/purchases/{purchase['id']}/declaration"
    refused(await market.at(one, DUE).post(path, {"conflicted": True, "statement": " "}), "invalid", 422)
    assert made(await market.at(two, DUE).post(path, {"conflicted": False}))["conflicted"] is False


async def test_an_answer_is_offered_to_who_may_give_it_while_the_notice_stands(market: Market) -> None:
    purchase = await market.proposed()
    loser, text = market.at(market.providers[2], DUE + timedelta(days=1)), {"text": "业绩材料与事实不符，请核查。"}
    path = f"/notices/{purchase['notice_id']}/objections"
    objection = made(await loser.post(path, text), 201)

    async def offered(caller: Caller) -> list[str]:
        (shown,) = made(await caller.get(path))["items"]
        return [each["name"] for each in shown["actions"]]

    assert (await offered(market.officer), await offered(market.second)) == ([], ["answer"])
    officer, reason = market.at(market.officer, DUE + timedelta(days=2)), {"reason": "评分汇总有误"}
    made(await officer.post(f"/purchases/{purchase['id']}/review-again", reason, seen=purchase))
    assert await offered(market.second) == []
    answer = {"upheld": True, "text": "经核查，业绩材料确有不实。"}
    second = market.at(market.second, DUE + timedelta(days=2))
    refused(await second.post(f"/objections/{objection['id']}/answer", answer, seen=objection), "notice-withdrawn", 409)


async def test_everybody_reads_who_won_while_the_award_holds_and_the_notice_as_it_lay_open(market: Market) -> None:
    purchase = await market.proposed()
    officer, path = market.at(market.second, market.after_notice), f"/purchases/{purchase['id']}"
    lay_open = made(await officer.get(f"/notices/{purchase['notice_id']}"))
    purchase = made(await officer.post(f"{path}/award", seen=purchase))
    public = made(await officer.get(f"/published{path}"))
    bids = made(await officer.get(f"{path}/bids"))["items"]
    winner = next(each["provider_name"] for each in bids if each["rank"] == 1)
    assert public["awarded_name"] == winner
    assert winner in [each["awarded_name"] for each in made(await officer.get("/published/purchases"))["items"]]
    notice = made(await officer.get(f"/notices/{purchase['notice_id']}"))
    assert [notice[each] for each in ("title", "text")] == [lay_open[each] for each in ("title", "text")]
    assert notice["text"].startswith(f"拟成交供应商：{winner}；")
    assert (lay_open["confirmed_at"], notice["confirmed_at"]) == (None, public["awarded_at"])
    given_up = {"reason": "成交供应商未在期限内签订合同"}
    made(await officer.post(f"{path}/failure", given_up, seen=purchase))
    for shown in (f"/published{path}", path):
        seen = made(await officer.get(shown))
        named = [seen[f"awarded_{each}"] for each in ("name", "fen", "organisation_id")]
        assert (seen["state"], named) == ("failed", [None, None, None])
    notice = made(await officer.get(f"/notices/{purchase['notice_id']}"))
    assert (notice["state"], notice["confirmed_at"], notice["text"]) == ("withdrawn", None, lay_open["text"])
