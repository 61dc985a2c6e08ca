"""Fills the demo city through the public API alone: `python -m deploy.demo`, with URL, SANSHE_STATE, DEMO_CLOCK_KEY."""

import asyncio
import os
import sys
from pathlib import Path

import httpx

from deploy.demo import sign_ins
from deploy.demo.city import AT_ONCE, City
from deploy.demo.kept import Kept
from deploy.demo.people import Refused
from deploy.demo.story import fill
from deploy.local.progress import say

PATIENCE = 30.0


async def main() -> int:
    """Nothing is done where the demo city is complete, or where nobody knows the first passwords."""
    folder = Path(os.environ["SANSHE_STATE"])
    kept, first = Kept.of(folder), sign_ins.first_of_each_role(folder)
    if kept.done:
        say("  the demo city is complete")
        return 0
    if "system_admin" not in first:
        say("  the first accounts were opened elsewhere: without their passwords the demo city is left out")
        return 0
    kept.write()
    timeout, limits = httpx.Timeout(PATIENCE, pool=None), httpx.Limits(max_connections=AT_ONCE)
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
