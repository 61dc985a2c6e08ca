"""Long work goes on once its database is there again."""

import asyncio
from types import SimpleNamespace

import pytest
from procrastinate.exceptions import ConnectorException

from chassis import jobs


async def test_the_queue_is_opened_again_when_its_database_was_away(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []

    async def away(state: object) -> None:
        begun.append(state)
        async with asyncio.TaskGroup() as both:
            both.create_task(interrupted())

    async def interrupted() -> None:
        raise ConnectorException

    monkeypatch.setattr(jobs, "_work", away)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(jobs.work(SimpleNamespace(state=None)), 1.2)  # type: ignore[arg-type]
    assert len(begun) == 2
