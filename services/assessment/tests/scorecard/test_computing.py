"""What is computed belongs to one place: while it is computed, neither copies nor surveys move on."""

import asyncio

import pytest
from sqlalchemy import delete, update

from assessment.projections import projections
from assessment.scorecard.computing import stand_still
from assessment.survey.model import Survey
from chassis import follow
from chassis.clock import wall
from chassis.database import engine_of, sessions_of, system_transaction
from chassis.settings import load
from chassis.tables import Cursor
from conftest import app_of


@pytest.fixture
async def sessions(world):
    """Connections of their own, on which things really wait for each other."""
    app_of("assessment", world)
    engine = engine_of(load("assessment"))
    made = sessions_of(engine)
    async with system_transaction(made, at=wall()) as tx:
        tx.add(Cursor(follower=projections.name, source="registry", seq=5))
    yield made
    async with system_transaction(made, at=wall()) as tx:
        await tx.execute(delete(Cursor))
    await engine.dispose()


async def closing(sessions):
    """As whoever closes a survey begins: by writing it."""
    async with system_transaction(sessions, at=wall()) as tx:
        await tx.execute(update(Survey).values(version=Survey.version))
        return wall()


async def test_copies_and_surveys_stand_still_until_what_is_computed_is_committed(sessions):
    async with system_transaction(sessions, at=wall()) as tx:
        place = await stand_still(tx)
        assert place.positions == {"registry": 5}
        moving = asyncio.create_task(follow.apply(sessions, projections, "registry", []))
        closed = asyncio.create_task(closing(sessions))
        done, _ = await asyncio.wait({moving, closed}, timeout=0.3)
        assert not done
    assert await moving == 5
    assert await closed > place.at
