"""Areas: loading the real divisions of the city, and changing one without losing what it was."""

from datetime import date, timedelta
from typing import Any

from fastapi import FastAPI
from sqlalchemy import select

from chassis import clock
from chassis.principal import Role
from chassis.testing import CITY, Callers, everywhere, told
from registry.area import load
from registry.area.model import AreaTerm, Population


async def loaded(app: FastAPI) -> int:
    async with everywhere(app) as tx:
        return await load.load(tx)


async def community(callers: Callers, organ_kind: str) -> dict[str, Any]:
    listed = (await callers.signed_out().get("/areas", level="community")).json()["items"]
    return next(area for area in listed if area["organ_kind"] == organ_kind)


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
    assert ([area["code"] for area in city["items"]], city["next"]) == (["441900"], None)
    units = (await anyone.get("/areas", parent_id=city["items"][0]["id"])).json()["items"]
    assert len(units) == 36
    codes = {unit["code"] for unit in units}
    assert "441900120" not in codes
    assert {"441900401", "441900402", "441900403", "441900404"} <= codes
    unnamed = [area for area in (await anyone.get("/areas", level="community")).json()["items"] if area["name"] is None]
    assert len(unnamed) == 581  # shown as 名称待导入, never invented


async def test_a_village_becomes_a_neighbourhood_and_stays_findable(app: FastAPI, callers: Callers) -> None:
    await loaded(app)
    village = await community(callers, "VC")
    officer = callers.as_(Role.BUREAU_OFFICER, CITY)
    seen = (await officer.get(f"/areas/{village['id']}")).json()
    body = {"organ_kind": "RC", "valid_from": "2026-06-01", "source": "东府〔2026〕演示号"}
    changed = await officer.post(f"/areas/{village['id']}/change", body, seen=seen)
    assert changed.status_code == 200, changed.text
    assert [term["organ_kind"] for term in changed.json()["terms"]] == ["VC", "RC"]
    before = await officer.get("/areas", level="community", on="2026-05-31")
    after = await officer.get("/areas", level="community", on="2026-06-01")
    kinds = [
        {area["id"]: area["organ_kind"] for area in answer.json()["items"]}[village["id"]] for answer in (before, after)
    ]
    assert kinds == ["VC", "RC"]
    assert len(await told(app, "registry.area.changed.v1")) == 1
    again = await officer.post(f"/areas/{village['id']}/change", body, seen=changed.json())
    assert again.json()["type"] == "change-not-later"
    clerk = callers.as_(Role.TOWN_OFFICER, CITY)
    assert (await clerk.post(f"/areas/{village['id']}/change", body, seen=changed.json())).status_code == 403


async def test_a_code_is_one_areas_and_as_long_as_its_level_says(app: FastAPI, callers: Callers) -> None:
    await loaded(app)
    officer, village, other = (
        callers.as_(Role.BUREAU_OFFICER, CITY),
        *[await community(callers, k) for k in ("VC", "RC")],
    )
    said = {"valid_from": "2026-06-01", "source": "东府〔2026〕演示号"}

    async def change(area: dict[str, Any], **changes: str) -> dict[str, Any]:
        seen = (await officer.get(f"/areas/{area['id']}")).json()
        return (await officer.post(f"/areas/{area['id']}/change", said | changes, seen=seen)).json()

    taken = await change(village, code=other["code"])
    assert (taken["type"], taken["errors"][0]["pointer"]) == ("code-taken", "/code")
    assert (await change(village, code="441900"))["type"] == "code-length-wrong"
    assert (await change(other, code="441900999999"))["terms"][-1]["code"] == "441900999999"
    # Once given up it is free, but not for the time in which the other still had it.
    assert (await change(village, code=other["code"], valid_from="2026-05-01"))["type"] == "code-taken"
    assert (await change(village, code=other["code"]))["terms"][-1]["code"] == other["code"]


async def test_a_change_is_told_when_it_holds(app: FastAPI, callers: Callers) -> None:
    await loaded(app)
    officer, village = callers.as_(Role.BUREAU_OFFICER, CITY), await community(callers, "VC")
    seen = (await officer.get(f"/areas/{village['id']}")).json()
    tomorrow = clock.day(clock.wall()) + timedelta(days=1)
    body = {"organ_kind": "RC", "valid_from": tomorrow.isoformat(), "source": "东府〔2026〕演示号"}
    refused = (await officer.post(f"/areas/{village['id']}/change", body, seen=seen)).json()
    assert (refused["type"], refused["errors"][0]["pointer"]) == ("change-in-future", "/valid_from")


async def test_a_change_tells_the_latest_count(app: FastAPI, callers: Callers) -> None:
    await loaded(app)
    officer, village = callers.as_(Role.BUREAU_OFFICER, CITY), await community(callers, "VC")
    async with everywhere(app) as tx:
        for year, value in ((2020, 4000), (2025, 5000)):
            counted = {"kind": "resident", "counted_on": date(year, 11, 1), "source": "演示"}
            tx.add(Population(area_id=village["id"], value=value, **counted))
    seen = (await officer.get(f"/areas/{village['id']}")).json()
    body = {"organ_kind": "RC", "valid_from": "2026-06-01", "source": "东府〔2026〕演示号"}
    assert (await officer.post(f"/areas/{village['id']}/change", body, seen=seen)).status_code == 200
    (fact,) = await told(app, "registry.area.changed.v1")
    assert fact.data["population"]["value"] == 5000
