"""What happens because time passed: surveys whose time is over are closed, looked for every minute."""

import asyncio

import structlog
from fastapi import FastAPI

from assessment.survey.closing import finish_due
from chassis import clock

log = structlog.get_logger()

MINUTE = 60.0


async def surveys_end(app: FastAPI) -> None:
    """Runs in the worker, for as long as the process lives."""
    state = app.state
    while not state.stopping.is_set():
        try:
            if await finish_due(state.sessions, clock.wall()):
                state.bell.ring()
        except Exception as failed:  # noqa: BLE001 - whatever it is, the next look tries again
            log.warning("surveys not closed", reason=repr(failed)[:300])
        await asyncio.sleep(MINUTE)
