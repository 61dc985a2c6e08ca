"""Budgets: granted by their area, never overdrawn by projects that are approved beside each other, open to all."""

from datetime import timedelta

from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, STONE, told
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import BUDGET, CEILING, START
from services.projects.tests.make import plan
from services.projects.tests.market import Market


async def test_approval_commits_and_no_more_than_there_is(market: Market) -> None:
    budget = await market.budget(amount_fen=CEILING + 1)
    await market.project(budget)
    drafted = await market.drafted(budget)
    clerk, town = market.at(market.town.community, START), market.at(market.town.town, START)
    submitted = made(await clerk.post(f"/projects/{drafted['id']}/submission", seen=drafted))
    problem = refused(await town.post(f"/projects/{drafted['id']}/approval", seen=submitted), "budget-exceeded", 409)
    assert problem["balance_fen"] == 1
    (shown,) = made(await market.officer.get("/budgets"))["items"]
    assert (shown["available_fen"], shown["committed_fen"]) == (1, CEILING)


async def test_lines_add_up_and_draw_on_budgets_within_reach(market: Market) -> None:
    budget, clerk = await market.budget(), market.at(market.town.community, START)
    need = await market.town.pooled()
    project = made(await clerk.post("/projects", plan(need["id"], budget_fen=CEILING)), 201)
    path = f"/projects/{project['id']}/lines"
    line = {"budget_id": budget["id"], "purpose": "购买服务", "amount_fen": CEILING - 1}
    refused(await clerk.send("PUT", path, {"lines": [line]}, seen=project), "lines-do-not-add-up", 422)
    stone = market.callers.as_(Role.TOWN_OFFICER, STONE)
    body = {"area_id": str(STONE.id), "year": 2026, "name": "石碣", "document": "石府〔2026〕1号", "amount_fen": BUDGET}
    other = made(await stone.post("/budgets", body), 201)
    far = {"lines": [line | {"budget_id": other["id"], "amount_fen": CEILING}]}
    problem = refused(await clerk.send("PUT", path, far, seen=project), "budget-out-of-reach", 422)
    assert problem["errors"][0]["pointer"] == "/lines/0/budget_id"


async def test_a_community_may_draw_on_the_city(market: Market) -> None:
    city = await market.budget(CITY)
    project = await market.project(city)
    assert project["state"] == "approved"
    shown = made(await market.callers.signed_out().get(f"/published/budgets?for_area_id={EAST_RC.id}"))["items"]
    assert [(each["id"], each["committed_fen"]) for each in shown] == [(city["id"], CEILING)]


async def test_a_budget_is_cut_only_by_what_is_left_and_every_move_is_shown(market: Market) -> None:
    budget = await market.budget()
    await market.project(budget)
    officer, path = market.at(market.officer, START), f"/budgets/{budget['id']}"
    seen = made(await officer.get(path))
    cut = {"by_fen": -BUDGET, "document": "东财〔2026〕9号"}
    refused(await officer.post(f"{path}/changes", cut, seen=seen), "budget-exceeded", 409)
    made(await officer.post(f"{path}/changes", cut | {"by_fen": -1}, seen=seen))
    moves = made(await officer.get(f"{path}/transfers"))["items"]
    assert [(each["source"], each["target"], each["amount_fen"]) for each in reversed(moves)] == [
        ("granted", "available", BUDGET),
        ("available", "committed", CEILING),
        ("available", "granted", 1),
    ]


async def test_transfers_are_read_by_the_time_they_name_the_latest_first(market: Market) -> None:
    budget = await market.budget()
    path = f"/budgets/{budget['id']}"
    for days, by_fen in ((3, -3), (1, -1), (2, -2)):
        officer = market.at(market.officer, START + timedelta(days=days))
        cut = {"by_fen": by_fen, "document": "东财〔2026〕9号"}
        made(await officer.post(f"{path}/changes", cut, seen=made(await officer.get(path))))
    first = made(await market.officer.get(f"{path}/transfers?limit=2"))
    rest = made(await market.officer.get(f"{path}/transfers?limit=2&after={first['next']}"))
    assert [each["amount_fen"] for each in [*first["items"], *rest["items"]]] == [3, 2, 1, BUDGET]


async def test_budgets_belong_to_towns_and_the_city_and_have_their_own_names(market: Market) -> None:
    officer = market.at(market.officer, START)
    body = {"year": 2026, "name": "购买服务", "document": "东财〔2026〕1号", "amount_fen": 1}
    refused(await officer.post("/budgets", body | {"area_id": str(EAST_RC.id)}), "not-a-budget-area", 422)
    made(await officer.post("/budgets", body | {"area_id": str(EAST.id)}), 201)
    refused(await officer.post("/budgets", body | {"area_id": str(EAST.id)}), "budget-named", 409)
    refused(await officer.post("/budgets", body | {"area_id": str(CITY.id)}), "not-found", 404)


async def test_who_has_not_read_the_lines_that_another_wrote_is_told(market: Market) -> None:
    budget = await market.budget()
    project, clerk = await market.drafted(budget), market.at(market.town.community, START)
    path, line = f"/projects/{project['id']}/lines", {"budget_id": budget["id"], "amount_fen": CEILING}
    made(await clerk.send("PUT", path, {"lines": [line | {"purpose": "助餐服务"}]}, seen=project))
    refused(
        await clerk.send("PUT", path, {"lines": [line | {"purpose": "购买服务"}]}, seen=project), "version-stale", 412
    )
    (kept,) = made(await clerk.get(path))["items"]
    assert kept["purpose"] == "助餐服务"


async def test_a_change_by_nothing_is_none(market: Market) -> None:
    budget, officer = await market.budget(), market.at(market.officer, START)
    body = {"by_fen": 0, "document": "东财〔2026〕2号"}
    problem = refused(await officer.post(f"/budgets/{budget['id']}/changes", body, seen=budget), "invalid", 422)
    assert problem["errors"][0]["pointer"] == "/by_fen"
    assert await told(market.app, "projects.budget.changed.v1") == []
