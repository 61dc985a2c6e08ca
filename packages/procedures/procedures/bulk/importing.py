"""Taking in a list: every row is judged and answered in the same workbook; confirmed, it is one transaction."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from functools import partial
from itertools import islice
from time import monotonic
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.faults import strike
from chassis.jobs import Running, State, Work, file_of, keep_file
from chassis.problems import NotFound
from chassis.sheets import Listing, Row
from chassis.workbooks import MEDIA_TYPE, Answer
from procedures.bulk import rules
from procedures.bulk.facts import Told
from procedures.bulk.intake import OUTCOMES, WHOLE, Bench, Desk, Intake, Outcome, Overtaken, Verdict
from procedures.bulk.schemas import Faults, FaultView

CHUNK = 500
TELL = 0.5  # seconds between two reports of progress
NAMED = 200  # faults that a screen shows; the workbook has them all
AGAIN = 3  # tries of an entry that others came before


def importing(intake: Intake, told: Told) -> Work:
    """The work of one kind of list."""

    async def work(running: Running) -> None:
        if running.job.asked["phase"] == rules.CHECK:
            await _check(running, intake)
            return
        for left in reversed(range(AGAIN)):
            try:
                await _apply(running, intake, told)
            except (IntegrityError, Overtaken):
                # Somebody registered or changed one of them at the same moment; the next look finds that.
                if not left:
                    raise rules.ListChanged from None
            else:
                return

    return work


async def _opened(tx: AsyncSession, running: Running, intake: Intake) -> tuple[Listing, Desk]:
    keys, job = running.state.vault, running.job
    kept = await file_of(tx, keys, job.id, "given")
    if kept is None:
        raise NotFound
    listing = await asyncio.to_thread(Listing, kept[1], intake.sheet)
    ranges = [(low, high) for low, high in job.asked["ranges"]]
    by = job.asked.get("confirmed_by", str(job.account_id))
    return listing, await intake.desk(tx, Bench(keys, ranges, job.at, by, job.account_id))


async def _judged(tx: AsyncSession, running: Running, listing: Listing, desk: Desk) -> AsyncIterator[list[Verdict]]:
    rows, done, last = iter(listing), 0, monotonic()
    while chunk := await asyncio.to_thread(lambda: list(islice(rows, CHUNK))):
        yield await desk.judge(tx, chunk)
        done += len(chunk)
        if monotonic() - last > TELL:
            last = monotonic()
            await running.progress(done, listing.total)
    await running.progress(done, done)


async def _check(running: Running, intake: Intake) -> None:
    counts: Counter[str] = Counter()
    faults: list[FaultView] = []
    async with running.transaction() as tx:
        listing, desk = await _opened(tx, running, intake)
        answer = Answer(intake.sheet.title, listing.heads.titles, above=listing.first - 2)
        async for verdicts in _judged(tx, running, listing, desk):
            counts.update(each.outcome.value for each in verdicts)
            faults += islice(_named(listing, verdicts), NAMED - len(faults))
            await asyncio.to_thread(_answer, answer, listing, verdicts)
        content = await asyncio.to_thread(answer.done)
        name, keep = f"{intake.title}-核对结果.xlsx", partial(keep_file, tx, running.state.vault, running.job.id)
        await keep("result", name=name, media_type=MEDIA_TYPE, content=content)
        if faults:
            named = Faults(items=faults).model_dump_json().encode()
            await keep("faults", name="faults.json", media_type="application/json", content=named)
        await running.end(tx, State.WAITING, counts=counts, detail=None)


def _answer(answer: Answer, listing: Listing, verdicts: Sequence[Verdict]) -> None:
    for verdict in verdicts:
        answer.put(verdict.row.number, verdict.row.cells, _placed(listing, verdict.row), _said(verdict))


def _placed(listing: Listing, row: Row) -> dict[int, str]:
    """Faults by the place of their cell; those of the row, and of columns that are not there, under -1."""
    placed: dict[int, str] = {}
    for name, fault in row.faults.items():
        place = -1 if name == WHOLE else listing.heads.places.get(name, -1)
        placed[place] = f"{placed[place]}；{fault}" if place in placed else fault
    return placed


def _named(listing: Listing, verdicts: Sequence[Verdict]) -> Iterator[FaultView]:
    """The faults of some rows by the row's number and the column's heading, as they stand in the file."""
    for row in (each.row for each in verdicts):
        for name, fault in row.faults.items():
            column = None if name == WHOLE else listing.heads.title_of(name)
            yield FaultView(row=row.number, column=column, fault=fault)


def _said(verdict: Verdict) -> str:
    said = OUTCOMES[verdict.outcome]
    return f"{said}：{verdict.note}" if verdict.note else said


async def _apply(running: Running, intake: Intake, told: Told) -> None:
    counts: Counter[str] = Counter()
    asked: dict[str, Any] = running.job.asked
    async with running.transaction() as tx:
        listing, desk = await _opened(tx, running, intake)
        async for verdicts in _judged(tx, running, listing, desk):
            if any(each.outcome is Outcome.WRONG for each in verdicts) and not asked["skip_wrong"]:
                raise rules.ListChanged
            counts.update(each.outcome.value for each in verdicts)
            await desk.enter(tx, [each for each in verdicts if each.outcome in {Outcome.NEW, Outcome.CHANGED}])
            strike("mid-import")
        fact = told.imported(
            area_id=running.job.area_id,
            scope_key=running.job.scope_key,
            job_id=running.job.id,
            kind=intake.name,
            counts=dict(counts),
            laid_by=str(running.job.account_id),
        )
        await facts.tell(tx, fact, by=asked["confirmed_by"])
        await running.end(tx, State.DONE, counts=counts, detail=None)


def asked_of(ranges: Sequence[tuple[str, str]], file_name: str) -> dict[str, Any]:
    """What a new job remembers of its asking."""
    return {"phase": rules.CHECK, "ranges": [list(each) for each in ranges], "file": file_name, "skip_wrong": False}
