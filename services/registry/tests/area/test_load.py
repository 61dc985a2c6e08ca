"""Loading the real divisions of the city: counts, populations, the tree, and doing it twice."""

from fastapi import FastAPI
from sqlalchemy import select

from chassis.testing import Callers, everywhere, told
from registry.area import load
from registry.area.model import AreaTerm, Population


async def loaded(app: FastAPI) -> int:
    async with everywhere(app) as tx:
        return await load.load(tx)


async def test_loads_the_city_once(app: FastAPI) -> None:
    assert await loaded(app) == 1 + 36 + 604
    assert await loaded(app) == 0
    assert len(await told(app, "registry.area.loaded.v1")) == 641


async def test_counts_and_census_are_the_published_ones(app: FastAPI) -> None:
    await loaded(app)
    async with everywhere(app) as tx:
        kinds = list(await tx.scalars(select(AreaTerm.organ_kind)))
        city = await tx.scalar(select(Population.value).where(Population.area_id == load.area_id("441900")))
        units = list(await tx.scalars(select(Population.value).where(Population.area_id != load.area_id("441900"))))
    assert (kinds.count("RC"), kinds.count("VC"), kinds.count("quasi_RC") + kinds.count("quasi_VC")) == (242, 350, 12)
    assert (len(units), sum(units), city) == (33, 10_466_625, 10_466_625)


async def test_anyone_reads_the_tree_without_a_county_level(app: FastAPI, callers: Callers) -> None:
    await loaded(app)
    anyone = callers.signed_out()
    city = (await anyone.get("/areas", level="city")).json()
    assert [area["code"] for area in city] == ["441900"]
    units = (await anyone.get("/areas", parent_id=city[0]["id"])).json()
    assert len(units) == 36
    codes = {unit["code"] for unit in units}
    assert "441900120" not in codes
    assert {"441900401", "441900402", "441900403", "441900404"} <= codes
    unnamed = [area for area in (await anyone.get("/areas", level="community")).json() if area["name"] is None]
    assert len(unnamed) == 581  # shown as 名称待导入, never invented
