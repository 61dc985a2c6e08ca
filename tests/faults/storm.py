"""Any program of a running system is killed at random moments while many clients go round the loop."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

import httpx
import psycopg

from deploy.demo.people import Refused
from deploy.local.machine import Machine
from deploy.local.settings import SERVICES
from tests.faults.books import Books
from tests.faults.points import minutes
from tests.faults.witness import Acknowledged, Witness, lost
from tests.journeys.linkage import Loop
from tests.journeys.opening import town_of
from tests.journeys.town import PASSWORD, Town

APART = timedelta(hours=8)  # between the activities of two rounds of one client
BACK_WITHIN = 240.0
# Acts that are done again in each round; what `gather` made stays.
SIGNING_IN = ("community", "lead", "second")


@dataclass
class Storm:
    """So many kills, with a pause drawn around `pause` seconds between two, while `clients` go round."""

    machine: Machine
    kills: int
    clients: int
    seed: int
    pause: float = 2.0
    journal: list[Acknowledged] = field(default_factory=list)
    killed: Counter[str] = field(default_factory=Counter)
    seconds_away: list[float] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    rounds: int = 0
    last: datetime = field(default_factory=partial(datetime.now, UTC))

    @property
    def minutes(self) -> int:
        """The minutes whose confirmation was acknowledged."""
        return sum(each.answer["minutes"] for each in self.journal if each.path.endswith("/confirmation"))

    async def rage(self) -> list[str]:
        """Kills and goes round until the kills are done, lets everybody finish, and reckons up."""
        began = datetime.now(UTC)
        async with town_of(self.machine, partial(self._witness)) as town:
            # Those who gather wait for the followers: of a system that has just begun the dashboard knows no area yet.
            loops = [await self._gathered(town) for _ in range(self.clients)]
            before = await minutes(town)
            self.over = asyncio.Event()
            going = [asyncio.create_task(self._go_round(town, loop)) for loop in loops]
            await self._kill()
            self.over.set()
            await asyncio.gather(*going)
            findings = await Books(self.machine).findings(began) + await lost(self.journal)
            town.leader.at = self.last + APART  # the dashboard counts what has been by then
            shown = await minutes(town) - before
        if shown != self.minutes:
            findings.append(f"the dashboard shows {shown} minutes of {self.minutes}")
        return findings + self.troubles

    def _witness(self, http: httpx.AsyncClient, clock_key: str) -> Witness:
        return Witness(http, clock_key, journal=self.journal)

    async def _gathered(self, town: Town) -> Loop:
        loop = Loop(town)
        await loop.gather()
        return loop

    async def _go_round(self, town: Town, loop: Loop) -> None:
        """One client: the loop again and again, each round's activity some hours later."""
        number = 0
        while not self.over.is_set():
            number += 1
            starts_at = datetime.now(UTC) + number * APART
            self.last = max(self.last, starts_at)
            try:
                await _sign_in_again(loop)
                await self._one_round(loop, starts_at)
            except (Refused, TimeoutError) as trouble:
                self.troubles.append(f"round {number}: {trouble!r}")

    async def _one_round(self, loop: Loop, starts_at: datetime) -> None:
        # Each in its own hours: nobody may raise more than so many needs an hour.
        for person in loop.people.values():
            person.at = starts_at - APART / 2
        for step in Loop.STEPS:
            await (step(loop, starts_at) if step is Loop.activity else step(loop))
        self.rounds += 1

    async def _kill(self) -> None:
        draw, watching = random.Random(self.seed), []
        while self.killed.total() < self.kills:
            await asyncio.sleep(draw.uniform(0, 2 * self.pause))
            processes = await asyncio.to_thread(self.machine.supervisor.processes)
            standing = sorted(name for name, process in processes.items() if process.state == "RUNNING")
            if standing:
                program = draw.choice(standing)
                with suppress(ProcessLookupError):  # dead already, and the process manager about to notice
                    self.machine.kill(program)
                    self.killed[program] += 1
                    watching.append(asyncio.create_task(self._back(program, self.killed[program])))
        await asyncio.gather(*watching)

    async def _back(self, program: str, time_of: int) -> None:
        """Notes how long a program was away, unless it was killed again meanwhile."""
        began, answers = time.monotonic(), _answering(self.machine, program)
        while time.monotonic() - began < BACK_WITHIN and self.killed[program] == time_of:
            if await answers():
                self.seconds_away.append(time.monotonic() - began)
                return
            await asyncio.sleep(0.1)
        if self.killed[program] == time_of:
            self.troubles.append(f"{program} did not come back within {BACK_WITHIN:.0f} s")


async def _sign_in_again(loop: Loop) -> None:
    for name in SIGNING_IN:
        person = loop.people[name]
        await person.sign_in(person.username, PASSWORD)


def _answering(machine: Machine, program: str) -> Callable[[], Awaitable[bool]]:
    """Whether a program answers."""
    if program == "postgres":
        return partial(_connects, machine.environment.admin_url)
    base = machine.settings.service_url(program) if program in SERVICES else machine.url
    return partial(_ready, f"{base}/readyz" if program in SERVICES else f"{base}/")


async def _connects(url: str) -> bool:
    try:
        await (await psycopg.AsyncConnection.connect(url, connect_timeout=3)).close()
    except psycopg.OperationalError:
        return False
    return True


async def _ready(url: str) -> bool:
    try:
        async with httpx.AsyncClient(timeout=3) as http:
            return (await http.get(url)).status_code < 500
    except httpx.TransportError:
        return False
