"""What a project offers follows its money: lines before approval, a purchase while something is left to spend."""

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
