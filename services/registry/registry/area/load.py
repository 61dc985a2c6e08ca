"""Loading areas: the statistical divisions of the city and its census populations, once, as facts.

`python -m registry.area.load` may be run again at any time: what is there already is left alone.
"""

import asyncio
import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts, logs
from chassis.clock import wall
from chassis.database import engine_of, sessions_of, system_transaction
from chassis.settings import load as load_settings
from registry.area.model import Area, AreaTerm, Level, OrganKind, Population
from registry.facts import AreaLoaded

DATA = Path(__file__).resolve().parents[2] / "data"
DIVISIONS = DATA / "dongguan_divisions.csv"
POPULATIONS = DATA / "dongguan_towns.csv"
# The divisions are those of the statistical list of this day; the census counted on its reference day.
LISTED_ON = date(2019, 10, 31)
COUNTED_ON = date(2020, 11, 1)
LIST_SOURCE = "国家统计局统计用区划代码 2019-10-31"
CENSUS_SOURCE = "第七次全国人口普查公报"
# An area's id is made once from the code it was first loaded with, and stays when the code changes.
NAMESPACE = UUID("2f6f8a52-5c0e-4a4f-9a53-3c1d5c1f4419")

log = structlog.get_logger()


def area_id(code: str) -> UUID:
    """The permanent id of an area first loaded under a code."""
    return uuid5(NAMESPACE, code)


def read_areas() -> Iterator[tuple[Area, AreaTerm]]:
    """Every division of the list, parents first."""
    keys: dict[str, str] = {}
    with DIVISIONS.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            level = Level({"village": "community"}.get(row["level"], row["level"]))
            parent = row["parent_code"] if level is not Level.CITY else None
            keys[row["code"]] = keys.get(parent or "", "") + row["code"] + "/"
            area = Area(id=area_id(row["code"]), level=level, scope_key=keys[row["code"]], version=1)
            yield (
                area,
                AreaTerm(
                    area_id=area.id,
                    code=row["code"],
                    name=row["name"] or None,
                    organ_kind=OrganKind(row["organ_kind"]),
                    parent_id=area_id(parent) if parent else None,
                    source=LIST_SOURCE,
                    valid_from=LISTED_ON,
                ),
            )


def read_populations() -> dict[UUID, Population]:
    """Census populations of the units that have one, and the city's: their sum."""
    found: dict[UUID, Population] = {}
    total = 0
    with POPULATIONS.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["resident_population_census2020"]:
                value = int(row["resident_population_census2020"])
                total += value
                found[area_id(row["code"])] = _census(area_id(row["code"]), value)
    found[area_id("441900")] = _census(area_id("441900"), total)
    return found


def _census(area: UUID, value: int) -> Population:
    return Population(area_id=area, kind="resident", value=value, counted_on=COUNTED_ON, source=CENSUS_SOURCE)


async def load(tx: AsyncSession) -> int:
    """Adds the areas that are missing and tells each; returns how many."""
    known = set(await tx.scalars(select(Area.id)))
    populations = read_populations()
    added = 0
    for area, term in read_areas():
        if area.id in known:
            continue
        tx.add(area)
        await tx.flush()
        tx.add(term)
        if area.id in populations:
            tx.add(populations[area.id])
        await facts.tell(tx, loaded(area, term, populations.get(area.id)), by="registry")
        added += 1
    return added


def loaded(area: Area, term: AreaTerm, population: Population | None) -> AreaLoaded:
    """The fact that an area has been loaded."""
    return AreaLoaded(**said(area, term, population))


def said(area: Area, term: AreaTerm, population: Population | None) -> dict[str, Any]:
    """What a fact says of an area in one of its terms."""
    counted = population and {
        "value": population.value,
        "kind": population.kind,
        "on": population.counted_on.isoformat(),
        "source": population.source,
    }
    return {
        "area_id": area.id,
        "scope_key": area.scope_key,
        "code": term.code,
        "name": term.name,
        "level": area.level,
        "organ_kind": term.organ_kind,
        "parent_id": term.parent_id,
        "valid_from": term.valid_from,
        "population": counted,
    }


async def main() -> None:
    """Loads into the registry that the environment names."""
    logs.set_up("registry")
    engine = engine_of(load_settings("registry"))
    async with system_transaction(sessions_of(engine), at=wall()) as tx:
        added = await load(tx)
    log.info("areas loaded", added=added)
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
