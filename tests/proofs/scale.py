"""A whole city: its volunteers and their hours beside ten thousand, dashboards while facts flow beside one row."""

import asyncio
import os
import random
import time
from collections.abc import AsyncIterator, Awaitable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import psycopg
from fastapi import FastAPI
from sqlalchemy import delete

from assessment.indicator.model import Indicator
from assessment.projections import projections as counting
from chassis.principal import Role
from chassis.tables import AreaCopy
from chassis.testing import CITY, Callers, Place, everywhere
from conftest import replicas_of, standing
from services.assessment.tests.dongguan import load_dongguan, tell_dongguan
from services.assessment.tests.make import City, hear
from services.volunteers.tests.seal import ledgers
from tests.contracts.world import LastingSigner
from tests.proofs import behind
from tests.proofs.citizens import register, serve
from tests.proofs.counted import arriving, counted
from tests.proofs.listed import reads
from tests.proofs.measuring import REQUESTS, Ask, in_turn, memory, warm
from tests.proofs.section import Numbers, Section
from volunteers.projections import projections as volunteering

PEOPLE, ENTRIES, FEW = 1_360_000, 30_000_000, 10_000
MOST_OF_ONE_ROW, MOST_OF_FEW = 3.0, 1.5
MOST_OF_A_PAGE = 1_000  # ms, of fifteen seconds that a statement has
BETWEEN_FACTS = 0.33
LOOKED_AT = 5  # towns: theirs and the city's are asked for once before, as in a process that has run for a while
ONE_ROW = "one outside count by its id"
Base = tuple[FastAPI, psycopg.Connection[Any]]
SIZES = "select relname, pg_total_relation_size(oid) from pg_class where relname = any(%s) order by relname"


async def prove(numbers: Numbers) -> Section:
    """The dashboards' part has one size; `--share` makes volunteers and hours fewer."""
    section, draw = Section("A whole city"), random.Random(numbers.seed)
    with TemporaryDirectory() as folder, standing(Path(folder)):
        async with replicas_of("assessment") as [app, _]:
            await _dashboards(section, app, draw)
            await _records(section, app, draw, numbers)
        async with _volunteers() as few, _volunteers() as all_:
            await _lists(section, few, all_, draw, numbers)
    return section


@contextmanager
def _owner(service: str) -> Iterator[psycopg.Connection[Any]]:
    with ledgers.owner(os.environ[f"{service.upper()}_MIGRATION_URL"]) as connection:
        yield connection


@asynccontextmanager
async def _volunteers() -> AsyncIterator[Base]:
    async with replicas_of("volunteers") as [app, _]:
        with _owner("volunteers") as connection:
            yield app, connection


def _callers(app: FastAPI) -> Callers:
    return Callers(app, LastingSigner("gateway", Path(os.environ["GATEWAY_KEY"])))


async def _dashboards(section: Section, app: FastAPI, draw: random.Random) -> None:
    told, places = City(), tell_dongguan(City())
    await load_dongguan(app, told)
    towns = [each for each in places if each.level == "township"]
    communities = [each for each in places if each.level == "community"]
    with _owner("assessment") as connection:
        counts = counted(connection, datetime.now(UTC).date())
        asks, stop = await _shown(_callers(app), draw.sample(towns, LOOKED_AT), draw), asyncio.Event()
        flow = asyncio.create_task(_flowing(app, told, communities, draw, stop))
        took = await in_turn(asks)
        stop.set()
        number, held = await flow, memory(connection)
    section.say(
        f"{len(towns)} towns and parks, {len(communities)} communities, two years, all counters: {counts:,} counts.",
        f"While {number} facts arrived, at most three a second, {REQUESTS} requests of each kind were answered in turn",
        f"by one process. {held}. At most {MOST_OF_ONE_ROW:g} times the p95 of a record that is read by its id in the",
        "same way: signed in, within the caller's scope, in a transaction. Every answer had been asked for before.",
    )
    times = {name: each.p95 / took[ONE_ROW].p95 for name, each in took.items()}
    head = ("read", "median ms", "p95 ms", "of one row")
    section.table(head, [(name, *each.cells(), f"{times[name]:.2f}") for name, each in took.items()])
    section.findings += [
        f"{name}: p95 is {each:.2f} times that of one row" for name, each in times.items() if each > MOST_OF_ONE_ROW
    ]


async def _records(section: Section, app: FastAPI, draw: random.Random, numbers: Numbers) -> None:
    """What is behind the figures, by the million: no page of it comes near the time that a request has."""
    communities = [each for each in tell_dongguan(City()) if each.level == "community"]
    people, entries = max(numbers.of(PEOPLE), FEW), numbers.of(ENTRIES)
    with _owner("assessment") as connection:
        behind.filled(connection, communities, people, entries)
        took = await in_turn(behind.reads(_callers(app), communities, draw))
    section.say(
        f"Behind the figures of the same city {people:,} copies of volunteers and {entries:,} of hours, two years of",
        f"them: pages of 25, {REQUESTS} of each kind in turn. At most {MOST_OF_A_PAGE} ms for the p95.",
    )
    section.table(
        ("records behind a figure", "median ms", "p95 ms"), [(name, *each.cells()) for name, each in took.items()]
    )
    section.findings += [
        f"{name}: p95 is {each.p95:.0f} ms" for name, each in took.items() if each.p95 > MOST_OF_A_PAGE
    ]


