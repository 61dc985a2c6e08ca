"""Copies are made anew from the facts alone: every figure is as before, and what people decided is not touched."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from deploy.demo.people import Person
from deploy.local.machine import Machine
from deploy.local.settings import SERVICES
from tests.faults.books import PATIENCE, Books
from tests.faults.rebuilding import different, held, rebuild
from tests.journeys.linkage import Loop
from tests.journeys.town import COMMUNITY, TOWN, Town

# Decided by people or drawn once: samples, answers and targets; hours, places and sign-ups.
DECIDED = {
    "assessment": {"answer", "invitation", "survey", "target"},
    "volunteers": {"attendance", "hours", "places", "signup", "volunteer"},
    "projects": {"activity", "need", "participation", "project"},
}


@pytest.fixture(scope="module")
async def leader(system: Machine, town: Town) -> Person:
    """A leader who looks at one and the same instant, once a loop has been gone through."""
    loop = Loop(town)
    await loop.gather()
    for step in Loop.STEPS:
        await step(loop)
    await Books(system).settled()
    return town.leader.when(datetime.now(UTC) + timedelta(days=1))


async def shown(leader: Person, town: Town) -> str:
    """Everything that the dashboards of a community, its town and the city show, as canonical JSON."""
    # A follower that lost its neighbour for a moment says so until the next answer, and figures are as of before.
    for _ in range(int(PATIENCE)):
        if not (await leader.get(f"/assessment/dashboards/{town.area('441900')}"))["stopped"]:
            break
        await asyncio.sleep(1)
    pages: dict[str, Any] = {}
    for code in (COMMUNITY, TOWN, "441900"):
        area = town.area(code)
        here = f"/assessment/dashboards/{area}"
        pages[here] = dashboard = await leader.get(here)
        for part in ("loop", "communities"):
            pages[f"{here}/{part}"] = await leader.get(f"{here}/{part}")
        for figure in dashboard["figures"]:
            asked = {"indicator": figure["indicator"]}
            pages[f"{here}/tiles {asked}"] = await leader.get(f"{here}/tiles", **asked)
            pages[f"{here} records {asked}"] = await leader.get("/assessment/readings", area_id=area, **asked)
    return json.dumps(pages, sort_keys=True, ensure_ascii=False, indent=1)


async def test_every_figure_is_as_before(system: Machine, town: Town, leader: Person) -> None:
    pages, rows = await shown(leader, town), held(system, "assessment")
    await rebuild(system, "assessment")
    assert await shown(leader, town) == pages
    assert different(rows, held(system, "assessment")) == {}
    assert all(rows[table] for table in DECIDED["assessment"])


async def test_no_row_of_any_other_table_changes(system: Machine, leader: Person) -> None:
    others = [name for name in SERVICES if name != "assessment"]
    before = {service: held(system, service) for service in others}
    await asyncio.gather(*(rebuild(system, service) for service in others))
    for service, rows in before.items():
        assert different(rows, held(system, service)) == {}, service
        assert all(rows[table] for table in DECIDED.get(service, ()))
