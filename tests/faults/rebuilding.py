"""Making a service's copies anew, as `make rebuild s=…` does, and comparing all of its tables before and after."""

import asyncio
import subprocess
import sys

from deploy.local.environment import ambient
from deploy.local.machine import Machine
from deploy.local.settings import ROOT
from tests.faults.books import Books

# Not what a service holds: when a follower last moved and was set back, answers that are kept for three days, and which
# workers live.
QUEUE = "procrastinate_"
ASIDE = frozenset({"follow_cursor", "made_anew", "kept_answer", "alembic_version"})
TABLES = "select tablename from pg_tables where schemaname = 'public'"


async def verb(machine: Machine, service: str, name: str) -> subprocess.CompletedProcess[str]:
    """A maintenance verb of a service of the running system, as the Makefile calls it."""
    known = ambient() | {"SANSHE_STATE": str(machine.settings.state), "PORT": str(machine.settings.port)}
    command = [sys.executable, "-m", "deploy.local.verb", service, name]
    return await asyncio.to_thread(
        subprocess.run, command, cwd=ROOT, env=known, capture_output=True, text=True, check=False
    )


async def rebuild(machine: Machine, service: str) -> None:
    """Empties the copies of a service and waits until it has followed everything again."""
    done = await verb(machine, service, "rebuild")
    assert done.returncode == 0, done.stdout + done.stderr


def held(machine: Machine, service: str) -> dict[str, list[str]]:
    """Every row of every table of a service."""
    books = Books(machine)
    tables = sorted(name for (name,) in books.rows(service, TABLES) if name not in ASIDE and not name.startswith(QUEUE))
    rows = {table: books.rows(service, f'select to_jsonb(t)::text from "{table}" t') for table in tables}  # noqa: S608
    return {table: sorted(text for (text,) in found) for table, found in rows.items()}


def different(before: dict[str, list[str]], after: dict[str, list[str]]) -> dict[str, int]:
    """How many rows differ, by table."""
    tables = before.keys() | after.keys()
    changed = {table: len({*before.get(table, ())} ^ {*after.get(table, ())}) for table in tables}
    return {table: rows for table, rows in changed.items() if rows}
