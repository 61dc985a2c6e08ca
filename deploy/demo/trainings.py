"""培训: courses of communities, who completed them, and a second look by the town."""

from typing import Any

from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City, content
from deploy.demo.organisations import DRAFTERS
from deploy.demo.residents import People


async def train_all(city: City, cast: Cast, people: People) -> None:
    """One course after another."""
    for told in content("trainings")["course"]:
        await _train(city, cast, people, told)


async def _train(city: City, cast: Cast, people: People, told: dict[str, Any]) -> None:
    by, second, key = cast[DRAFTERS[told["area"]]], cast[officer_of(told["area"])], f"demo.course.{told['id']}"
    body = {name: told[name] for name in ("name", "provider_name", "description", "minutes", "validity_months")}
    offerer = by.when(city.ago(told["ago"] + 14))
    course = await offerer.post("/volunteers/courses", {**body, "area_id": city.area(told["area"])}, key=key)
    here = f"/volunteers/courses/{course['id']}"
    near = [each for each in people.volunteers if each.home[:9] == told["area"][:9] and each.ago > told["ago"]]
    numbers = [each.view["number"] for each in near[: told["count"]]]
    listed = {"completed_on": city.day(told["ago"]).isoformat(), "numbers": numbers}
    await by.when(city.ago(told["ago"] - 1)).post(f"{here}/trainings", listed, key=f"{key}.trainings")
    if told["confirmed"]:
        looker = second.when(city.ago(told["ago"] - 3, "15:00"))
        await looker.post(f"{here}/confirmation", seen=await looker.get(here), key=f"{key}.confirmation")
