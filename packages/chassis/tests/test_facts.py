"""Facts under concurrency: none missed, none doubled, none out of order; and a log that shows tampering."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import create_engine, select, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from chassis import facts, feed, sequencer
from chassis.bell import Bell
from chassis.database import Sessions, sessions_of, system_transaction
from chassis.facts import Fact
from chassis.follow import Event, Follower, Heard, apply
from chassis.settings import async_url
from chassis.tables import ChassisTable, Cursor, LogRow
from deploy.local.cluster import ThrowawayCluster

AT = datetime(2026, 11, 23, tzinfo=UTC)


class Noted(Fact):
    """A fact of this test."""

    TYPE = "chassis.thing.noted.v1"
    SUBJECT = "number"

    number: int


class NotedHeard(Heard):
    number: int


@pytest.fixture(scope="module")
def cluster() -> Any:
    with ThrowawayCluster(["chassis", "other"]) as running:
        yield running


@asynccontextmanager
async def prepared(cluster: Any) -> AsyncIterator[AsyncEngine]:
    """An engine on empty tables of the chassis and one of what was heard."""
    owner = create_engine(async_url(cluster.env["CHASSIS_MIGRATION_URL"]))
    ChassisTable.metadata.drop_all(owner)
    ChassisTable.metadata.create_all(owner)
    with owner.begin() as connection:
        connection.execute(text("grant select, insert, update, delete on all tables in schema public to chassis_app"))
        connection.execute(text("grant usage on all sequences in schema public to chassis_app"))
        connection.execute(text("create table if not exists heard (number int primary key)"))
        connection.execute(text("truncate heard; grant all on heard to chassis_app"))
    owner.dispose()
    made = create_async_engine(async_url(cluster.env["CHASSIS_DATABASE_URL"]), pool_size=20)
    yield made
    await made.dispose()


@pytest.fixture
async def engine(cluster: Any) -> AsyncIterator[AsyncEngine]:
    async with prepared(cluster) as made:
        yield made


async def tell(sessions: Sessions, number: int, *, pause: float = 0, give_up: bool = False) -> None:
    async with sessions() as session:
        session.info.update(at=AT)
        await facts.tell(session, Noted(area_id=uuid4(), scope_key="441900/", number=number), by="test")
        await asyncio.sleep(pause)
        await (session.rollback() if give_up else session.commit())


async def drain(engine: AsyncEngine) -> None:
    while True:
        async with engine.begin() as connection:
            if not await sequencer.append_committed(connection):
                return


def noting() -> Follower:
    follower = Follower("projections", replayable=True)

    @follower.on(Noted.TYPE, NotedHeard)
    async def note(tx: Any, heard: NotedHeard, event: Event) -> None:
        await tx.execute(text("insert into heard values (:number)"), {"number": heard.number})

    return follower


@dataclass
class Run:
    """What came of one run: the numbers heard, and for each the seconds between its commit and its effect."""

    heard: list[int] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)


async def write_and_follow(
    cluster: Any, engine: AsyncEngine, total: int, *, seed: int = 1, writers: int = 8, longest_pause: float = 0.005
) -> Run:
    """Writers that sleep before commit, some giving up, an open transaction elsewhere; a follower beside them."""
    sessions, grown, draw = sessions_of(engine), Bell(0.02), random.Random(seed)
    run, committed, effective = Run(), dict[int, float](), dict[int, float]()
    follower, expected = noting(), [n for n in range(total) if n % 10]
    work = asyncio.create_task(sequencer.run(engine, Bell(0.02), grown))

    async def write(numbers: list[int]) -> None:
        for number in numbers:
            await tell(sessions, number, pause=draw.random() * longest_pause, give_up=number % 10 == 0)
            committed[number] = time.monotonic()

    async def hear() -> None:
        seen, after = 0, 0
        while seen < len(expected):
            rung = grown.listen()
            rows = await feed.read(engine, after, [Noted.TYPE], 500)
            if rows:
                after = await apply(sessions, follower, "chassis", [feed.event_of(row, "chassis") for row in rows])
                seen += len(rows)
                effective.update((row.data["number"], time.monotonic()) for row in rows)
            else:
                await grown.wait(since=rung)

    with psycopg.connect(cluster.env["OTHER_DATABASE_URL"]) as elsewhere:
        elsewhere.execute("select pg_current_xact_id()")  # an open transaction in another database of the server
        await asyncio.gather(hear(), *(write(list(range(start, total, writers))) for start in range(writers)))
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    async with engine.connect() as connection:
        run.delays = [max(0.0, at - committed[number]) for number, at in effective.items()]
        run.heard = [row.number for row in await connection.execute(text("select number from heard order by number"))]
    return run


async def test_followers_miss_and_double_nothing(cluster: Any, engine: AsyncEngine) -> None:
    run = await asyncio.wait_for(write_and_follow(cluster, engine, 1000), 60)
    assert run.heard == [n for n in range(1000) if n % 10]
    async with engine.connect() as connection:
        assert await sequencer.first_broken(connection) is None
        numbers = list(await connection.scalars(select(LogRow.seq).order_by(LogRow.seq)))
    assert numbers == list(range(1, 901))


async def test_the_sequencer_ends_whenever_it_is_told_to_and_leaves_its_lock_free(engine: AsyncEngine) -> None:
    committed, grown, draw = Bell(0.001), Bell(0.001), random.Random(1)
    for _ in range(100):
        work = asyncio.create_task(sequencer.run(engine, committed, grown))
        await asyncio.sleep(draw.random() * 0.02)
        work.cancel()
        ended, _ = await asyncio.wait([work], timeout=5)
        assert ended
        assert work.cancelled()
        assert grown.patience == 0.001  # another may append now, of which nobody here is told
    async with engine.connect() as connection:
        assert await connection.scalar(text("select pg_try_advisory_lock(:key)"), {"key": sequencer.LOCK})


async def test_a_batch_heard_twice_takes_effect_once(engine: AsyncEngine) -> None:
    sessions, follower = sessions_of(engine), noting()
    for number in range(3):
        await tell(sessions, number)
    await drain(engine)
    events = [feed.event_of(row, "chassis") for row in await feed.read(engine, 0, (), 10)]
    assert await apply(sessions, follower, "chassis", events) == 3
    assert await apply(sessions, follower, "chassis", events) == 3


async def test_a_batch_asked_for_before_the_cursor_was_wound_back_leaves_no_gap(engine: AsyncEngine) -> None:
    sessions, follower = sessions_of(engine), noting()
    for number in range(3):
        await tell(sessions, number)
    await drain(engine)
    events = [feed.event_of(row, "chassis") for row in await feed.read(engine, 0, (), 10)]
    assert await apply(sessions, follower, "chassis", events[2:], after=2) == 0
    assert await apply(sessions, follower, "chassis", events) == 3


async def test_a_failing_handler_leaves_nothing_behind(engine: AsyncEngine) -> None:
    sessions, follower = sessions_of(engine), Follower("reactions", replayable=False)

    @follower.on(Noted.TYPE, NotedHeard)
    async def fail_on_the_second(tx: Any, heard: NotedHeard, event: Event) -> None:
        await tx.execute(text("insert into heard values (:number)"), {"number": heard.number})
        if heard.number == 1:
            raise RuntimeError

    for number in range(2):
        await tell(sessions, number)
    await drain(engine)
    events = [feed.event_of(row, "chassis") for row in await feed.read(engine, 0, (), 10)]
    with pytest.raises(RuntimeError):
        await apply(sessions, follower, "chassis", events)
    async with system_transaction(sessions, at=AT) as tx:
        assert list(await tx.scalars(select(Cursor.seq))) == []
        assert list(await tx.scalars(text("select number from heard"))) == []


@pytest.mark.parametrize(
    ("attack", "named"),
    [
        ("update fact set data = '{\"number\": 99}' where pos = 3", "seq 3: altered"),
        ("update fact set actor = 'somebody' where pos = 2", "seq 2: altered"),
        ("delete from log where seq = 2", "seq 2: missing"),
        ("delete from log where seq = 5", "fact at position 5: not in the log"),
        (
            (
                "update log set seq = case seq when 2 then -3 when 3 then -2 end where seq in (2, 3); "
                "update log set seq = -seq where seq < 0"
            ),
            "seq 2: altered",
        ),
    ],
)
async def test_tampering_is_named(cluster: Any, engine: AsyncEngine, attack: str, named: str) -> None:
    sessions = sessions_of(engine)
    for number in range(5):
        await tell(sessions, number)
    await drain(engine)
    with psycopg.connect(cluster.env["CHASSIS_MIGRATION_URL"]) as owner:
        owner.execute(attack)
    async with engine.connect() as connection:
        assert await sequencer.first_broken(connection) == named
