"""目标: what the city has set beside the policy's own numbers, and each town's stage of volunteers in this system."""

from typing import Any

from deploy.demo.cast import Cast
from deploy.demo.city import City, content, together

CITY = "441900"


async def set_all(city: City, cast: Cast) -> None:
    """Each from the day on which it was set."""
    told = content("targets")
    towns = sorted(code for code, area in city.areas.items() if area["level"] == "township" and area["population"])
    await together(_set(city, cast, CITY, each, told["ago"]) for each in told["city"])
    await together(_set(city, cast, town, told["town"], told["ago"]) for town in towns)


async def _set(city: City, cast: Cast, code: str, told: dict[str, Any], ago: int) -> None:
    body = {
        **{name: told[name] for name in ("indicator", "value", "source")},
        "area_id": city.area(code),
        "valid_from": city.day(ago).isoformat(),
        "deadline": city.day(-told["due_in"]).isoformat(),
        "assumption": True,
    }
    key = f"demo.target.{told['indicator']}.{code}"
    await cast["bureau.officer"].when(city.ago(ago)).post("/assessment/targets", body, key=key)
