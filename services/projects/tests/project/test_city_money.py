"""The city's money is not spent without the city, however little of it."""

from chassis.testing import CITY, told
from services.projects.tests.answers import made, refused
from services.projects.tests.buying import START
from services.projects.tests.market import Market


async def test_a_project_on_the_citys_budget_is_approved_by_the_bureau_whatever_it_costs(market: Market) -> None:
    project = await market.drafted(await market.budget(CITY), 100)
    clerk, town = market.at(market.town.community, START), market.at(market.town.town, START)
    bureau, path = market.at(market.town.bureau, START), f"/projects/{project['id']}"
    project = made(await clerk.post(f"{path}/submission", seen=project))
    refused(await bureau.post(f"{path}/approval", seen=project), "not-your-step", 403)
    project = made(await town.post(f"{path}/approval", seen=project))
    assert (project["state"], project["review"]["role"]) == ("submitted", "bureau_officer")
    refused(await market.at(market.second, START).post(f"{path}/approval", seen=project), "not-your-step", 403)
    assert made(await bureau.post(f"{path}/approval", seen=project))["state"] == "approved"
    opened = [fact.data for fact in await told(market.app, "projects.task.opened.v1")]
    reviews = [each["role"] for each in opened if each["title_code"] == "project-review"]
    assert reviews == ["town_officer", "bureau_officer"]


async def test_lines_on_the_towns_budget_alone_are_the_towns_to_approve(market: Market) -> None:
    project = await market.drafted(await market.budget(CITY), 100)
    clerk, path = market.at(market.town.community, START), f"/projects/{project['id']}"
    own = {"budget_id": (await market.budget())["id"], "purpose": "购买服务", "amount_fen": 100}
    project = made(await clerk.send("PUT", f"{path}/lines", {"lines": [own]}, seen=project))
    project = made(await clerk.post(f"{path}/submission", seen=project))
    town = market.at(market.town.town, START)
    assert made(await town.post(f"{path}/approval", seen=project))["state"] == "approved"
