"""An answer is computed once, said again while it holds, and while facts flow for half a second more."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from assessment.figure import kept
from assessment.figure.kept import Kept, Version

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.fixture
def world(monkeypatch):
    """Time that only the test moves, and how far has been heard."""
    now = {"time": 100.0, "heard": 1, "targets": 1}

    async def version(_tx):
        return Version((now["heard"], NOON, 0, 0), now["targets"])

    monkeypatch.setattr(kept, "FRESH", 0.5)
    monkeypatch.setattr(kept, "version", version)
    monkeypatch.setattr(kept.time, "monotonic", lambda: now["time"])
    return now


@pytest.fixture
def asked(world):
    """Asks at an instant of business time; each computation gives the next number."""
    answers, numbers = Kept(), count(1)

    async def compute():
        await asyncio.sleep(0)
        return next(numbers)

    return lambda at=NOON, key="city": answers.get(None, key, at, compute)


async def test_what_nothing_has_changed_is_said_again_as_of_now(asked, world):
    later = NOON + timedelta(hours=3)
    assert await asked() == (1, NOON)
    world["time"] += 10_000
    assert await asked(later) == (1, later)


async def test_while_facts_flow_it_is_said_as_of_when_it_held_and_no_longer_than_half_a_second(asked, world):
    later = NOON + timedelta(seconds=1)
    await asked()
    world.update(heard=2, time=100.4)
    assert await asked(later) == (1, NOON)
    world["time"] = 100.5
    assert await asked(later) == (2, later)


async def test_a_target_counts_at_once(asked, world):
    await asked()
    world["targets"] = 2
    assert (await asked()).answer == 2


async def test_those_who_ask_together_wait_for_one_computation(asked):
    assert {each.answer for each in await asyncio.gather(*(asked() for _ in range(20)))} == {1}


async def test_when_a_computation_fails_the_next_who_waited_computes(world):
    answers, tries = Kept(), count()

    async def compute():
        await asyncio.sleep(0)
        if next(tries) == 0:
            raise ConnectionError
        return "computed"

    first, second = await asyncio.gather(
        *(answers.get(None, "city", NOON, compute) for _ in range(2)), return_exceptions=True
    )
    assert isinstance(first, ConnectionError)
    assert second == ("computed", NOON)
