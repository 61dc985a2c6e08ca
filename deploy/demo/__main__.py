"""Fills the demo city through the public API alone: `python -m deploy.demo`, with URL, SANSHE_STATE, DEMO_CLOCK_KEY."""

import asyncio
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import httpx

from deploy.demo import sign_ins
from deploy.demo.city import AT_ONCE, SHANGHAI, City
from deploy.demo.kept import Kept
from deploy.demo.people import Refused
from deploy.demo.story import fill
from deploy.local.progress import say

PATIENCE = 30.0
KEYS_KEPT = timedelta(hours=60)  # the services remember what a key stood for a little longer


def nothing_to_do(kept: Kept, first: dict[str, dict[str, str]]) -> str | None:
    """Why the city is left as it is, if it is."""
    if kept.done:
        return "the demo city is complete"
    if "system_admin" not in first:
        return "the first accounts were opened elsewhere: without their passwords the demo city is left out"
    if datetime.now(SHANGHAI) - kept.began > KEYS_KEPT:
        return "the demo city was begun days ago and never completed: it is left as it is"
    return None


async def main() -> int:
    """Fills it, or goes on with what an earlier run began."""
    folder = Path(os.environ["SANSHE_STATE"])
    kept, first = Kept.of(folder), sign_ins.first_of_each_role(folder)
    if reason := nothing_to_do(kept, first):
        say(f"  {reason}")
        return 0
    kept.write()
    say("  filling the demo city")
    timeout, limits = httpx.Timeout(PATIENCE, pool=None), httpx.Limits(max_connections=2 * AT_ONCE)
    async with httpx.AsyncClient(base_url=os.environ["URL"], timeout=timeout, limits=limits) as http:
        city = await City(http, os.environ["DEMO_CLOCK_KEY"], kept.began).known()
        try:
            await fill(city, kept, first)
        except (Refused, TimeoutError) as failed:
            say(f"  the demo city is not complete; the next run goes on: {failed}")
            return 1
    kept.done = True
    kept.write()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
