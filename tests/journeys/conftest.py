"""One whole private system for all journeys: PostgreSQL, gateway, services, real areas, no demo city.

`JOURNEY_STATE=.local` runs them against a system that is running already instead, for whoever is writing one.
"""

import json
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from deploy.demo.people import Person
from deploy.local.machine import Machine
from deploy.local.settings import Settings
from deploy.local.system import System
from tests.journeys.town import Town


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """The running system; stopped at the end, and its data with it."""
    if "JOURNEY_STATE" in os.environ:
        yield Machine(Settings(Path(os.environ["JOURNEY_STATE"]).resolve(), int(os.environ.get("PORT", "8080"))))
        return
    with System(tmp_path_factory.mktemp("sanshe"), demo=True, city=False) as running:
        yield running


@pytest.fixture(scope="session")
async def town(system: Machine) -> AsyncIterator[Town]:
    """A town of the real city with its people, opened through the gateway."""
    async with httpx.AsyncClient(base_url=system.settings.public_url, timeout=30) as http:
        yield await Town(lambda: Person(http, clock_key(system)), first_sign_ins(system)).opened()


def clock_key(system: Machine) -> str:
    """With which a demo city's business time is signed."""
    secrets: dict[str, str] = json.loads((system.settings.state / "keys" / "secrets.json").read_text())
    return secrets["DEMO_CLOCK_KEY"]


def first_sign_ins(system: Machine) -> dict[str, dict[str, str]]:
    """The first sign-in of each role."""
    found: dict[str, dict[str, str]] = {}
    for each in json.loads(system.settings.sign_ins.read_text()):
        found.setdefault(each["role"], each)
    return found
