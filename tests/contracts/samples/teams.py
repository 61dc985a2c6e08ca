"""志愿服务队: a team with members of every kind, and pairings that run, wait for a hand-over, and may end."""

from typing import Any

from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, Caller
from services.volunteers.tests.make import GUARDIAN, Worker, join, opportunity, sign_up, team, volunteer
from tests.contracts.world import World, accepted

REASON = {"reason": "队员都已搬走"}


async def fill(world: World) -> None:
    """Teams, those in them, and the social workers beside them."""
    office = world.callers.as_(Role.TOWN_OFFICER, EAST)
    await _teams(world, office)
    await _memberships(world)
    await _pairings(world, office)


async def _teams(world: World, office: Caller) -> None:
    made, leader, registered = await team(world.callers)
    _, member = await join(world.callers, made, leader)
    seen = await accepted(office, "GET", f"/teams/{made['id']}")
    body = {"area_id": str(EAST_RC.id), "name": "义诊队", "field": "health", "leader_number": registered["number"]}
    revision = {"name": "晨光为老队", "field": "elderly", "description": "每周探访独居老人"}
    filter_ = {"area_id": EAST.id, "state": "active", "field": "elderly"}
    anybody = world.callers.signed_out()
    world.accepts("GET /teams", office, query=filter_)
    world.accepts("POST /teams", office, body)
    world.accepts("GET /open-teams", anybody, query={"area_id": EAST.id, "field": "elderly"})
    world.accepts("GET /open-teams/{id}", anybody, seen=seen)
    world.accepts("GET /teams/{id}", office, seen=seen)
    world.accepts("PUT /teams/{id}/revision", office, revision, seen=seen)
    world.accepts("POST /teams/{id}/leader", office, {"volunteer_id": member["volunteer_id"]}, seen=seen)
    world.accepts("POST /teams/{id}/dissolution", office, REASON, seen=seen)


async def _memberships(world: World) -> None:
    made, leader, _ = await team(world.callers, name="护苗队")
    _, wanted = await volunteer(world.callers)
    newcomer, _ = await volunteer(world.callers)
    path = f"/teams/{made['id']}"
    caller, _ = await volunteer(world.callers)
    asked = await accepted(caller, "POST", f"{path}/memberships")
    invited_one, number = await volunteer(world.callers)
    invited = await accepted(leader, "POST", f"{path}/invitations", {"volunteer_number": number["number"]}, seen=made)
    parting, member = await join(world.callers, made, leader)
    seen = await accepted(leader, "GET", path)
    world.accepts("GET /memberships", leader, query={"team_id": made["id"], "state": "asked"})
    world.accepts("GET /memberships/{id}", caller, seen=asked)
    world.accepts("POST /teams/{id}/memberships", newcomer, {"guardian": GUARDIAN}, id=made["id"])
    world.accepts("POST /teams/{id}/invitations", leader, {"volunteer_number": wanted["number"]}, seen=seen)
    world.accepts("POST /memberships/{id}/admission", leader, seen=asked)
    world.accepts("POST /memberships/{id}/refusal", leader, REASON, seen=asked)
    world.accepts("POST /memberships/{id}/acceptance", invited_one, {"guardian": GUARDIAN}, seen=invited)
    world.accepts("POST /memberships/{id}/declining", invited_one, seen=invited)
    world.accepts("POST /memberships/{id}/leaving", parting, seen=member)
    world.accepts("POST /memberships/{id}/removal", leader, REASON, seen=member)


async def _pairings(world: World, office: Caller) -> None:
    worker, next_ = await Worker(world.app).begin(), await Worker(world.app).begin()
    paired = await _paired(world, office, worker, "环保队")
    _, place = await opportunity(world.app, lead_person_id=worker.person_id)
    await sign_up(paired["leader"], place)
    idle = await _paired(world, office, next_, "文体队")
    alone, _, _ = await team(world.callers, name="应急队")
    seen = await accepted(office, "GET", f"/pairings/{paired['id']}")
    world.accepts("GET /pairings", office, query={"area_id": EAST.id, "state": "running", "team_id": seen["team_id"]})
    world.accepts("POST /pairings", office, {"team_id": alone["id"], "social_worker_id": worker.id})
    world.accepts("GET /pairings/{id}", office, seen=seen)
    world.accepts("GET /pairings/{id}/joint-activities", office, seen=seen)
    world.accepts("GET /pairing-coverage", office, query={"area_id": EAST.id})
    world.accepts("GET /pairing-candidates", office, query={"team_id": seen["team_id"]})
    world.accepts("POST /pairings/{id}/release", office, REASON, seen=seen)
    handover = {"social_worker_id": next_.id, "note": "每周三上午探访"}
    world.accepts("POST /pairings/{id}/handover", office, handover, seen=seen)
    world.accepts("POST /pairings/{id}/ending", office, REASON, seen=idle)


async def _paired(world: World, office: Caller, worker: Worker, name: str) -> dict[str, Any]:
    """A pairing, with the phone of the team's leader beside it."""
    made, leader, _ = await team(world.callers, name=name)
    body = {"team_id": made["id"], "social_worker_id": worker.id}
    return {**await accepted(office, "POST", "/pairings", body), "leader": leader}
