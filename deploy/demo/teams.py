"""志愿服务队 and 双工结对: teams of neighbours with a social worker beside them; one waits for a successor."""

from typing import Any

from deploy.demo.cast import Cast, officer_of
from deploy.demo.city import City, content, together, until
from deploy.demo.people import Person
from deploy.demo.residents import People, Volunteer

ADULT_BORN = 2006
FORMED_AGO, JOINED_AGO, PAIRED_AGO = 98, 96, 95  # days: once the posts are filled
RELEASED_AGO, ASKED_AGO = 6, 2


async def form_all(city: City, cast: Cast, people: People, workers: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Every team; nobody is in two of them."""
    taken: set[str] = set()
    chosen = [(told, _chosen(people, told, taken)) for told in content("teams")["team"]]
    return await together(_form(city, cast, told, *members, workers) for told, members in chosen)


def _chosen(people: People, told: dict[str, Any], taken: set[str]) -> tuple[list[Volunteer], list[Volunteer]]:
    """Who is in from the beginning, grown-ups of the place, the leader first; and who asks now."""
    visitor, *others = people.volunteers
    near = [each for each in others if each.home.startswith(told["area"]) and each.who.phone not in taken]
    fit = sorted((each for each in near if each.who.born_on.year <= ADULT_BORN), key=lambda each: -each.ago)
    wanted, asking = told["members"], told.get("asking", 0)
    early = [each for each in fit if each.ago > FORMED_AGO][:wanted]
    if told.get("visitor"):
        early = [*early[: wanted - 1], visitor]
    late = [each for each in fit if each not in early][:asking]
    taken |= {each.who.phone for each in (*early, *late)}
    return early, late


async def _form(
    city: City,
    cast: Cast,
    told: dict[str, Any],
    members: list[Volunteer],
    asking: list[Volunteer],
    workers: dict[str, dict[str, Any]],
) -> dict[str, Any]:
    leader, *others = members
    officer, key = cast[officer_of(told["area"])], f"demo.team.{told['id']}"
    body = {name: told[name] for name in ("name", "field", "description")}
    body |= {"area_id": city.area(told["area"]), "leader_number": leader.view["number"]}
    team = await officer.when(city.ago(FORMED_AGO)).post("/volunteers/teams", body, key=key)
    for each in others:
        await _join(city, team, leader.person, each, key)
    if "worker" in told:
        await _pair(city, officer, told, team, workers[told["worker"]], key)
    for each in asking:
        ask = each.person.when(city.ago(ASKED_AGO, "20:10"))
        await ask.post(f"/volunteers/teams/{team['id']}/memberships", {}, key=f"{key}.{each.who.phone}")
    return dict(team)


async def _join(city: City, team: dict[str, Any], leader: Person, who: Volunteer, key: str) -> None:
    """Asks in the evening and is let in the next morning."""
    ask, admit = who.person.when(city.ago(JOINED_AGO + 1, "20:00")), leader.when(city.ago(JOINED_AGO, "08:30"))
    asked = await ask.post(f"/volunteers/teams/{team['id']}/memberships", {}, key=f"{key}.{who.who.phone}")
    path = f"/volunteers/memberships/{asked['id']}/admission"
    await admit.post(path, seen=asked, key=f"{key}.{who.who.phone}.admission")


async def _pair(
    city: City, officer: Person, told: dict[str, Any], team: dict[str, Any], worker: dict[str, Any], key: str
) -> None:
    """Paired by the town; where the worker is asked to another task, the team waits for a successor."""
    body, keeper = {"team_id": team["id"], "social_worker_id": worker["id"]}, officer.when(city.ago(PAIRED_AGO))

    async def paired() -> dict[str, Any]:
        made: dict[str, Any] = await keeper.post("/volunteers/pairings", body, key=f"{key}.pairing")
        return made

    pairing = await until(paired, bears="worker-not-in-post")
    if "released" in told:
        path, reason = f"/volunteers/pairings/{pairing['id']}/release", {"reason": told["released"]}
        await officer.when(city.ago(RELEASED_AGO)).post(path, reason, seen=pairing, key=f"{key}.release")
