"""外部统计数: what the national volunteer system counts, beside which the city's own registrations are read."""

from random import Random

from deploy.demo.cast import Cast
from deploy.demo.city import City, together
from deploy.demo.lists import strength

CITY, SYSTEM = "441900", "i志愿"
SOURCE = "演示数据：仿 i志愿 系统月报，非真实统计"
COUNTED_AGO, ENTERED_AGO = (395, 30), 24  # days
LEAST, MORE, GROWTH = 0.055, 0.09, 0.12  # of the residents, in a weak town and how much more in a strong; in a year


async def count_all(city: City, cast: Cast) -> None:
    """Of every town, and of the city as their sum, a year ago and lately."""
    residents = {
        code: area["population"]["value"]
        for code, area in city.areas.items()
        if area["level"] == "township" and area["population"]
    }
    shares = {code: (LEAST + MORE * strength(code)) * _luck(code) for code in residents}
    for ago in COUNTED_AGO:
        past = (1 - GROWTH) if ago > COUNTED_AGO[-1] else 1.0
        counts = {code: round(residents[code] * shares[code] * past) for code in residents}
        counts[CITY] = sum(counts.values())
        await together(_enter(city, cast, code, value, ago) for code, value in counts.items())


def _luck(code: str) -> float:
    return Random(f"i志愿 {code}").uniform(0.9, 1.1)


async def _enter(city: City, cast: Cast, code: str, value: int, ago: int) -> None:
    body = {"area_id": city.area(code), "system": SYSTEM, "counts": "accounts", "value": value}
    body |= {"counted_on": city.day(ago).isoformat(), "source": SOURCE}
    at = city.ago(ago - COUNTED_AGO[-1] + ENTERED_AGO)
    await (
        cast["bureau.officer"].when(at).post("/assessment/outside-counts", body, key=f"demo.outside-count.{code}.{ago}")
    )
