"""The private system that is measured: filled once, paused while pgbench works, caught up before each round."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import psycopg

from deploy.local.settings import SERVICES
from deploy.local.system import System
from tests.bench import baseline, seeding

VOLUNTEERS = 10_000
PATIENCE = 300


@dataclass(slots=True)
class Stage:
    """A running system with volunteers who hold tokens."""

    system: System
    settings: Mapping[str, str]
    connection: psycopg.Connection
    tokens: list[str]
    officer: seeding.Officer
    days: Iterator[int]

    @property
    def port(self) -> int:
        """Caddy's."""
        return self.system.settings.port

    def opportunities(self, number: int, places: int) -> list[UUID]:
        """Fresh ones, each set a day before the last, so that all sign-ups so far could clash and are looked at."""
        return seeding.opportunities(self.connection, number, places, in_days=next(self.days))

    def beside_pgbench(self, script: str, clients: int, **variables: int | str) -> float:
        """What pgbench does while our programs stand still."""
        programs = self.system.supervisor.processes()
        pids = [programs[name].pid for name in (*SERVICES, "caddy")]
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            return baseline.transactions_a_second(self.settings, script, clients, **variables)
        finally:
            baseline.forget_unsequenced(self.connection)
            for pid in pids:
                os.kill(pid, signal.SIGCONT)
            self.settle()

    def settle(self) -> None:
        """Until every fact told so far stands in the log and the revocation list has been heard again."""
        wait_for(lambda: self.count("select count(*) from fact_unsequenced") == 0)
        time.sleep(3)

    def count(self, query: str, *given: object) -> int:
        """One number."""
        (number,) = self.connection.execute(query, given).fetchone() or (0,)
        return int(number)

    def checkpoint(self) -> None:
        """Both sides begin with the same: nothing left to be written."""
        with psycopg.connect(self.system.environment.admin_url, autocommit=True) as admin:
            admin.execute("checkpoint")


def wait_for(condition: Callable[[], bool]) -> None:
    """Asks until it holds."""
    limit = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > limit:
            raise TimeoutError
        time.sleep(0.2)


@contextmanager
def set_up() -> Iterator[Stage]:
    """Starts a system on ports of its own and fills it."""
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="sanshe-bench-"))
        system = stack.enter_context(System(Path(folder), demo=False))
        connection = psycopg.connect(system.env["VOLUNTEERS_MIGRATION_URL"], autocommit=True)
        stack.enter_context(connection)
        connection.execute("select set_config('app.lo1', '', false), set_config('app.hi1', '~', false)")
        areas = "select count(*) from area_copy where level = 'community'"
        wait_for(lambda: (connection.execute(areas).fetchone() or (0,))[0] == 604)
        people = seeding.volunteers(connection, system.env, VOLUNTEERS)
        tokens, officer = seeding.tokens(system.env, people), seeding.officer(connection, system.env)
        yield Stage(system, system.env, connection, tokens, officer, iter(range(90, 0, -1)))
