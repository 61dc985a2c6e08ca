"""One whole private system for every test that crosses services: PostgreSQL, gateway, real areas, no demo city.

`JOURNEY_STATE=.local` takes a system that is running already instead, for whoever is writing one.
"""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from deploy.local.machine import Machine
from deploy.local.settings import Settings
from deploy.local.system import System
from tests.journeys.opening import town_of
from tests.journeys.town import Town

PATIENCE = 1800  # seconds: a loaded machine needs minutes to start everything


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The first test of the running system waits for its start."""
    for item in items:
        if "system" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(PATIENCE))


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """The running system; stopped at the end, and its data with it."""
    if "JOURNEY_STATE" in os.environ:
        yield Machine(Settings(Path(os.environ["JOURNEY_STATE"]).resolve(), int(os.environ.get("PORT", "8080"))))
        return
    with System(tmp_path_factory.mktemp("sanshe"), demo=True, city=False, faults=True) as running:
        yield running


@pytest.fixture(scope="session")
async def town(system: Machine) -> AsyncIterator[Town]:
    """A town of the real city with its people, opened through the gateway."""
    async with town_of(system) as opened:
        yield opened
