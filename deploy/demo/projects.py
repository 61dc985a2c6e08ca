"""项目: designed from needs, decided on by the towns, and some closed at the end."""

from datetime import timedelta
from typing import Any

from deploy.demo.cast import Cast
from deploy.demo.city import City, content, together, until
from deploy.demo.deliberations import agreed_in
from deploy.demo.people import Person

DECIDED = ("approved", "closed", "returned")
FEN = 100


async def propose_all(
    city: City, cast: Cast, needs: dict[str, dict[str, Any]], deliberated: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Every project by id, as far as the town has come with it; none is closed yet."""
    told = content("projects")["project"]
    views = await together(propose(city, cast, each, needs, agreed_in(each, deliberated)) for each in told)
    return {each["id"]: view for each, view in zip(told, views, strict=True)}


async def propose(
    city: City, cast: Cast, told: dict[str, Any], needs: dict[str, dict[str, Any]], deliberation_id: str | None
) -> dict[str, Any]:
    """One project, as far as the town has come with it."""
    proposer, key = cast[told["by"]], f"demo.project.{told['id']}"
    starts = city.day(told.get("decided", told["ago"] - 14)) + timedelta(days=3)
    body = {
        "need_ids": [needs[name]["id"] for name in told["needs"]],
        "deliberation_id": deliberation_id,
        "title": told["title"],
        "goals": told["goals"],
        "budget_fen": told["budget_yuan"] * FEN,
        "starts_on": starts.isoformat(),
        "ends_on": (starts + timedelta(days=told["days"])).isoformat(),
    }
    seen: dict[str, Any] = await _drafted(proposer.when(city.ago(told["ago"], "09:30")), body, key)
    if told["state"] == "draft":
        return seen
    path, at = f"/projects/projects/{seen['id']}", city.ago(told["ago"] - 1, "16:20")
    seen = await proposer.when(at).post(f"{path}/submission", seen=seen, key=f"{key}.submission")
    if told["state"] in DECIDED:
        reason = told.get("reason")
        verb, answer = ("return", {"reason": reason}) if reason else ("approval", None)
        at = city.ago(told["decided"], "15:00")
        seen = await cast[told["reviewer"]].when(at).post(f"{path}/{verb}", answer, seen=seen, key=f"{key}.{verb}")
    return seen


async def _drafted(proposer: Person, body: dict[str, Any], key: str) -> dict[str, Any]:
    """Projects hears of an organisation a moment after it was filed."""

    async def drafted() -> dict[str, Any]:
        made: dict[str, Any] = await proposer.post("/projects/projects", body, key=key)
        return made

    return await until(drafted, bears="organisation-not-standing")


async def close_all(city: City, cast: Cast, projects: dict[str, dict[str, Any]]) -> None:
    """Closes those that are over; their activities have been held by now."""
    for told in content("projects")["project"]:
        if told["state"] == "closed":
            await close(city, cast, told, projects[told["id"]]["id"])


async def close(city: City, cast: Cast, told: dict[str, Any], project_id: str) -> None:
    """结项, by whoever proposed it."""
    closer, path = cast[told["by"]].when(city.ago(told["closed"], "16:40")), f"/projects/projects/{project_id}"
    body, key = {"outcome": told["outcome"]}, f"demo.project.{told['id']}.closing"
    await closer.post(f"{path}/closing", body, seen=await closer.get(path), key=key)
