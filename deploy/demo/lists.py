"""Paper lists of two years, laid before a service, checked and confirmed: here volunteers, month by month."""

import asyncio
import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from random import Random
from typing import Any

from deploy.demo.cast import Cast, crowd
from deploy.demo.city import City
from deploy.demo.identities import Identity
from deploy.demo.neighbourhoods import towns
from deploy.demo.people import Person
from deploy.demo.residents import SKILLS, groups

VOLUNTEERS, MONTHS = 20_000, 24
FROM, BORN = 1_000_000, (1948, 2006)
# 三月学雷锋 and the autumn's festivals bring most, the Spring Festival few.
SEASON = {1: 0.6, 2: 0.5, 3: 2.2, 4: 1.1, 5: 1.2, 6: 0.9, 7: 1.1, 8: 0.9, 9: 1.2, 10: 1.4, 11: 1.0, 12: 1.1}
GROWTH = 0.03  # a month, as the registration became known
UNTOLD = (0.1, 0.5)  # how much a town does of which nothing is told, at least and at most
FIRST_PAUSE, SLOWER, MOST_PAUSE = 1.0, 2.0, 8.0  # seconds between two looks at a job, ever longer
LONGEST = 300  # seconds that one may take
GROUPS = {
    "party_member": "共产党员",
    "youth_league": "共青团员",
    "civil_servant": "公务员",
    "technician": "技术人员",
    "educator": "教育工作者",
    "youth": "青少年",
    "migrant_worker": "外来务工人员",
    "retiree": "离退休人员",
}
HEADINGS = ("name", "id_type", "id_number", "phone", "community", "groups", "skills", "consented_on")


async def register_volunteers(city: City, cast: Cast) -> None:
    """One list a month, the oldest first: registered at the end of that month."""
    people, officer = crowd(FROM, BORN), cast["bureau.officer"]
    for months_ago, number in a_month(city):
        ago = round(months_ago * 365 / 12) + 2
        rows = _rows(city, islice(people, number), city.day(ago), months_ago)
        by = officer.when(city.ago(ago, "16:00"))
        await entered(by, "/volunteers", "volunteers", rows, f"{city.day(ago):%Y-%m}", confirmer=by)


def a_month(city: City) -> Iterator[tuple[int, int]]:
    """How many months ago, and how many registered then."""
    weights = {
        ago: SEASON[city.day(round(ago * 365 / 12) + 15).month] * (1 + GROWTH) ** (MONTHS - ago)
        for ago in range(MONTHS - 1, -1, -1)
    }
    whole = sum(weights.values())
    for ago, weight in weights.items():
        yield ago, round(VOLUNTEERS * weight / whole)


def _rows(city: City, people: Iterator[Identity], on: date, salt: int) -> str:
    """A CSV file of people of all communities, the busy towns with more of them."""
    draw, codes, weights = Random(f"名单 {salt}"), *_weighed(city)
    text = io.StringIO()
    sheet = csv.writer(text)
    sheet.writerow(HEADINGS)
    for who in people:
        belongs = "、".join(GROUPS[each] for each in groups(who.born_on, on, draw))
        skills = "、".join(draw.sample(SKILLS, draw.choice((0, 0, 1, 2))))
        (code,) = draw.choices(codes, weights)
        sheet.writerow((who.name, "居民身份证", who.id_number, who.phone, code, belongs, skills, on.isoformat()))
    return text.getvalue()


@cache
def strength(town: str) -> float:
    """How much a town does."""
    told = {each["code"]: float(each["strength"]) for each in towns()} | {"441900003": 1.0, "441900121": 0.9}
    return told.get(town, Random(f"镇街 {town}").uniform(*UNTOLD))


def _weighed(city: City) -> tuple[list[str], list[float]]:
    """The communities with a committee, and how many of a list come from each: by its share of the town's residents."""
    codes = sorted(code for code, area in city.areas.items() if area.get("organ_kind") in {"RC", "VC"})
    number, draw = Counter(code[:9] for code in codes), Random("村（社区）")
    shares = {
        town: strength(town) * (city.areas[town]["population"] or {"value": 0})["value"] / number[town]
        for town in number
    }
    return codes, [shares[code[:9]] * draw.uniform(0.3, 1.7) for code in codes]


async def entered(officer: Person, service: str, kind: str, rows: str, which: str, *, confirmer: Person) -> None:
    """Laid before the service, checked there, confirmed and entered."""
    key = f"demo.list.{kind}.{which}"
    job = await officer.act(
        "POST", f"{service}/imports/{kind}", key=key, params={"name": f"名册{which}.csv"}, content=rows.encode()
    )
    path = f"{service}/jobs/{job['id']}"
    job = await _reached(officer, path, {"waiting", "done"})
    if job["state"] == "waiting":
        await confirmer.post(f"{path}/confirmation", {"skip_wrong": True}, seen=job, key=f"{key}.confirmation")
    await _reached(officer, path, {"done"})


async def _reached(officer: Person, path: str, states: set[str]) -> dict[str, Any]:
    """The job, once it has come so far."""
    ends, pause = asyncio.get_running_loop().time() + LONGEST, FIRST_PAUSE
    while True:
        job: dict[str, Any] = await officer.get(path)
        if job["state"] in states:
            return job
        if job["state"] in {"failed", "cancelled"} or asyncio.get_running_loop().time() > ends:
            message = f"the list {path} did not come in: {job['state']} {job.get('detail')}"
            raise TimeoutError(message)
        await asyncio.sleep(pause)
        pause = min(pause * SLOWER, MOST_PAUSE)
