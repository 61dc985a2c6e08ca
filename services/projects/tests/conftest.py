"""The town that the projects service's route tests work in."""

import pytest
from fastapi import FastAPI

from chassis.testing import Callers
from services.projects.tests.make import Town
from services.projects.tests.market import Market


@pytest.fixture
async def town(app: FastAPI, callers: Callers) -> Town:
    """Everybody who works on the chain."""
    return await Town.of(app, callers)


@pytest.fixture
async def market(app: FastAPI, callers: Callers, town: Town) -> Market:
    """Everybody who buys, bids, reviews and pays."""
    return await Market.of(app, callers, town)
