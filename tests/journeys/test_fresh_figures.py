"""A figure is fresh: what somebody has just done stands in it within two seconds."""

import time
from statistics import median
from typing import Any

from deploy.demo.people import Person
from tests.journeys.town import COMMUNITY, Town, until

FRESH = 2.0  # seconds from the answer to the act until the dashboard's own answer knows of it
TRIES = 5


async def _needs(leader: Person, area_id: str) -> int:
    page = await leader.get(f"/assessment/dashboards/{area_id}/indicators/needs_answered")
    against = page["figure"]["denominator"]
    return int(against["value"]) if against else 0


async def test_a_figure_knows_of_an_act_within_two_seconds(town: Town) -> None:
    clerk, area_id = await town.staff("community_officer", COMMUNITY), town.area(COMMUNITY)
    category = (await clerk.get("/projects/need-categories"))["items"][0]["code"]
    body = {"area_id": area_id, "title": "楼道灯不亮", "category": category, "channel": "home_visit"}
    waited = []
    for _ in range(TRIES):
        known = await _needs(town.leader, area_id)
        await clerk.post("/projects/needs", body)
        acted_at = time.monotonic()

        async def counted(before: int = known) -> Any:
            return await _needs(town.leader, area_id) > before

        await until(counted)
        waited.append(time.monotonic() - acted_at)
    assert median(waited) < FRESH, waited
