"""The books of all services after faults: each log whole, each fact once, each copy and counter as its owner has it."""

import asyncio
import importlib
import time
import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from sqlalchemy.ext.asyncio import create_async_engine

from chassis import sequencer
from chassis.follow import Follower
from chassis.settings import async_url
from deploy.local.machine import Machine
from deploy.local.settings import SERVICES

PATIENCE = 240.0


class Pair(NamedTuple):
    """Two queries that must give the same rows: of a follower, and of the owner of what it follows."""

    what: str
    follower: str
    copied: str
    owner: str
    owned: str


AREAS = ("select id from area_copy", "registry", "select id from area")
PAIRS = (
    *(Pair(f"areas in {service}", service, *AREAS) for service in SERVICES),
    *(Pair(**each) for each in tomllib.loads(Path(__file__).with_name("pairs.toml").read_text())["pair"]),
)
# Written twice, a fact would stand in the log under another id with the same content.
DOUBLED = """
    select type, subject, count(*) from fact where recorded_at >= %s
    group by type, subject, data having count(*) > 1
"""
LOOSE = """
    select (select count(*) from fact) - (select count(*) from log), (select count(*) from fact_unsequenced),
           (select coalesce(max(seq), 0) - count(*) from log), (select count(*) - count(distinct fact_id) from log)
"""
BEHIND = """
    select coalesce(max(seq), 0) from log where audience = 'public' and type = any(%s)
"""


@dataclass(frozen=True)
class Books:
    """All databases of a machine, read past row security."""

    machine: Machine

    def rows(self, service: str, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a query answers."""
        server = self.machine.environment.admin_url.rsplit("/", 1)[0]
        with psycopg.connect(f"{server}/{service}") as connection:
            return connection.execute(query.encode(), values or None).fetchall()

    async def settled(self) -> None:
        """Until every fact is in its log and every follower has heard the last that concerns it."""
        limit = time.monotonic() + PATIENCE
        while True:
            try:
                late = self._late()
            except psycopg.OperationalError as away:
                late = [repr(away)]
            if not late:
                return
            if time.monotonic() > limit:
                raise TimeoutError(f"followers are late: {late}")
            await asyncio.sleep(0.2)

    def _late(self) -> list[str]:
        found = [name for name in SERVICES if self.rows(name, "select 1 from fact_unsequenced limit 1")]
        for service in SERVICES:
            cursors = {
                (name, source): seq
                for name, source, seq in self.rows(service, "select follower, source, seq from follow_cursor")
            }
            for follower in followers(service):
                for source in follower.sources():
                    ((last,),) = self.rows(source, BEHIND, follower.types(source))
                    if cursors.get((follower.name, source), 0) < last:
                        found.append(f"{service} {follower.name} of {source}")
        return found

    async def findings(self, since: datetime) -> list[str]:
        """Everything that is not in order; `since` is when the faults began."""
        await self.settled()
        found = []
        for service in SERVICES:
            broken = await self.broken(service)
            found += [f"{service} log: {broken}"] if broken else []
            loose = self.rows(service, LOOSE)
            found += [f"{service} log: {loose}"] if loose != [(0, 0, 0, 0)] else []
            found += [f"{service} fact told twice: {row}" for row in self.rows(service, DOUBLED, since)]
        return found + self.unequal()

    async def broken(self, service: str) -> str | None:
        """What `make verify-log` says of one log."""
        engine = create_async_engine(async_url(self.machine.env[f"{service.upper()}_DATABASE_URL"]))
        try:
            async with engine.connect() as connection:
                return await sequencer.first_broken(connection)
        finally:
            await engine.dispose()

    def unequal(self) -> list[str]:
        """Copies and counters that differ from what their owners have."""
        found = []
        for pair in PAIRS:
            copied, owned = set(self.rows(pair.follower, pair.copied)), set(self.rows(pair.owner, pair.owned))
            if copied != owned:
                found.append(f"{pair.what}: too many {copied - owned}, missing {owned - copied}")
        return found


def followers(service: str) -> list[Follower]:
    """Whom a service follows."""
    found: list[Follower] = list(importlib.import_module(f"{service}.main").service.followers)
    return found
