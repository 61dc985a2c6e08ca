"""The city as its published lists have it: 36 units, 604 communities, the census of 2020."""

import csv
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import delete

from chassis.tables import AreaCopy
from chassis.testing import CITY, Place, everywhere
from services.assessment.tests.make import City, acted

DATA = Path(__file__).parents[2] / "registry" / "data"


def populations() -> dict[str, int]:
    """Of each unit that the census counted, by code."""
    with (DATA / "dongguan_towns.csv").open(encoding="utf-8") as towns:
        counted = {row["code"]: int(row["resident_population_census2020"] or 0) for row in csv.DictReader(towns)}
    return {code: value for code, value in counted.items() if value}


def tell_dongguan(told: City) -> list[Place]:
    """All of its areas, as the registry tells of them."""
    population, places = populations(), {"441900": CITY}
    with (DATA / "dongguan_divisions.csv").open(encoding="utf-8") as divisions:
        for row in csv.DictReader(divisions):
            level = {"village": "community"}.get(row["level"], row["level"])
            code = row["code"]
            place = places.setdefault(code, Place(code, level, row["organ_kind"], places.get(row["parent_code"])))
            told.area(place, population.get(code))
    return list(places.values())


async def load_dongguan(app: FastAPI, city: City | None = None) -> None:
    """Its areas take the place of those that every test begins with."""
    async with everywhere(app) as tx:
        await tx.execute(delete(AreaCopy))
    told = city or City()
    tell_dongguan(told)
    await acted(app, told)
