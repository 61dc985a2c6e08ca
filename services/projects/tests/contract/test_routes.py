"""Contracts: on the award's terms, signed by both sides, changed on a ground and by both, ended with the money free."""

from typing import Any

import pytest

from chassis.database import new_id
from chassis.principal import Role
from chassis.testing import EAST, STONE, Caller, Place, told
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import CEILING
from services.projects.tests.market import Market

CHANGE = {"ground": "additional_service", "reason": "居民要求增加探访次数", "ends_on": "2027-03-31"}


def changed(market: Market, first: int = 12_000_000, second: int = 6_000_000, **said: Any) -> dict[str, Any]:
    """A change of the amounts."""
    stages = market.agreed()["stages"]
    stages[0]["amount_fen"], stages[1]["amount_fen"] = first, second
    return CHANGE | {"stages": stages} | said


async def test_only_an_award_is_contracted_and_only_once(market: Market) -> None:
    purchase = await market.proposed()
    officer = market.at(market.officer, market.after_notice)
    refused(await officer.post(f"/purchases/{purchase['id']}/contract", market.agreed()), "purchase-not-awarded")
    second = market.at(market.second, market.after_notice)
    made(await second.post(f"/purchases/{purchase['id']}/award", seen=purchase))
    contract = made(await officer.post(f"/purchases/{purchase['id']}/contract", market.agreed()), 201)
    assert contract["sign_by"] == "2026-04-21"  # thirty days after the award
    refused(await officer.post(f"/purchases/{purchase['id']}/contract", market.agreed()), "contract-exists")


@pytest.mark.parametrize(
    ("spoilt", "pointer"),
    [
        ({"ends_on": "2029-04-02"}, "/ends_on"),
        ({"ends_on": "2026-10-01"}, "/stages"),
        ({"starts_on": "2026-12-01"}, "/stages"),
    ],
)
async def test_unsound_terms_are_refused(market: Market, spoilt: dict[str, Any], pointer: str) -> None:
    purchase, officer = await market.awarded(), market.at(market.officer, market.after_notice)
    body = market.agreed() | spoilt
    problem = refused(await officer.post(f"/purchases/{purchase['id']}/contract", body), "terms-unsound", 422)
    assert pointer in [each["pointer"] for each in problem["errors"]]


@pytest.mark.parametrize(
    "term", [("9998-01-01", "9998-12-31"), ("2026-04-01", "9999-12-31"), ("0001-01-01", "2027-03-31")]
)
async def test_days_beyond_every_calendar_are_refused(market: Market, term: tuple[str, str]) -> None:
    """No term counted from a day may leave the calendar: it was answered with a 500."""
    purchase, officer = await market.awarded(), market.at(market.officer, market.after_notice)
    body = market.agreed() | {"starts_on": term[0], "ends_on": term[1]}
    problem = refused(await officer.post(f"/purchases/{purchase['id']}/contract", body), "invalid", 422)
    assert {each["pointer"] for each in problem["errors"]} <= {"/starts_on", "/ends_on"}


async def test_stages_add_up_to_the_award(market: Market) -> None:
    purchase, officer = await market.awarded(), market.at(market.officer, market.after_notice)
    refused(await officer.post(f"/purchases/{purchase['id']}/contract", market.agreed(17_999_999)), "terms-unsound")


async def test_signing_gives_the_project_its_provider_and_frees_the_rest(market: Market) -> None:
    contract = await market.signed()
    officer = market.at(market.officer, market.after_notice)
    project = made(await officer.get(f"/projects/{contract['project_id']}"))
    assert project["organisation_id"] == str(market.organisations[0])
    (budget,) = made(await officer.get("/budgets"))["items"]
    assert (budget["contracted_fen"], budget["committed_fen"]) == (18_000_000, CEILING - 18_000_000)
    reason = {"outcome": "提前结束", "met_need_ids": []}
    refused(await officer.post(f"/projects/{project['id']}/closing", reason, seen=project), "contract-running")


async def test_only_the_provider_signs_and_only_while_it_stands(market: Market) -> None:
    purchase, officer = await market.awarded(), market.at(market.officer, market.after_notice)
    contract = made(await officer.post(f"/purchases/{purchase['id']}/contract", market.agreed()), 201)
    winner, path = market.at(market.providers[0], market.after_notice), f"/contracts/{contract['id']}"
    refused(await winner.post(f"{path}/signature", seen=contract), "contract-not-offered")
    contract = made(await officer.post(f"{path}/offer", seen=contract))
    loser = market.at(market.providers[1], market.after_notice)
    refused(await loser.post(f"{path}/signature", seen=contract), "not-found", 404)
    market.registry.bars(market.organisations[0], "suspended")
    refused(await winner.post(f"{path}/signature", seen=contract), "provider-not-standing")


