"""A workbook of 50,000 rows with planted faults, killed half-way, twice; a CSV of a million beside raw COPY."""

import asyncio
import csv
import io
import os
import signal
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import psycopg
from fastapi import FastAPI
from python_calamine import CalamineWorkbook
from sqlalchemy import func, select

from chassis.jobs import Job, State
from chassis.principal import Role
from chassis.tables import FactRow
from chassis.testing import EAST, Caller, Callers, everywhere
from conftest import replicas_of, standing
from services.volunteers.tests.bulk.lists import HEAD
from tests.contracts.world import LastingSigner
from tests.proofs.paper import people, planted, workbook
from tests.proofs.section import Numbers, Section
from volunteers.facts import ListOpened
from volunteers.volunteer.model import Volunteer

ROWS, MILLION, PLANTED = 50_000, 1_000_000, 500
MOST_SECONDS, MOST_MEMORY, LEAST_SHARE = 60, 300, 0.3


async def prove(numbers: Numbers) -> Section:
    """The small forms are services/volunteers/tests/bulk."""
    section, draw = Section("Lists that come in"), Random(numbers.seed)
    with tempfile.TemporaryDirectory() as folder, standing(Path(folder)):
        async with replicas_of("volunteers") as (app, _):
            await _workbook(section, app, draw, numbers.of(ROWS), numbers.of(PLANTED))
        async with replicas_of("volunteers") as (app, _):
            await _million(section, app, Path(folder), draw, numbers.of(MILLION))
    return section


async def _workbook(section: Section, app: FastAPI, draw: Random, count: int, faults: int) -> None:
    officer = Callers(app, LastingSigner("gateway", Path(os.environ["GATEWAY_KEY"]))).as_(Role.TOWN_OFFICER, EAST)
    rows = list(people(count, draw))
    expected = planted(rows, faults, draw)
    content = workbook(rows)
    job = await _laid(officer, content)
    checking = await _worked(job["id"])
    job = (await officer.get(f"/jobs/{job['id']}")).json()
    missed = expected.keys() - _named(await officer.get(f"/jobs/{job['id']}/result"), expected)
    if missed or job["counts"] != {"new": count - faults, "wrong": faults}:
        section.findings.append(f"{len(missed)} planted faults not named at their row and column; {job['counts']}")
    confirmed = await officer.post(f"/jobs/{job['id']}/confirmation", {"skip_wrong": True}, seen=job)
    assert confirmed.status_code == 202, confirmed.text
    killed_at = await _killed_half_way(app, job["id"], count)
    left = await _counted(app)
    if left != (0, 0):
        section.findings.append(f"killed at row {killed_at}, it left {left[0]} volunteers and {left[1]} facts")
    entering = await _worked(job["id"])
    good = count - faults
    if (found := await _counted(app)) != (good, good + 1):
        section.findings.append(f"{found} volunteers and facts of {good} and one of the list")
    again = await _laid(officer, content)
    await _worked(again["id"])
    again = (await officer.get(f"/jobs/{again['id']}")).json()
    if again["counts"] != {"same": good, "wrong": faults}:
        section.findings.append(f"the same list again: {again['counts']}")
    seconds, memory = checking[0] + entering[0], max(checking[1], entering[1])
    if seconds > MOST_SECONDS or memory > MOST_MEMORY:
        section.findings.append(f"{seconds:.0f} s, {memory} MB extra")
    section.say(
        f"A workbook of {count:,} rows, {faults} of them spoilt in one cell: {len(expected) - len(missed)} named in",
        "Chinese at their row and column of the workbook that came back. Confirmed, the process that entered it was",
        f"killed with SIGKILL at row {killed_at:,} and left {left[0]} volunteers and {left[1]} facts.",
        f"Begun anew, {good:,} registered and told; laid before again, {again['counts'].get('new', 0)} new.",
    )
    section.table(
        ("step", "seconds", "of them its processor", "extra memory, MB"),
        [
            ("checked, answered in the same workbook", f"{checking[0]:.1f}", f"{checking[2]:.1f}", checking[1]),
            ("entered", f"{entering[0]:.1f}", f"{entering[2]:.1f}", entering[1]),
            (
                f"both (at most {MOST_SECONDS} s, {MOST_MEMORY} MB)",
                f"{seconds:.1f}",
                f"{checking[2] + entering[2]:.1f}",
                memory,
            ),
        ],
    )


async def _laid(officer: Caller, content: bytes) -> dict[str, Any]:
    answer = await officer.post("/imports/volunteers", params={"name": "名单.xlsx"}, content=content)
    assert answer.status_code == 202, answer.text
    job: dict[str, Any] = answer.json()
    return job


