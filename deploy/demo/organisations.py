"""社区社会组织: drafted by community or city, filed by the towns over thirty months, some on their way or gone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

from deploy.demo.cast import Cast, crowd, officer_of
from deploy.demo.city import City, content, together
from deploy.demo.identities import Identity

INITIATORS_FROM, BORN = 40_000, (1951, 2001)
LONGEST_AGO, LATEST_AGO = 900, 12
LEAN = 1.5  # above 1: more of them lately
REVIEW = 6  # days between submission and filing
KINDS = {"中心": "social_service_org", "站": "social_service_org"}
VENUES = ("社区党群服务中心二楼", "社区综合服务中心活动室", "社区文化广场东侧", "老人活动中心一楼")
INITIATORS = {"social_association": 3, "social_service_org": 2}
MEMBERS = {"social_association": (11, 46), "social_service_org": (2, 7)}
# Where a community officer drafts; elsewhere the city enters what the towns' paper ledgers hold.
DRAFTERS = {"441900003002": "huayuan.officer", "441900121008": "huaide.officer"}


@dataclass(slots=True)
class Filing:
    """一项备案, as it is to be told."""

    key: str
    area: str
    name: str
    category: str
    kind: str
    ago: int
    state: str = "filed"
    reason: str = ""
    title: str = ""
    number: str = ""

    @property
    def drafter(self) -> str:
        """Who drafts and submits."""
        return DRAFTERS.get(self.area, "bureau.officer")

    @property
    def officer(self) -> str:
        """Who decides."""
        return officer_of(self.area)


def kind_of(name: str) -> str:
    """By its name, what kind it is."""
    return next((kind for ending, kind in KINDS.items() if name.endswith(ending)), "social_association")


def filings(town_names: dict[str, str]) -> list[Filing]:
    """All of them, the oldest first; `town_names` by nine-digit code."""
    told, draw = content("organisations"), Random("社区社会组织")
    found = list(_from_homes(told, town_names, draw))
    for place, each in enumerate(told["named"]):
        found.append(Filing(key=f"named.{place}", **each))
    for place, each in enumerate(told["other"]):
        found.append(Filing(key=f"other.{place}", **{"kind": kind_of(each["name"])} | each))
    return sorted(found, key=lambda filing: (-_filed_ago(filing), filing.key))


def _from_homes(told: dict[str, Any], town_names: dict[str, str], draw: Random) -> Iterator[Filing]:
    themes = [(name, category) for category, names in told["themes"].items() for name in names]
    styles: Counter[str] = Counter()
    for home in told["homes"]:
        town = home["area"][:9]
        for place, (theme, category) in enumerate(draw.sample(themes, home["filed"])):
            front = home.get("name")
            if front is None:
                style = told["styles"][styles[town] % len(told["styles"])]
                styles[town] += 1
                front = f"{_short(town_names[town])}{style}"
            ago = LATEST_AGO + round((LONGEST_AGO - LATEST_AGO) * draw.random() ** LEAN)
            name, key = f"{told['mark']}{front}{theme}", f"{home['area']}.{place}"
            yield Filing(key=key, area=home["area"], name=name, category=category, kind=kind_of(name), ago=ago)


def _short(town: str) -> str:
    return town.removesuffix("街道").removesuffix("镇")


def _filed_ago(filing: Filing) -> int:
    """When a body was filed; one that is gone was filed two years before it left."""
    return filing.ago + (730 if filing.state == "deregistered" else 0)


async def file_all(city: City, cast: Cast) -> dict[str, dict[str, Any]]:
    """Brings every filing as far as it came; returns those that the story names, by title."""
    names = {code: area["name"] for code, area in city.areas.items() if area["level"] == "township"}
    found = filings(names)
    _number(city, found, names)
    people = crowd(INITIATORS_FROM, BORN)
    views = await together(_file(city, cast, each, list(islice(people, INITIATORS[each.kind]))) for each in found)
    return {filing.title: view for filing, view in zip(found, views, strict=True) if filing.title}


def _number(city: City, found: list[Filing], names: dict[str, str]) -> None:
    """备案号: by town and year, in the order of filing."""
    given: Counter[tuple[str, int]] = Counter()
    for filing in found:
        if filing.state in {"filed", "deregistered"}:
            town, year = filing.area[:9], city.day(_filed_ago(filing)).year
            given[town, year] += 1
            filing.number = f"{_short(names[town])}社备〔{year}〕{given[town, year]:03}号"


def _declared(city: City, filing: Filing, initiators: list[Identity]) -> dict[str, Any]:
    draw = Random(filing.key)
    return {
        "area_id": city.area(filing.area),
        "name": filing.name,
        "kind": filing.kind,
        "category": filing.category,
        "venue": draw.choice(VENUES),
        "members": draw.randint(*MEMBERS[filing.kind]),
        "initiators": [
            {"kind": "natural", "name": who.name, "id_type": "resident_id", "id_number": who.id_number}
            for who in initiators
        ],
    }


async def _file(city: City, cast: Cast, filing: Filing, initiators: list[Identity]) -> Any:  # noqa: ANN401 - JSON
    drafter, officer = cast[filing.drafter], cast[filing.officer]
    submitted = _filed_ago(filing) + (REVIEW if filing.number or filing.state == "returned" else 0)
    key = f"demo.organisation.{filing.key}"
    at = city.ago(submitted, "09:40")
    seen = await drafter.when(at).post("/registry/organisations", _declared(city, filing, initiators), key=key)
    here = f"/registry/organisations/{seen['id']}"
    if filing.state == "draft":
        return seen
    at = city.ago(submitted, "10:20")
    seen = await drafter.when(at).post(f"{here}/submission", seen=seen, key=f"{key}.submission")
    if filing.state == "returned":
        at, body = city.ago(filing.ago, "15:10"), {"reason": filing.reason}
        return await officer.when(at).post(f"{here}/return", body, seen=seen, key=f"{key}.return")
    if not filing.number:
        return seen
    at, body = city.ago(_filed_ago(filing), "14:30"), {"number": filing.number}
    seen = await officer.when(at).post(f"{here}/filing", body, seen=seen, key=f"{key}.filing")
    if filing.state == "deregistered":
        at, body = city.ago(filing.ago, "16:00"), {"reason": filing.reason}
        seen = await officer.when(at).post(f"{here}/deregistration", body, seen=seen, key=f"{key}.deregistration")
    return seen