async def test_a_change_needs_a_ground_that_the_law_knows(market: Market) -> None:
    contract, officer = await market.signed(), market.at(market.officer, market.after_notice)
    path = f"/contracts/{contract['id']}/changes"
    body = changed(market)
    del body["ground"]
    assert refused(await officer.post(path, body, seen=contract), "invalid", 422)["errors"][0]["pointer"] == "/ground"
    refused(await officer.post(path, changed(market, ground="我想改"), seen=contract), "ground-unknown", 422)


@pytest.mark.parametrize("ground", ["schedule", "needs_changed", "force_majeure", "public_interest"])
async def test_no_other_ground_than_adding_the_same_service_raises_the_amount(market: Market, ground: str) -> None:
    contract, officer = await market.signed(), market.at(market.officer, market.after_notice)
    path = f"/contracts/{contract['id']}/changes"
    more = changed(market, second=6_000_001, ground=ground)
    refused(await officer.post(path, more, seen=contract), "ground-raises-nothing", 422)
    made(await officer.post(path, changed(market, second=5_000_000, ground=ground), seen=contract), 201)


async def test_the_other_side_agrees_and_the_money_follows(market: Market) -> None:
    contract, officer = await market.signed(), market.at(market.officer, market.after_notice)
    path = f"/contracts/{contract['id']}/changes"
    change = made(await officer.post(path, changed(market, second=7_000_000), seen=contract), 201)
    second = market.at(market.second, market.after_notice)
    refused(await second.post(f"/contract-changes/{change['id']}/agreement", seen=change), "own-change", 403)
    winner = market.at(market.providers[0], market.after_notice)
    contract = made(await winner.get(f"/contracts/{contract['id']}"))
    refused(await winner.post(path, changed(market), seen=contract), "change-waiting")
    made(await winner.post(f"/contract-changes/{change['id']}/agreement", seen=change))
    contract = made(await officer.get(f"/contracts/{contract['id']}"))
    assert contract["amount_fen"] == 19_000_000
    (budget,) = made(await officer.get("/budgets"))["items"]
    assert (budget["contracted_fen"], budget["committed_fen"]) == (19_000_000, 1_000_000)


async def test_no_more_than_the_law_lets_be_added_and_no_more_than_there_is(market: Market) -> None:
    contract, officer = await market.signed(), market.at(market.officer, market.after_notice)
    path = f"/contracts/{contract['id']}/changes"
    too_much = changed(market, second=7_800_001)
    refused(await officer.post(path, too_much, seen=contract), "increase-too-large", 422)


async def test_what_is_settled_stays_as_it_is(market: Market) -> None:
    contract = await market.signed()
    await market.requested(contract)
    officer = market.at(market.officer, market.after_notice)
    seen = made(await officer.get(f"/contracts/{contract['id']}"))
    path = f"/contracts/{contract['id']}/changes"
    refused(await officer.post(path, changed(market, first=11_000_000), seen=seen), "settled-stage", 422)
    refused(
        await officer.post(f"/contracts/{contract['id']}/termination", {"reason": "协商解除"}, seen=seen),
        "stage-unsettled",
    )


async def test_termination_frees_what_was_not_accepted(market: Market) -> None:
    contract, officer = await market.signed(), market.at(market.officer, market.after_notice)
    path = f"/contracts/{contract['id']}/termination"
    ended = made(await officer.post(path, {"reason": "双方协商解除"}, seen=contract))
    assert ended["state"] == "terminated"
    project = made(await officer.get(f"/projects/{contract['project_id']}"))
    assert (project["organisation_id"], project["carried_out_by"]) == (contract["organisation_id"], None)
    outcome = {"outcome": "未能实施", "met_need_ids": []}
    made(await officer.post(f"/projects/{project['id']}/closing", outcome, seen=project))
    (budget,) = made(await officer.get("/budgets"))["items"]
    assert budget["available_fen"] == budget["granted_fen"]


async def test_a_contract_is_not_terminated_while_a_stage_is_unpaid(market: Market) -> None:
    acceptance = await market.requested()
    await market.surveyed(acceptance, None, answered=3)
    payment = await market.passed(acceptance)
    officer, reason = market.at(market.officer, market.after_notice), {"reason": "双方协商解除"}
    path = f"/contracts/{acceptance['contract_id']}"
    contract = made(await officer.get(path))
    refused(await officer.post(f"{path}/termination", reason, seen=contract), "stage-unsettled", 409)
    share = {"share_ppm": 900_000, "reason": "走访核实，服务到位，居民认可"}
    payment = made(await officer.post(f"/payments/{payment['id']}/share", share, seen=payment))
    second = market.at(market.second, market.after_notice)
    payment = made(await second.post(f"/payments/{payment['id']}/share-confirmation", seen=payment))
    refused(await officer.post(f"{path}/termination", reason, seen=contract), "stage-unsettled", 409)
    await market.pay(payment)
    ended = made(await officer.post(f"{path}/termination", reason, seen=made(await officer.get(path))))
    assert ended["state"] == "terminated"


