"""需求: heard by four channels or raised by residents, accepted, merged, declined, or left waiting."""

from typing import Any

from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City, content
from deploy.demo.organisations import DRAFTERS
from deploy.demo.people import Person
from deploy.demo.residents import People

HEARD_AT = ("09:20", "10:45", "14:10", "16:35", "19:50")


async def hear_all(city: City, cast: Cast, people: People) -> dict[str, dict[str, Any]]:
    """Every need by id, the oldest first: one after another, so that lists show them in this order."""
    known: dict[str, dict[str, Any]] = {}
    for place, told in enumerate(content("needs")["need"]):
        clock = HEARD_AT[place % len(HEARD_AT)]
        await hear(city, cast, _speaker(cast, people, told, place), told, known, clock)
    return known


async def hear(
    city: City, cast: Cast, speaker: Person, told: dict[str, Any], known: dict[str, dict[str, Any]], clock: str
) -> None:
    """One need, and what became of it."""
    known[told["id"]] = await _hear(city, cast, speaker, told, clock)
    known[told["id"]] = await _decide(city, cast, told, known)


def _speaker(cast: Cast, people: People, told: dict[str, Any], place: int) -> Person:
    """The officer who recorded it, or a resident of that community."""
    if "by" in told:
        return cast[told["by"]]
    visitor, *others = [each for each in people.residents if each.person is not None]
    here = [each for each in others if each.home == told["area"]]
    speaker = (visitor if told.get("visitor") else here[place % len(here)]).person
    assert speaker is not None  # noqa: S101 - those without a phone were left out
    return speaker


async def _hear(city: City, cast: Cast, speaker: Person, told: dict[str, Any], clock: str) -> dict[str, Any]:
    key = f"demo.need.{told['id']}"
    body = {
        "area_id": city.area(told["area"]),
        "title": told["title"],
        "description": told.get("description", ""),
        "category": told["category"],
        "persons_affected": told.get("persons", 1),
        "channel": told.get("channel", "self_report"),
        "heard_on": city.day(told["ago"]).isoformat(),
    }
    seen: dict[str, Any] = await speaker.when(city.ago(told["ago"], clock)).post("/projects/needs", body, key=key)
    for number, source in enumerate(told.get("sources", [])):
        body = {"channel": source["channel"], "persons": source["persons"]}
        body["heard_on"] = city.day(source["ago"]).isoformat()
        path, at = f"/projects/needs/{seen['id']}/sources", city.ago(source["ago"], "17:00")
        seen = await _taker(cast, told).when(at).post(path, body, key=f"{key}.source.{number}")
    return seen


def _taker(cast: Cast, told: dict[str, Any]) -> Person:
    """Who decides on needs there: the community's officer, or the town's where the demo has none."""
    return cast[DRAFTERS.get(told["area"], officer_of(told["area"]))]


async def _decide(city: City, cast: Cast, told: dict[str, Any], known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Accepts, declines or merges some days later."""
    seen, fate = known[told["id"]], told.get("fate", "accepted")
    if fate == "raised":
        return seen
    verb, body = {
        "accepted": ("acceptance", None),
        "declined": ("refusal", {"reason": told.get("reason")}),
        "merged": ("merger", {"into_id": known[told["into"]]["id"] if "into" in told else None}),
    }[fate]
    taker, key = _taker(cast, told).when(city.ago(told["ago"] - 1, "11:30")), f"demo.need.{told['id']}.{verb}"
    decided: dict[str, Any] = await taker.post(f"/projects/needs/{seen['id']}/{verb}", body, seen=seen, key=key)
    return decided
