"""名册: the organisations that the towns have filed on paper, and their social workers, brought in town by town."""

import csv
import io
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from random import Random

from deploy.demo.cast import Cast, crowd, officer_of
from deploy.demo.city import City, content, together
from deploy.demo.identities import Identity
from deploy.demo.lists import BORN, entered, strength
from deploy.demo.neighbourhoods import communities_of
from deploy.demo.organisations import VENUES

# Of organisations and social workers: what the plan asks of a community by its organ, and how far towns differ within.
TARGETS, SPREAD, WORKERS = {"RC": 10, "VC": 5}, (0.6, 1.5), 3
HAVE, MORE = 0.3, 0.95  # of what is asked: what a weak town has on average, and how much more a strong one
OTHERS_FROM, LATEST_AGO, LONGEST_AGO = 3_000_000, 30, 1000
CATEGORIES = {
    "public_service": "公益服务类",
    "culture_sports": "文体健身类",
    "charity_mutual_aid": "慈善互助类",
    "other": "其他",
}
ORGANISATION = ("name", "community", "kind", "category", "venue", "members", "people", "bodies", "number", "filed_on")
WORKER = (
    "name",
    "id_type",
    "id_number",
    "community",
    "level",
    "certificate_number",
    "certified_on",
    "employer_kind",
    "registered_on",
)


async def enrol(city: City, cast: Cast) -> None:
    """The organisations that towns have filed on paper, and the social workers who are registered there."""
    known = {code: area for code, area in city.areas.items() if area["level"] == "township"}
    people = crowd(OTHERS_FROM, BORN)
    rolls = [(town, *_rolls(city, town, people)) for town in sorted(known) if communities_of(city, town)]
    await together(_enrolled(city, cast, *each) for each in rolls)


def _rolls(city: City, town: str, people: Iterator[Identity]) -> tuple[str, str]:
    """Of one town: its organisations and its social workers."""
    share, draw = strength(town), Random(f"名册 {town}")
    organisations, workers = io.StringIO(), io.StringIO()
    filed, registered = csv.writer(organisations), csv.writer(workers)
    filed.writerow(ORGANISATION)
    registered.writerow(WORKER)
    number = 0
    for place, code in enumerate(communities_of(city, town, most=None), start=1):
        wanted = TARGETS[city.areas[code]["organ_kind"]] * (HAVE + MORE * share) * draw.uniform(*SPREAD)
        for theme, category in draw.sample(_themes(), min(round(wanted), len(_themes()))):
            number += 1
            filed.writerow(_organisation(city, code, place, number, (theme, category), islice(people, 3), draw))
        for _ in range(round(WORKERS * share * draw.uniform(0.4, 1.6))):
            registered.writerow(_worker(city, code, next(people), draw))
    return organisations.getvalue(), workers.getvalue()


def _organisation(
    city: City,
    code: str,
    place: int,
    number: int,
    what: tuple[str, str],
    initiators: Iterable[Identity],
    draw: Random,
) -> tuple[object, ...]:
    theme, category = what
    short = str(city.areas[code[:9]]["name"]).removesuffix("街道").removesuffix("镇")
    day = city.day(LATEST_AGO + round((LONGEST_AGO - LATEST_AGO) * draw.random()))
    founders = "；".join(f"{who.name} {who.id_number}" for who in initiators)
    told = content("organisations")
    # A community without a verified name is given none: a name of the organisation's own stands in its place.
    front = city.areas[code]["name"] or f"{short}{told['styles'][place % len(told['styles'])]}"
    name = f"{told['mark']}{front}{theme}"
    kind, members = "社会团体类", draw.randint(11, 46)
    filing = (f"{short}社备名册〔{day.year}〕{number:04}号", day.isoformat())
    return (name, code, kind, CATEGORIES[category], draw.choice(VENUES), members, founders, "", *filing)


def _worker(city: City, code: str, who: Identity, draw: Random) -> tuple[object, ...]:
    level = draw.choices(("助理社会工作师", "社会工作师", "高级社会工作师"), (70, 28, 2))[0]
    certified, registered = city.day(draw.randint(900, 1500)), city.day(draw.randint(20, 800))
    days = (certified.isoformat(), "镇街直聘", registered.isoformat())
    return (who.name, "居民身份证", who.id_number, code, level, f"DEMO{who.phone}", *days)


@cache
def _themes() -> list[tuple[str, str]]:
    return [(name, category) for category, names in content("organisations")["themes"].items() for name in names]


async def _enrolled(city: City, cast: Cast, town: str, organisations: str, workers: str) -> None:
    """Laid before the registry by the town's officer; the city's confirms, as nobody confirms their own list."""
    officer, second = (each.when(city.ago(1, "16:00")) for each in (cast[officer_of(town)], cast["bureau.officer"]))
    for kind, rows in (("organisations", organisations), ("social-workers", workers)):
        if rows.count("\n") > 1:  # a weak town may have nobody
            await entered(officer, "/registry", kind, rows, town, confirmer=second)
