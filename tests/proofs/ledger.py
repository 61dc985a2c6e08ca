"""Thirty million confirmed entries: sealed, verified in one pass, and every drawn tampering named at its first row."""

import os
import random
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from fastapi import FastAPI

from conftest import replicas_of, standing
from services.volunteers.tests.seal import ledgers
from tests.proofs.section import Numbers, Section
from volunteers.seal.verify import first_broken

ENTRIES, TAMPERED, TRIES = 30_000_000, 5_000, 2_000
MOST_SECONDS = 300
BATCH = 1_000_000
ENTERED = "entered by SQL, with their place in the queue"
SEALED = "sealed: hashed, put on signed pages, told"
SIZES = "select pg_total_relation_size('hours'), pg_total_relation_size('hours_seal')"


async def prove(numbers: Numbers) -> Section:
    """The small form is in services/volunteers/tests/seal/test_ledger.py."""
    section = Section("Ledger of hours")
    with TemporaryDirectory() as folder, standing(Path(folder)):
        async with replicas_of("volunteers") as [app, _]:
            await _tampered(section, app, numbers)
        async with replicas_of("volunteers") as [app, _]:
            await _at_full_size(section, app, numbers.of(ENTRIES))
    return section


@contextmanager
def _owner() -> Iterator[psycopg.Connection[Any]]:
    with ledgers.owner(os.environ["VOLUNTEERS_MIGRATION_URL"]) as connection:
        yield connection


async def _tampered(section: Section, app: FastAPI, numbers: Numbers) -> None:
    draw, tried = random.Random(numbers.seed), Counter[str]()
    entries = numbers.of(TAMPERED)
    with _owner() as connection, ledgers.small_pages(64):
        ledgers.enter(connection, entries)
        await ledgers.sealed(app)
        trusted, anchors = ledgers.trusted_by(app), ledgers.anchors_of(connection)
        for number in range(numbers.of(TRIES)):
            tampering = ledgers.TAMPERINGS[number % len(ledgers.TAMPERINGS)]
            with connection.transaction(force_rollback=True):
                expected = tampering(connection, draw, entries)
                named = first_broken(connection, trusted, anchors)
            tried[tampering.__name__] += 1
            if named is None or not named.startswith(expected):
                section.findings.append(f"{tampering.__name__}: expected {expected!r}, named {named!r}")
        if first_broken(connection, trusted):
            section.findings.append("an untouched ledger is not found intact")
    section.say(
        f"A ledger of {entries:,} entries in pages of 64, tampered with {tried.total():,} times, each time once, by",
        "the owner of the tables with all triggers off: the first row that is wrong must be named first.",
    )
    section.table(("tampering", "tried"), sorted(tried.items()))


async def _at_full_size(section: Section, app: FastAPI, entries: int) -> None:
    rows: list[tuple[str, float]] = []
    with _owner() as connection:
        took: dict[str, float] = defaultdict(float)
        for start in range(0, entries, BATCH):
            began = time.monotonic()
            ledgers.enter(connection, min(BATCH, entries - start))
            took[ENTERED] += (entered := time.monotonic()) - began
            await ledgers.sealed(app)
            took[SEALED] += time.monotonic() - entered
            # As the server does by itself on a day on which as many come.
            connection.execute("vacuum hours_unsealed")
        rows += took.items()
        connection.execute("vacuum analyze hours")
        connection.execute("vacuum analyze hours_seal")
        began = time.monotonic()
        broken = first_broken(connection, ledgers.trusted_by(app))
        seconds = time.monotonic() - began
        rows.append(("verified, every row", seconds))
        size = connection.execute(SIZES).fetchone()
    if broken or seconds > MOST_SECONDS:
        section.findings.append(broken or f"verified in {seconds:.0f} s, not {MOST_SECONDS}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    gib = [each / 2**30 for each in size or (0, 0)]
    section.say(
        f"{entries:,} entries: `hours` takes {gib[0]:.1f} GiB with its indexes, the seals {gib[1]:.1f} GiB; the most",
        f"memory that the verifying process held was {memory:.0f} MiB. At most {MOST_SECONDS} s are allowed.",
    )
    steps = [(what, f"{took:.0f}", f"{entries / took:,.0f}") for what, took in rows]
    section.table(("step", "seconds", "rows a second"), steps)