async def _shown(callers: Callers, towns: Sequence[Place], draw: random.Random) -> dict[str, Ask]:
    """The reads of a dashboard: of a leader who looks at the city, and of officers who look at their town."""
    entered = {"system": "演示数据", "counts": "accounts", "value": 1, "counted_on": "2026-01-01", "source": "演示数据"}
    officer, leader = callers.as_(Role.BUREAU_OFFICER), callers.as_(Role.LEADER)
    outside = await officer.post("/outside-counts", {**entered, "area_id": str(CITY.id)})
    assert outside.status_code == 201, outside.text
    one, city = f"/outside-counts/{outside.json()['id']}", f"/dashboards/{CITY.id}"
    of_town, indicators = {each: callers.as_(Role.TOWN_OFFICER, each) for each in towns}, list(Indicator)
    for place, caller in {CITY: leader, **of_town}.items():
        for each in indicators:
            await caller.get(f"/dashboards/{place.id}/tiles?indicator={each}")
            await caller.get(f"/dashboards/{place.id}/indicators/{each}")
        await caller.get(f"/dashboards/{place.id}")

    def town(path: str = "") -> Ask:
        def ask() -> Awaitable[httpx.Response]:
            place = draw.choice(towns)
            return of_town[place].get(f"/dashboards/{place.id}{path.format(draw.choice(indicators))}")

        return ask

    return {
        ONE_ROW: lambda: leader.get(one),
        "headline of the city": lambda: leader.get(city),
        "headline of a town": town(),
        "tiles of the city": lambda: leader.get(f"{city}/tiles?indicator={draw.choice(indicators)}"),
        "tiles of a town": town("/tiles?indicator={}"),
        "page of an indicator, the city": lambda: leader.get(f"{city}/indicators/{draw.choice(indicators)}"),
        "page of an indicator, a town": town("/indicators/{}"),
    }


async def _flowing(
    app: FastAPI, told: City, communities: Sequence[Place], draw: random.Random, stop: asyncio.Event
) -> int:
    """Facts come one by one until it is enough; how many came."""
    number = 0
    while not stop.is_set():
        feed = arriving(told, number, draw.choice(communities))
        await hear(app, counting, feed.events[-1:])
        number += 1
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), BETWEEN_FACTS)
    return number


async def _filled(base: Base, people: int, entries: int, draw: random.Random) -> dict[str, Ask]:
    """So many volunteers and hours in the communities of the city; the reads over them."""
    (app, connection), told = base, City()
    communities = [each for each in tell_dongguan(told) if each.level == "community"]
    async with everywhere(app) as tx:
        await tx.execute(delete(AreaCopy))
    await hear(app, volunteering, told.registry.events)
    register(connection, app.state.vault, communities, range(people))
    serve(connection, communities, people, range(1, entries + 1))
    return reads(_callers(app), communities, people, entries, draw)


async def _lists(section: Section, few: Base, all_: Base, draw: random.Random, numbers: Numbers) -> None:
    """Two databases beside each other, asked in turn: both sizes meet the same moments of the machine."""
    people, entries = max(numbers.of(PEOPLE), FEW + 1), numbers.of(ENTRIES)
    first, connection = max(entries * FEW // people, 1), all_[1]
    of_few, began = await _filled(few, FEW, first, draw), time.monotonic()
    of_all = await _filled(all_, people, entries, draw)
    filled = time.monotonic() - began
    for _, each in few, all_:
        warm(each, "volunteer")
    asks = {(name, size): ask for name in of_all for size, ask in ((FEW, of_few[name]), (people, of_all[name]))}
    took = await in_turn(asks)
    sizes, held = connection.execute(SIZES, (["hours", "volunteer"],)).fetchall(), memory(connection)
    disk = ", ".join(f"`{name}` {size / 2**30:.1f} GiB" for name, size in sizes)
    section.say(
        f"{people:,} volunteers and {entries:,} hour entries, loaded and indexed in {filled:.0f} s, beside {FEW:,} and",
        f"{first:,} in a database of their own: {REQUESTS} requests of each kind to both in turn, of officers of the",
        f"city, of towns and of communities. {held}; on disk with indexes {disk}. `volunteer` was read through once in",
        "both before, as it lies in memory on a server that has run for a day; `hours` was not. At most",
        f"{MOST_OF_FEW:g} times the p95 at {FEW:,}.",
    )
    times = {name: took[name, people].p95 / took[name, FEW].p95 for name in of_all}
    head = ("read", f"median ms at {FEW:,}", "p95 ms", f"median ms at {people:,}", "p95 ms", "times")
    cells = {name: (*took[name, FEW].cells(), *took[name, people].cells()) for name in of_all}
    section.table(head, [(name, *each, f"{times[name]:.2f}") for name, each in cells.items()])
    section.findings += [
        f"{name}: p95 is {each:.2f} times that at {FEW:,}" for name, each in times.items() if each > MOST_OF_FEW
    ]
