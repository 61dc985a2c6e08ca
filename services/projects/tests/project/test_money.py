"""What a project offers follows its money: lines before approval, a purchase while something is left to spend."""

from datetime import datetime, timedelta
from typing import Any

from chassis.testing import Caller
from services.projects.tests.answers import made
from services.projects.tests.buying import CEILING, DUE, START
from services.projects.tests.make import Town, plan
from services.projects.tests.market import Market


def _offered(view: dict[str, Any]) -> list[str]:
    return [each["name"] for each in view["actions"]]


async def test_a_draft_with_money_offers_its_lines_first_until_they_add_up(market: Market, town: Town) -> None:
    draft = made(await town.community.post("/projects", plan((await town.pooled())["id"])), 201)
    assert (draft["lines_fen"], _offered(draft)) == (0, ["lines", "submission", "revision"])
    funded = await market.drafted(await market.budget())
    assert (funded["lines_fen"], funded["free_fen"]) == (CEILING, 0)
    assert _offered(funded) == ["submission", "revision", "lines"]


async def test_a_project_approved_without_lines_offers_no_purchase(town: Town) -> None:
    shown = made(await town.town.get(f"/projects/{(await town.approved())['id']}"))
    assert (shown["state"], shown["free_fen"]) == ("approved", 0)
    assert "purchases" not in _offered(shown)


async def test_a_purchase_is_offered_while_money_is_left_and_none_runs(market: Market) -> None:
    project = await market.project()
    path = f"/projects/{project['id']}"

    async def of(caller: Caller) -> dict[str, Any]:
        (listed,) = made(await caller.get("/projects"))["items"]
        one = made(await caller.get(path))
        assert listed["actions"] == one["actions"]
        return one

    ready = await of(market.at(market.officer, START))
    assert (ready["free_fen"], _offered(ready)[0]) == (CEILING, "purchases")
    purchase = await market.draft(project, ceiling_fen=CEILING - 100)
    officer = market.at(market.officer, START)
    made(await officer.post(f"/purchases/{purchase['id']}/announcement", seen=purchase))
    running = await of(market.at(market.officer, DUE))
    assert running["free_fen"] == 100
    assert "purchases" not in _offered(running)


async def test_closing_comes_first_only_once_it_is_what_is_left(market: Market) -> None:
    project = await market.project()
    path = f"/projects/{project['id']}"
    before = made(await market.at(market.officer, START).get(path))
    assert (before["closing_due"], _offered(before)[-1]) == (False, "closing")
    over = datetime.fromisoformat(f"{project['ends_on']}T12:00:00+08:00") + timedelta(days=1)
    assert _offered(made(await market.at(market.officer, over).get(path)))[0] == "closing"


async def test_closing_comes_first_once_everything_is_paid(market: Market) -> None:
    contract = await market.signed()
    path = f"/projects/{contract['project_id']}"
    for no in (1, 2):
        acceptance = await market.requested(contract, no)
        await market.surveyed(acceptance, 900_000)
        await market.pay(await market.passed(acceptance))
    shown = made(await market.at(market.officer, market.after_notice).get(path))
    assert (shown["closing_due"], shown["free_fen"] > 0, _offered(shown)[0]) == (True, True, "closing")