async def test_a_change_that_leaves_nothing_to_do_completes_the_contract(market: Market) -> None:
    acceptance = await market.requested()
    await market.surveyed(acceptance, 1_000_000)
    await market.pay(await market.passed(acceptance))
    officer, winner = (market.at(each, market.after_notice) for each in (market.officer, market.providers[0]))
    path = f"/contracts/{acceptance['contract_id']}"
    only = changed(market) | {"stages": market.agreed()["stages"][:1], "ends_on": "2026-12-31"}
    change = made(await officer.post(f"{path}/changes", only, seen=made(await officer.get(path))), 201)
    made(await winner.post(f"/contract-changes/{change['id']}/agreement", seen=change))
    contract = made(await officer.get(path))
    assert (contract["state"], contract["amount_fen"]) == ("completed", 12_000_000)
    project = made(await officer.get(f"/projects/{contract['project_id']}"))
    made(
        await officer.post(f"/projects/{project['id']}/closing", {"outcome": "完成", "met_need_ids": []}, seen=project)
    )


@pytest.mark.parametrize("place", [STONE, EAST])
async def test_who_belongs_to_the_provider_never_agrees_for_the_purchaser(market: Market, place: Place) -> None:
    contract, officer = await market.signed(), market.at(market.officer, market.after_notice)
    manager = {"role": Role.ORGANISATION_MANAGER, "area_id": str(EAST.id), "scope_key": EAST.scope_key}
    town = {"role": Role.TOWN_OFFICER, "area_id": str(place.id), "scope_key": place.scope_key}
    grants = [manager | {"organisation_id": str(market.organisations[0])}, town]
    account = new_id()
    claims = {"sub": str(account), "kind": "staff", "sid": str(new_id()), "grants": grants}
    both = market.at(Caller(market.app, market.callers.signer.sign(claims), account), market.after_notice)
    path = f"/contracts/{contract['id']}/changes"
    mine = made(await both.post(path, changed(market, second=7_000_000), seen=contract), 201)
    assert mine["side"] == "provider"
    winner = market.at(market.providers[0], market.after_notice)
    refused(await winner.post(f"/contract-changes/{mine['id']}/agreement", seen=mine), "own-change", 403)
    made(await officer.post(f"/contract-changes/{mine['id']}/agreement", seen=mine))


async def test_a_change_waits_for_the_other_side_and_ends_with_the_contract(market: Market) -> None:
    contract, officer = await market.signed(), market.at(market.officer, market.after_notice)
    path = f"/contracts/{contract['id']}"
    made(await officer.post(f"{path}/changes", changed(market), seen=contract), 201)
    (task,) = [each.data for each in await told(market.app, "projects.task.opened.v1") if _asks_for_change(each.data)]
    assert (task["role"], task["organisation_id"]) == ("organisation_manager", str(market.organisations[0]))
    seen = made(await officer.get(path))
    made(await officer.post(f"{path}/termination", {"reason": "双方协商解除"}, seen=seen))
    (change,) = made(await officer.get(f"{path}/changes"))["items"]
    assert (change["state"], change["decided_because"], change["actions"]) == ("refused", "合同已终止", [])
    closed = [each.data for each in await told(market.app, "projects.task.closed.v1") if _asks_for_change(each.data)]
    assert [each["task_id"] for each in closed] == [task["task_id"]]


def _asks_for_change(task: dict[str, Any]) -> bool:
    return task["title_code"] == "contract-change"


async def test_a_contract_that_nobody_signed_is_void_when_its_purchase_fails(market: Market) -> None:
    purchase, officer = await market.awarded(), market.at(market.officer, market.after_notice)
    contract = made(await officer.post(f"/purchases/{purchase['id']}/contract", market.agreed()), 201)
    contract = made(await officer.post(f"/contracts/{contract['id']}/offer", seen=contract))
    purchase = made(await officer.get(f"/purchases/{purchase['id']}"))
    made(await officer.post(f"/purchases/{purchase['id']}/failure", {"reason": "逾期未签约"}, seen=purchase))
    winner = market.at(market.providers[0], market.after_notice)
    contract = made(await winner.get(f"/contracts/{contract['id']}"))
    assert (contract["state"], contract["ended_because"], contract["actions"]) == ("voided", "逾期未签约", [])
    refused(await winner.post(f"/contracts/{contract['id']}/signature", seen=contract), "contract-not-offered", 409)
