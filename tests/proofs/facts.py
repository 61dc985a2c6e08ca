"""Ten thousand facts by eight writers: none missed or doubled, in one order; how late they come, how fast they read."""

import json
import statistics
import time

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from chassis import feed, sequencer
from chassis.tables import LogRow
from deploy.local.cluster import ThrowawayCluster
from packages.chassis.tests.test_facts import prepared, write_and_follow
from tests.proofs.section import Numbers, Section

FACTS, CALM_FACTS = 10_000, 400
PAGE = 500


async def prove(numbers: Numbers) -> Section:
    """The small form is in packages/chassis/tests/test_facts.py."""
    total, calm = numbers.of(FACTS), numbers.of(CALM_FACTS)
    section = Section("Facts under concurrent writers")
    with ThrowawayCluster(["chassis", "other"]) as cluster:
        async with prepared(cluster) as engine:
            began = time.monotonic()
            run = await write_and_follow(cluster, engine, total, seed=numbers.seed)
            seconds = time.monotonic() - began
            section.findings += await _findings(engine, run.heard, total)
            read_a_second = await _read_all(engine, len(run.heard))
        async with prepared(cluster) as engine:
            calmly = await write_and_follow(cluster, engine, calm, seed=numbers.seed, writers=1, longest_pause=0.1)
    section.say(
        f"{total:,} facts by 8 writers in one process with sequencer and follower, each sleeping up to 5 ms before its",
        f"commit, every tenth giving up, beside an open transaction in another database; {len(run.heard):,} heard, in",
        f"{seconds:.0f} s. Then {calm} facts by one writer with up to 100 ms between two.",
    )
    rows = [
        ("facts missed or doubled", 0 if not section.findings else "see above"),
        ("from commit to effect, as fast as they come, p50 / p95 / p99 / max", _milliseconds(run.delays)),
        ("from commit to effect, calmly, p50 / p95 / p99 / max", _milliseconds(calmly.delays)),
        ("feed read afterwards, in pages of 500", f"{read_a_second:,.0f} facts/s"),
    ]
    section.table(("measure", "value"), rows)
    return section


def _milliseconds(delays: list[float]) -> str:
    cuts = statistics.quantiles(delays, n=100)
    return " / ".join(f"{1000 * seconds:.0f}" for seconds in (cuts[49], cuts[94], cuts[98], max(delays))) + " ms"


async def _findings(engine: AsyncEngine, heard: list[int], total: int) -> list[str]:
    expected = [number for number in range(total) if number % 10]
    async with engine.connect() as connection:
        broken = await sequencer.first_broken(connection)
        (last, count) = (await connection.execute(select(func.max(LogRow.seq), func.count()))).one()
    wrong = [] if heard == expected else [f"heard {len(heard)}, expected {len(expected)}"]
    gaps = [] if last == count == len(expected) else [f"log ends at {last} with {count} rows"]
    return wrong + gaps + ([broken] if broken else [])


async def _read_all(engine: AsyncEngine, total: int) -> float:
    """Facts a second, as the feed reads and writes them for one reader."""
    began, after, read = time.monotonic(), 0, 0
    while rows := await feed.read(engine, after, (), PAGE):
        json.dumps([feed.event_of(row, "chassis") for row in rows])
        after, read = rows[-1].seq, read + len(rows)
    assert read == total
    return read / (time.monotonic() - began)
