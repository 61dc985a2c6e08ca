"""An answer is computed once, said again while it holds, and while facts flow for a moment more."""

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
    monkeypatch.setattr(kept, "FRESH", 0.5)
    monkeypatch.setattr(kept.time, "monotonic", lambda: now["time"])
    return now


@pytest.fixture
def asked(world):
    """Asks at an instant of business time; each computation gives the next number."""
    answers, numbers = Kept(), count(1)

    async def compute():
        await asyncio.sleep(0)
        return next(numbers)

    def ask(at=NOON, sources=("registry", "projects"), **how):
        now = Version({"registry": 1, "projects": world["heard"], "volunteers": 1}, world["targets"])
        return answers.get("city", at, compute, now=now.of(sources), **how)

    return ask


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


async def test_what_others_are_computed_from_holds_exactly(asked, world):
    await asked(exactly=True)
    world["heard"] = 2
    assert (await asked(exactly=True)).answer == 2


async def test_facts_that_it_is_not_made_of_change_nothing(asked, world):
    await asked(sources=("registry",))
    world.update(heard=2, time=10_000)
    assert (await asked(sources=("registry",))).answer == 1


async def test_a_target_counts_at_once(asked, world):
    await asked()
    world["targets"] = 2
    assert (await asked()).answer == 2


async def test_those_who_ask_together_wait_for_one_computation(asked):
    assert {each.answer for each in await asyncio.gather(*(asked() for _ in range(20)))} == {1}


async def test_when_a_computation_fails_the_next_who_waited_computes():
    answers, tries = Kept(), count()

    async def compute():
        await asyncio.sleep(0)
        if next(tries) == 0:
            raise ConnectionError
        return "computed"

    first, second = await asyncio.gather(
        *(answers.get("city", NOON, compute, now=Version({}, 1)) for _ in range(2)), return_exceptions=True
    )
    assert isinstance(first, ConnectionError)
    assert second == ("computed", NOON)
