"""The figures as a page: rates beside pgbench's, what the client took, and on which machine and commit."""

import os
import platform
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.client import CLIENTS
from tests.bench.scenarios import CROWD, ROUNDS, RUSH, SPREAD, SPREAD_OUT, Figure
from tests.bench.stage import Stage

FILE = Path(__file__).resolve().parents[2] / "docs" / "bench.md"
GOAL = 0.5  # of pgbench's sign-ups
PATIENCE = 1000  # milliseconds within which 95 of 100 of the crowd have their answer

PAGE = """\
# Beside the database

`make bench` measured this on {date}, commit `{commit}`: {cores} cores, {python}, PostgreSQL {server} (fsync {fsync},
synchronous_commit {commit_}), load {load:.1f} before it began; medians of {rounds} rounds.
pgbench has the same server to itself (our programs stand still) and checks no rule; ours goes through Caddy with all
services running and every rule checked, {people} registered volunteers each with a token of their own.

| | clients | ours /s | pgbench /s | ratio | p50 ms | p95 ms | p99 ms | client's share of a core |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
{lines}

| each at its best (clients) | ours /s | pgbench /s | ratio |
|---|--:|--:|--:|
{at_best}

Goals: sign-ups over {spread} opportunities and for one at {goal} of pgbench's with the same {clients} clients on both
sides (each at its best stands above: `docs/decisions/0007-sign-ups-are-decided-together.md`); with {crowd} who wait
at the same time, p95 within {patience} ms. In every round all answers were compared with the ledgers: nobody too many,
no waiting number twice; of the 10,000 who rushed for 200 places exactly 200 got one.
"""


def _line(figure: Figure) -> str:
    pgbench, ratio = figure.beside(lambda _, pgbench: pgbench), figure.ratio
    values = (
        str(figure.clients),
        f"{figure.of(lambda each: each.ours.rate):,.0f}",
        "—" if pgbench is None else f"{pgbench:,.0f}",
        "—" if ratio is None else f"{ratio:.3f}",
        f"{figure.of(lambda each: each.ours.within(0.5)):.1f}",
        f"{figure.of(lambda each: each.ours.within(0.95)):.1f}",
        f"{figure.of(lambda each: each.ours.within(0.99)):.1f}",
        f"{figure.of(lambda each: each.ours.processor_seconds / each.ours.seconds):.2f}",
    )
    return f"| {figure.name} | {' | '.join(values)} |"


def _at_best(figures: Sequence[Figure]) -> Iterator[str]:
    """Our most beside pgbench's most, whatever number of clients each of them needs for it."""
    for name in (SPREAD_OUT, RUSH):
        measured = [each for each in figures if each.name == name]
        known = [(each.beside(lambda _, pgbench: pgbench), each.clients) for each in measured]
        theirs = max(((rate, clients) for rate, clients in known if rate is not None), default=None)
        if theirs is not None:
            ours = max((each.of(lambda one: one.ours.rate), each.clients) for each in measured)
            share = ours[0] / theirs[0]
            yield f"| {name} | {ours[0]:,.0f} ({ours[1]}) | {theirs[0]:,.0f} ({theirs[1]}) | {share:.3f} |"


def text(figures: Sequence[Figure], stage: Stage, load: float) -> str:
    """The whole page."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=FILE.parent, check=True, capture_output=True, text=True
    )
    shown = {name: stage.connection.execute(f"show {name}").fetchone() for name in ("fsync", "synchronous_commit")}
    return PAGE.format(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        commit=commit.stdout.strip() or "unknown",
        cores=os.cpu_count(),
        python=f"Python {platform.python_version()}",
        server=stage.connection.info.parameter_status("server_version"),
        fsync=(shown["fsync"] or [""])[0],
        commit_=(shown["synchronous_commit"] or [""])[0],
        load=load,
        rounds=ROUNDS,
        people=f"{len(stage.tokens):,}",
        lines="\n".join(map(_line, figures)),
        at_best="\n".join(_at_best(figures)),
        spread=f"{SPREAD:,}",
        goal=GOAL,
        clients=CLIENTS,
        crowd=CROWD,
        patience=f"{PATIENCE:,}",
    )
