"""The main job: a resident's need becomes a figure on the dashboard, and the figure leads back to the need."""

from datetime import datetime, timedelta
from typing import Any

from deploy.demo.people import Person
from tests.journeys.linkage import Loop
from tests.journeys.town import COMMUNITY, Town, until


async def figure(town: Town, leader: Person, indicator: str) -> dict[str, Any]:
    dashboard = await leader.get(f"/assessment/dashboards/{town.area(COMMUNITY)}")
    found: dict[str, Any] = next(each for each in dashboard["figures"] if each["indicator"] == indicator)
    return found


STAFF = {"community_officer", "town_officer", "social_worker", "bureau_officer", "leader"}


async def test_a_need_becomes_a_figure_and_leads_back(town: Town) -> None:
    before = (await figure(town, town.leader, "hours"))["numerator"] or 0
    loop = Loop(town)
    await loop.gather()
    for step in Loop.STEPS:
        await step(loop)

    # Looked at in the loop's own time, which may be past midnight.
    leader = town.leader.when(datetime.fromisoformat(loop.left["activity"]["ends_at"]) + timedelta(hours=3))

    async def counted() -> Any:
        now = await figure(town, leader, "hours")
        return now if (now["numerator"] or 0) > before else None

    hours = await until(counted)
    assert hours["numerator"] - before == loop.left["hours"]["minutes"] == 110

    # Back again: nothing but links is followed from here on.
    records = await leader.get(hours["links"]["records"])
    links = [item["links"] for item in records["items"]]
    trail = next(each for each in links if each["activity"].endswith(loop.left["activity"]["id"]))
    entry = await leader.get(trail["record"])
    activity = await leader.get(entry["links"]["activity"])
    project = await leader.get(activity["links"]["project"])
    (need,) = [await leader.get(link) for link in project["links"]["needs"]]
    assert need["id"] == loop.left["need"]["id"]
    assert len({person.id for person in loop.people.values()}) == 7
    # Five staff roles; the volunteer and the resident signed in by phone.
    assert {grant["role"] for person in loop.people.values() for grant in person.account["grants"]} == STAFF
