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

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.clock import wall
from chassis.copying import copy_text, lift_limits
from chassis.database import EVERYWHERE, engine_of, new_id, sessions_of, system_transaction
from chassis.settings import load
from chassis.sheets import Heads
from procedures.bulk.intake import communities
from volunteers.bulk import arriving, entering, merging
from volunteers.bulk.entering import ARRIVING
from volunteers.bulk.sheet import SHEET

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
            await merging.begin(tx)
            areas = [(each.id, each.code, each.name, each.scope_key) for each in await communities(tx, [EVERYWHERE])]
            with ProcessPoolExecutor(PROCESSES, initializer=arriving.begin, initargs=(areas, now, UUID(by))) as pool:
                blocks = _written(pool, file)
                while lot := await _copied(tx, islice(blocks, TOGETHER), taken):
                    if skip_wrong or not taken.faults:
                        await _merged(tx, lot, by, taken)
            if taken.faults and not skip_wrong:
                await tx.rollback()
    finally:
        await engine.dispose()
    return taken


async def _copied(tx: AsyncSession, blocks: Iterator[arriving.Written], taken: Taken) -> UUID | None:
    """Puts the blocks of one lot beside the table; none where there are no more."""
    lot: UUID | None = None

    async def good() -> AsyncIterator[bytes]:
        nonlocal lot
        for block in blocks:
            lot = block.lot
            taken.faults += block.faults
            taken.counts["wrong"] += len({row for row, *_ in block.faults})
            taken.consents += block.consents
            yield block.good

    with taken.timed("judged and copied"):
        await copy_text(tx, ARRIVING.name, arriving.COLUMNS, good())
    return lot


def _written(pool: ProcessPoolExecutor, file: Path) -> Iterator[arriving.Written]:
    """Every block as its process has written it, in the order of the file."""
    waiting: deque[Future[arriving.Written]] = deque()
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = csv.reader(opened)
        heads, number = Heads(SHEET, next(rows, [])), 2
        heads.require_all()
        lots = (lot for lot in iter(new_id, None) for _ in range(TOGETHER))
        while block := list(islice(rows, BLOCK)):
            waiting.append(pool.submit(arriving.written, heads, number, block, next(lots)))
            number += len(block)
            if len(waiting) > TOGETHER:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


async def _merged(tx: AsyncSession, lot: UUID, by: str, taken: Taken) -> None:
    """Registers whoever is new in a lot and tells it of each."""
    with taken.timed("merged"):
        taken.counts["same"] += await merging.leave_out(tx, lot)
        await entering.draw_numbers_again(tx, lot)
        taken.counts["new"] += await entering.enter(tx, lot)
    with taken.timed("told"):
        await merging.tell(tx, lot, taken.consents, by)
        taken.consents.clear()
        await entering.drop(tx, lot)


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
    parts = [f"{what} {seconds:.1f} s" for what, seconds in taken.seconds.items()]
    print(", ".join(said), f"in {time.monotonic() - began:.1f} s:", ", ".join(parts))  # noqa: T201 - a person asked for it
    if taken.faults:
        report = given.file.with_suffix(".faults.csv")
        with report.open("w", encoding="utf-8-sig", newline="") as opened:
            csv.writer(opened).writerows([("行", "列", "错误"), *taken.faults])
        print(f"{len(taken.faults):,} faults, see {report.name}")  # noqa: T201
    return 1 if taken.faults and not given.skip_wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