def _named(answer: Any, expected: dict[tuple[int, str], str]) -> set[tuple[int, str]]:
    """Which planted faults the workbook names, by row and column."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    read = list(sheet.iter_rows())
    column = read[0].index("错误")
    said = {number: str(row[column]) for number, row in enumerate(read, start=1)}
    return {at for at, fault in expected.items() if said.get(at[0], "").startswith(f"{at[1]}：{fault}")}


WORK = """
import asyncio, resource, sys, time
from uuid import UUID
import volunteers.main
from chassis.jobs import carry_out
def memory(): return int(next(l for l in open("/proc/self/status") if l.startswith("VmHWM")).split()[1]) // 1024
app = volunteers.main.app()
before, began = memory(), time.monotonic()
asyncio.run(carry_out(app.state, UUID(sys.argv[1])))
print(time.monotonic() - began, memory() - before, time.process_time())
"""


async def _worked(job_id: str) -> tuple[float, int, float]:
    """Does a job in a process of its own: its seconds, the MB that it grew by at most, its seconds of processor."""
    worker = await asyncio.create_subprocess_exec(sys.executable, "-c", WORK, job_id, stdout=asyncio.subprocess.PIPE)
    said, _ = await worker.communicate()
    seconds, memory, processor = said.decode().split("\n")[-2].split()
    return float(seconds), int(memory), float(processor)


async def _killed_half_way(app: FastAPI, job_id: str, count: int) -> int:
    """Kills the process that does a job, half-way; how far it said it was."""
    worker = await asyncio.create_subprocess_exec(sys.executable, "-c", WORK, job_id, stdout=asyncio.subprocess.DEVNULL)
    done = 0
    while done < count // 2 and worker.returncode is None:
        await asyncio.sleep(0.05)
        async with everywhere(app) as tx:
            state, done = (await tx.execute(select(Job.state, Job.done).where(Job.id == UUID(job_id)))).one()
        assert state in {State.QUEUED, State.RUNNING}, state
    with suppress(ProcessLookupError):
        worker.send_signal(signal.SIGKILL)
    await worker.wait()
    return done


async def _counted(app: FastAPI) -> tuple[int, int]:
    """Volunteers, and facts: that somebody opened the checked workbook is told too, and enters nothing."""
    entered = select(func.count()).select_from(FactRow).where(FactRow.type != ListOpened.TYPE)
    async with everywhere(app) as tx:
        volunteers = await tx.scalar(select(func.count()).select_from(Volunteer)) or 0
        return volunteers, await tx.scalar(entered) or 0


async def _million(section: Section, app: FastAPI, folder: Path, draw: Random, count: int) -> None:
    file = folder / "city.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([HEAD, *people(count, draw)])
    taking, said = await _taken(file)
    if (found := await _counted(app)) != (count, count):
        section.findings.append(f"{found} volunteers and facts of {count}")
    again, said_again = await _taken(file)
    if await _counted(app) != (count, count):
        section.findings.append(f"the same list again: {said_again}")
    raw, bare = await asyncio.to_thread(_raw, folder, file)
    share = raw / taking
    if share < LEAST_SHARE:
        section.findings.append(f"{share:.2f} of raw COPY")
    section.say(
        f"A CSV of {count:,} rows by `python -m volunteers.bulk.city`: judged and sealed by two processes, copied",
        f"beside, merged and told in one transaction. {said}. The same file again: {said_again}. Raw COPY is that of",
        "the very rows that were written, volunteers and facts, from a binary file into tables with the same indexes.",
    )
    section.table(
        ("run", "seconds", "rows a second"),
        [
            ("the list", f"{taking:.1f}", f"{count / taking:,.0f}"),
            ("the same list again", f"{again:.1f}", f"{count / again:,.0f}"),
            ("raw COPY of the rows that it wrote", f"{raw:.1f}", f"{count / raw:,.0f}"),
            ("raw COPY of the CSV's text into a table without index", f"{bare:.1f}", f"{count / bare:,.0f}"),
            (f"share of the former (at least {LEAST_SHARE})", f"{share:.2f}", ""),
        ],
    )


async def _taken(file: Path) -> tuple[float, str]:
    command = [sys.executable, "-m", "volunteers.bulk.city", str(file), "--by", str(uuid4())]
    began = time.monotonic()
    worker = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await worker.communicate()
    return time.monotonic() - began, said.decode().strip()


def _raw(folder: Path, file: Path) -> tuple[float, float]:
    """COPY of what was written into tables alike, and of the file's text into one without index."""
    with psycopg.connect(os.environ["VOLUNTEERS_MIGRATION_URL"]) as connection:
        connection.execute("select set_config('app.lo1', '', false), set_config('app.hi1', '~', false)")
        seconds = 0.0
        for table in ("volunteer", "fact", "fact_unsequenced"):
            kept = folder / table
            with (
                kept.open("wb") as out,
                connection.cursor().copy(f"copy (select * from {table}) to stdout (format binary)") as rows,  # noqa: S608 - three names,
            ):
                for block in rows:
                    out.write(block)
            connection.execute(f"create table raw_{table} (like {table} including indexes including identity)")
            connection.commit()
            connection.execute("select set_config('app.lo1', '', false), set_config('app.hi1', '~', false)")
            seconds += _copied(connection, f"copy raw_{table} from stdin (format binary)", kept)
        columns = ", ".join(f"c{number} text" for number in range(len(HEAD)))
        connection.execute(f"create table raw_text ({columns})")
        connection.commit()
        return seconds, _copied(connection, "copy raw_text from stdin (format csv, header)", file)


def _copied(connection: psycopg.Connection[Any], statement: str, file: Path) -> float:
    began = time.monotonic()
    with file.open("rb") as read, connection.cursor().copy(statement) as copy:
        while block := read.read(2**18):
            copy.write(block)
    connection.commit()
    return time.monotonic() - began
