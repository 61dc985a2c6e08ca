"""What journeys and screens look at: the loop and the money path, each gone through once a run."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from tests.journeys.browsing import chromium
from tests.journeys.purchase import Purchase
from tests.journeys.town import Town


@pytest.fixture(scope="session")
async def path(town: Town) -> Purchase:
    """The money path to its end: every record that it makes lies there."""
    gone = Purchase(town)
    await gone.gather()
    for step in Purchase.STEPS:
        await step(gone)
    return gone


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all windows."""
    async with chromium() as running:
        yield running
