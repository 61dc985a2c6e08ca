"""A team of the loop's volunteer with its social worker beside it, so that each of those screens has a record."""

from typing import Any

from deploy.demo.city import until
from deploy.demo.people import Person
from tests.journeys.linkage import Loop
from tests.journeys.town import COMMUNITY, Town
from tests.journeys.volunteering import TEAM


async def teamed(officer: Person, town: Town, loop: Loop) -> dict[str, str]:
    """The id of the team and of its pairing, by the path of their screens on both apps."""
    area, (volunteer,) = town.area(COMMUNITY), (await loop.people["volunteer"].get("/volunteers/volunteers"))["items"]
    body = {"area_id": area, "name": TEAM, "field": "elderly", "leader_number": volunteer["number"]}
    team = await officer.post("/volunteers/teams", body)
    worker = loop.left["worker"]["id"]
    post = {"number": f"演示结对岗{next(town.serial)}", "field": "community", "employer_kind": "town_government"}
    planned = await officer.post("/registry/posts", {"area_id": area, "full_time": True, **post})
    await officer.post(f"/registry/posts/{planned['id']}/filling", {"social_worker_id": worker}, seen=planned)

    async def paired() -> Any:
        return await officer.post("/volunteers/pairings", {"team_id": team["id"], "social_worker_id": worker})

    pairing = await until(paired, bears="worker-not-in-post")
    return {"/volunteers/teams": team["id"], "/volunteers/pairings": pairing["id"], "/teams": team["id"]}
