"""The figures as a page: rates beside pgbench's, what the client took, and on which machine and commit."""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.client import CLIENTS
from tests.bench.scenarios import ROUNDS, Figure
from tests.bench.stage import Stage

FILE = Path(__file__).resolve().parents[2] / "docs" / "bench.md"
GOAL = 0.25

PAGE = """\
# Beside the database

`make bench` measured this on {date}, commit `{commit}`: {cores} cores, {python}, PostgreSQL {server} (fsync {fsync},
synchronous_commit {commit_}), load {load:.1f} before it began. {clients} clients each, medians of {rounds} rounds.
pgbench has the same server to itself (our programs stand still) and checks no rule; ours goes through Caddy with all
services running and every rule checked, {people} registered volunteers each with a token of their own.

| | ours /s | pgbench /s | ratio | p50 ms | p99 ms | client's share of a core |
|---|--:|--:|--:|--:|--:|--:|
{lines}

Goal: sign-ups over {spread} opportunities at {goal} of pgbench's. In every round all answers were compared with the
ledgers: nobody too many, no waiting number twice; of the 10,000 who rushed for 200 places exactly 200 got one.
"""


def _line(figure: Figure) -> str:
    values = (
        f"{figure.of(lambda each: each.ours.rate):,.0f}",
        f"{figure.of(lambda each: each.pgbench):,.0f}",
        f"{figure.ratio:.3f}",
        f"{figure.of(lambda each: each.ours.within(0.5)):.1f}",
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
        clients=CLIENTS,
        rounds=ROUNDS,
        people=f"{len(stage.tokens):,}",
        lines="\n".join(map(_line, figures)),
        spread="1,000",
        goal=GOAL,
    )
