"""A city's own list of volunteers, a million rows of CSV at a time: `python -m volunteers.bulk.city FILE --by ACCOUNT`.

Processes beside this one judge and seal the rows and write them in COPY's own format; the database takes them beside
its table and merges them, all in one transaction, while the processes judge what comes next. The columns and the rules
are those of a paper list.
"""

import argparse
import asyncio
import csv
import sys
import time
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.clock import wall
from chassis.copying import copy_text, lift_limits
from chassis.database import EVERYWHERE, engine_of, new_id, sessions_of, system_transaction
from chassis.settings import load
from chassis.sheets import Heads
from procedures.bulk.intake import communities
from volunteers.bulk import arriving
from volunteers.bulk.entering import ARRIVING, draw_numbers_again
from volunteers.bulk.sheet import SHEET
from volunteers.facts import VolunteerRegistered
from volunteers.volunteer.model import GuardianConsent, Volunteer

BLOCK = 4000  # rows that go to a process at once
PROCESSES = 2
TOGETHER = 24  # blocks that are merged at once: so many wait meanwhile, judged or to be judged


@dataclass(slots=True)
class Taken:
    """What became of a list."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    consents: list[dict[str, Any]] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Adds up how long a part took."""
        began = time.monotonic()
        yield
        self.seconds[what] += time.monotonic() - began


async def take(file: Path, by: str, *, skip_wrong: bool = False, at: datetime | None = None) -> Taken:
    """Takes the whole list in, or nothing of it where a row is wrong and that is not passed over."""
    settings, now, taken = load("volunteers"), at or wall(), Taken()
    engine = engine_of(settings)
    try:
        async with system_transaction(sessions_of(engine), at=now) as tx:
            tx.info["request_id"] = str(new_id())
            await lift_limits(tx)
            areas = [(each.id, each.code, each.name, each.scope_key) for each in await communities(tx, [EVERYWHERE])]
            with ProcessPoolExecutor(PROCESSES, initializer=arriving.begin, initargs=(areas, now, UUID(by))) as pool:
                blocks = _written(pool, file)
                while await _copied(tx, islice(blocks, TOGETHER), taken):
                    if skip_wrong or not taken.faults:
                        await _merged(tx, by, taken)
            if taken.faults and not skip_wrong:
                await tx.rollback()
    finally:
        await engine.dispose()
    return taken


async def _copied(tx: AsyncSession, blocks: Iterator[arriving.Written], taken: Taken) -> bool:
    """Puts some blocks beside the table; whether there were any."""
    number = 0

    async def good() -> AsyncIterator[bytes]:
        nonlocal number
        for number, block in enumerate(blocks, start=1):  # noqa: B007 - counted for whoever asked
            taken.faults += block.faults
            taken.counts["wrong"] += len({row for row, *_ in block.faults})
            taken.consents += block.consents
            yield block.good

    with taken.timed("judged and copied"):
        await copy_text(tx, ARRIVING.name, arriving.COLUMNS, good())
    return number > 0


def _written(pool: ProcessPoolExecutor, file: Path) -> Iterator[arriving.Written]:
    """Every block as its process has written it, in the order of the file."""
    waiting: deque[Future[arriving.Written]] = deque()
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = csv.reader(opened)
        heads, number = Heads(SHEET, next(rows, [])), 2
        heads.require_all()
        while block := list(islice(rows, BLOCK)):
            waiting.append(pool.submit(arriving.written, heads, number, block))
            number += len(block)
            if len(waiting) > TOGETHER:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


async def _merged(tx: AsyncSession, by: str, taken: Taken) -> None:
    """One statement registers whoever is new, one tells it of each."""
    with taken.timed("merged"):
        await draw_numbers_again(tx)
        merged = await tx.execute(arriving.MERGE, execution_options={"preserve_rowcount": True})
    new: int = merged.rowcount  # type: ignore[attr-defined]
    with taken.timed("told"):
        await facts.tell_selected(tx, VolunteerRegistered, arriving.told(), by=by)
        await _consented(tx, taken.consents)
        taken.consents.clear()
    gone = await tx.execute(sa.delete(ARRIVING), execution_options={"preserve_rowcount": True})
    total: int = gone.rowcount  # type: ignore[attr-defined]
    taken.counts.update(new=new, same=total - new)


async def _consented(tx: AsyncSession, consents: list[dict[str, Any]]) -> None:
    """Keeps the consents of the children who came in."""
    children = sa.select(Volunteer.id).where(Volunteer.id.in_([each["volunteer_id"] for each in consents]))
    came_in = set(await tx.scalars(children))
    kept = [each for each in consents if each["volunteer_id"] in came_in]
    if kept:
        await tx.execute(sa.insert(GuardianConsent), kept)


def main(words: Sequence[str]) -> int:
    """0 when the list was taken in; faults go into a CSV beside it."""
    asked = argparse.ArgumentParser(prog="python -m volunteers.bulk.city", description=__doc__)
    asked.add_argument("file", type=Path)
    asked.add_argument("--by", required=True, help="the account in whose name it is done")
    asked.add_argument("--skip-wrong", action="store_true", help="take in the rows without fault")
    given = asked.parse_args(words)
    began = time.monotonic()
    taken = asyncio.run(take(given.file, given.by, skip_wrong=given.skip_wrong))
    said = [f"{name} {count:,}" for name, count in taken.counts.items()]
    print(", ".join(said), f"in {time.monotonic() - began:.1f} s", dict(taken.seconds))  # noqa: T201 - a person asked for it
    if taken.faults:
        report = given.file.with_suffix(".faults.csv")
        with report.open("w", encoding="utf-8-sig", newline="") as opened:
            csv.writer(opened).writerows([("行", "列", "错误"), *taken.faults])
        print(f"{len(taken.faults):,} faults, see {report.name}")  # noqa: T201
    return 1 if taken.faults and not given.skip_wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
