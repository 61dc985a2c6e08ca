"""The town that the projects service's route tests work in."""

import pytest
from fastapi import FastAPI

from chassis.testing import Callers
from services.projects.tests.make import Town


@pytest.fixture
async def town(app: FastAPI, callers: Callers) -> Town:
    """Everybody who works on the chain."""
    return await Town.of(app, callers)
