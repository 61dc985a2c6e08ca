"""The figures as a page: rates beside pgbench's, what the client took, and on which machine and commit."""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.scenarios import CROWD, ROUNDS, SPREAD, Figure
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

Goals: sign-ups over {spread} opportunities and for one at {goal} of pgbench's; with {crowd} who wait at the same time,
p95 within {patience} ms. In every round all answers were compared with the ledgers: nobody too many, no waiting number
twice; of the 10,000 who rushed for 200 places exactly 200 got one.
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
        spread=f"{SPREAD:,}",
        goal=GOAL,
        crowd=CROWD,
        patience=f"{PATIENCE:,}",
    )
