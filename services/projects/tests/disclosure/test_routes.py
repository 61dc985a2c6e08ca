"""Open data: a year of purchases of every outcome is valid by the standard, and says nothing that is not public."""

import json
from datetime import timedelta
from typing import Any

from chassis.testing import Caller
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import START
from services.projects.tests.disclosure.standard import faults
from services.projects.tests.disclosure.year import MONTH, year
from services.projects.tests.market import Market

# What the release of each outcome fills: tags beyond planning and tender, the tender's, award's and contract's status.
SAID = {
    "announced": ([], "active", None, None),
    "too_few": ([], "unsuccessful", None, None),
    "cancelled": (["tenderCancellation"], "cancelled", None, None),
    "under_review": ([], "active", None, None),
    "proposed": (["award"], "active", "pending", None),
    "upheld": (["award"], "unsuccessful", "unsuccessful", None),
    "reviewed_again": ([], "active", None, None),
    "awarded": (["award"], "complete", "active", None),
    "given_up": (["award", "awardCancellation"], "unsuccessful", "cancelled", None),
    "signed": (["award", "contract"], "complete", "active", "active"),
    "changed": (["award", "contract", "contractAmendment"], "complete", "active", "active"),
    "partly_paid": (["award", "contract", "implementation"], "complete", "active", "active"),
    "ended": (["award", "contract", "implementation"], "complete", "active", "terminated"),
    "broken_off": (["award", "contract", "implementation", "contractTermination"], "complete", "active", "terminated"),
}


def short(release: dict[str, Any]) -> tuple[list[str], str, str | None, str | None]:
    award, contract = (next(iter(release.get(part, [])), {}).get("status") for part in ("awards", "contracts"))
    return release["tag"][2:], release["tender"]["status"], award, contract


async def pages(anyone: Caller, path: str) -> list[dict[str, Any]]:
    """Every page, by the links from one to the next."""
    found = []
    while path:
        found.append(made(await anyone.get(path)))
        path = found[-1].get("links", {}).get("next", "").partition("/api/projects")[2]
    return found


async def test_a_year_of_every_outcome_is_valid_and_tells_no_secret(market: Market) -> None:
    await market.draft()
    bought = await year(market)
    anyone = market.callers.signed_out()
    package = made(await anyone.get("/published/releases?limit=200"))
    assert faults(package) == []
    assert "links" not in package

    told = {each["tender"]["id"]: each for each in package["releases"]}
    assert list(told) == [each["id"] for each in bought.values()]
    assert {name: short(told[each["id"]]) for name, each in bought.items()} == SAID
    _amounts(told, bought)

    by_pages = await pages(anyone, "/published/releases?limit=5")
    assert [len(each["releases"]) for each in by_pages] == [5, 5, 4]
    assert [release for each in by_pages for release in each["releases"]] == package["releases"]
    assert faults(by_pages[0]) == []
    for each in bought.values():
        one = made(await anyone.get(f"/published/purchases/{each['id']}/release"))
        assert one["releases"] == [told[each["id"]]]
    assert faults(one) == []

    # Nobody but the chosen provider, no officer, no expert, no offer but the chosen one, nobody's own words.
    text = json.dumps(package, ensure_ascii=False)
    people = [*market.experts, *market.providers, market.officer, market.second]
    hidden = [str(each.account_id) for each in people] + [str(each) for each in market.organisations[1:]]
    hidden += ["18000001", "180000.01", "160000.0", "每周探访两次", "张三", "评审因素未按公告", "国库"]
    assert [each for each in hidden if each in text] == []


def _amounts(told: dict[str, dict[str, Any]], bought: dict[str, dict[str, Any]]) -> None:
    """Money in yuan, from the line of the budget to what was paid."""
    (contract,) = told[bought["partly_paid"]["id"]]["contracts"]
    assert contract["value"] == {"amount": 180_000.0, "currency": "CNY"}
    assert [each["value"]["amount"] for each in contract["implementation"]["transactions"]] == [102_000.0]
    assert [each["status"] for each in contract["implementation"]["milestones"]] == ["met", "scheduled"]
    (contract,) = told[bought["broken_off"]["id"]]["contracts"]
    assert [each["status"] for each in contract["implementation"]["milestones"]] == ["met", "notMet"]
    (contract,) = told[bought["changed"]["id"]]["contracts"]
    assert contract["value"]["amount"] == 190_000.0
    assert [each["rationale"] for each in contract["amendments"]] == ["追加与合同标的相同的服务"]
    numbers = {name: told[each["id"]]["tender"].get("numberOfTenderers") for name, each in bought.items()}
    assert (numbers["announced"], numbers["too_few"], numbers["ended"]) == (None, 2, 3)


async def test_a_period_is_chosen_by_its_days(market: Market) -> None:
    first = await market.announced()
    market.later = MONTH
    second = await market.announced()
    anyone = market.callers.signed_out()

    async def between(query: str) -> list[str]:
        package = made(await anyone.get(f"/published/releases?{query}"))
        return [each["tender"]["id"] for each in package["releases"]]

    assert await between("from=2026-03-02&to=2026-03-02") == [first["id"]]
    assert await between("from=2026-03-03") == [second["id"]]
    assert await between(f"area_id={first['area_id']}") == [first["id"], second["id"]]
    refused(await anyone.get("/published/releases?to=2026-03-01"), "nothing-published", 404)


async def test_a_draft_is_not_published_even_when_it_is_called_off(market: Market) -> None:
    drafted, anyone = await market.draft(), market.callers.signed_out()
    path = f"/published/purchases/{drafted['id']}"
    refused(await anyone.get(f"{path}/release"), "not-found", 404)
    officer = market.at(market.officer, START)
    reason = {"reason": "计划有变，不再采购"}
    made(await officer.post(f"/purchases/{drafted['id']}/cancellation", reason, seen=drafted))
    refused(await anyone.get(f"{path}/release"), "not-found", 404)
    refused(await anyone.get(path), "not-found", 404)
    assert made(await anyone.get("/published/purchases"))["items"] == []


async def test_a_release_has_another_id_when_more_is_known(market: Market) -> None:
    purchase, anyone = await market.announced(), market.callers.signed_out()
    path = f"/published/purchases/{purchase['id']}/release"
    (before,) = made(await anyone.get(path))["releases"]
    (again,) = made(await anyone.get(path))["releases"]
    officer = market.at(market.officer, START + timedelta(days=1))
    made(await officer.post(f"/purchases/{purchase['id']}/cancellation", {"reason": "重大变故"}, seen=purchase))
    (after,) = made(await anyone.get(path))["releases"]
    assert again == before
    assert (after["ocid"], after["id"] > before["id"], after["date"]) == (before["ocid"], True, "2026-03-03T02:00:00Z")
    assert before["ocid"] == f"ocds-sanshe-{purchase['id']}"


async def test_a_result_that_is_withdrawn_makes_another_release(market: Market) -> None:
    purchase, anyone = await market.proposed(), market.callers.signed_out()
    path = f"/published/purchases/{purchase['id']}/release"
    (before,) = made(await anyone.get(path))["releases"]
    officer = market.at(market.officer, market.after_notice)
    made(await officer.post(f"/purchases/{purchase['id']}/review-again", {"reason": "重新评审"}, seen=purchase))
    (after,) = made(await anyone.get(path))["releases"]
    assert "awards" in before
    assert "awards" not in after
    assert after["date"] > before["date"]
    assert after["id"] != before["id"]
