"""How long requests take that are made in turn, and what memory and disk the service and its database hold."""

import time
from collections.abc import Awaitable, Callable, Hashable, Mapping
from contextlib import suppress
from pathlib import Path
from statistics import quantiles
from typing import Any, NamedTuple, TypeVar

import httpx
import psycopg

REQUESTS = 300
Ask = Callable[[], Awaitable[httpx.Response]]
Name = TypeVar("Name", bound=Hashable)


class Took(NamedTuple):
    """Of many requests of a kind, in milliseconds."""

    median: float
    p95: float

    def cells(self) -> list[str]:
        """As a table shows them."""
        return [f"{self.median:.1f}", f"{self.p95:.1f}"]


async def _timed(ask: Ask) -> float:
    began = time.perf_counter()
    answer = await ask()
    took = (time.perf_counter() - began) * 1000
    assert answer.status_code == 200, answer.text
    return took


async def in_turn(asks: Mapping[Name, Ask]) -> dict[Name, Took]:
    """Each as often as the others and between them, so that all meet the same moments."""
    for ask in asks.values():
        await _timed(ask)
    took: dict[Name, list[float]] = {name: [] for name in asks}
    for _ in range(REQUESTS):
        for name, ask in asks.items():
            took[name].append(await _timed(ask))
    cuts = {name: quantiles(each, n=20) for name, each in took.items()}
    return {name: Took(each[9], each[18]) for name, each in cuts.items()}


def memory(connection: psycopg.Connection[Any]) -> str:
    """Of this process, which is the service, and of PostgreSQL: what is shared is counted once."""
    row = connection.execute("select pg_backend_pid()").fetchone()
    parent = Path(f"/proc/{row[0]}/stat").read_text().split()[3] if row else "0"
    servers = [each.parent for each in Path("/proc").glob("[0-9]*/stat") if parent in _kin(each)]
    mine, theirs = _mib(Path("/proc/self"), "Rss"), sum(_mib(each, "Pss") for each in servers)
    return f"The service held {mine:,} MiB of memory, PostgreSQL {theirs:,} MiB"


FILES = """
    select pg_relation_filepath(%(table)s::regclass)
    union all select pg_relation_filepath(indexrelid) from pg_index where indrelid = %(table)s::regclass
"""
READ_AT_ONCE = 1 << 24


def warm(connection: psycopg.Connection[Any], table: str) -> None:
    """Reads a table and its indexes once, so that they lie in memory as on a server that has run for a day."""
    row = connection.execute("select pg_backend_pid()").fetchone()
    assert row is not None
    data = Path(f"/proc/{row[0]}/cwd")  # a server works in its own data folder
    for (path,) in connection.execute(FILES, {"table": table}).fetchall():
        for segment in (data / path).parent.glob(f"{Path(path).name}*"):
            with segment.open("rb") as file:
                while file.read(READ_AT_ONCE):
                    pass


def _kin(stat: Path) -> tuple[str, str]:
    with suppress(OSError):
        own = stat.read_text()
        return stat.parent.name, own[own.rindex(")") + 2 :].split()[1]
    return "", ""


def _mib(process: Path, kind: str) -> int:
    with suppress(OSError):
        lines = (process / "smaps_rollup").read_text().splitlines()
        return next(int(each.split()[1]) for each in lines if each.startswith(f"{kind}:")) // 1024
    return 0
