"""志愿服务当天: the day of an activity with check-in, the lead's word and hours, by hand too."""

from typing import Any

from chassis.clock import wall
from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, STONE, Caller
from services.volunteers.tests.make import GUARDIAN, Day, during, hear, person_number
from tests.contracts.world import World, accepted
from volunteers.sampling.drawing import draw_samples
from volunteers.schedule import absent

REASON = {"reason": "与实际不符"}


async def fill(world: World) -> None:
    """A day at each of its stages."""
    await _attending(world)
    await _answered_for(world)
    await _hours(world)
    await _sampled(world)


def officer_of(world: World) -> Caller:
    """Who answers for the community."""
    return world.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)


async def _day(world: World) -> Day:
    return await Day(world.app, world.callers, world.at).begin()


async def _attending(world: World) -> None:
    begun, ended = await _day(world), await _day(world)
    await ended.check("in", 0)
    lead = at_hour(world, world.callers.as_(Role.SOCIAL_WORKER, EAST_RC), 0.5)
    position = {"latitude": 23.02, "longitude": 113.75}
    for day, operation in ((begun, "POST /signups/{id}/check-in"), (ended, "POST /signups/{id}/check-out")):
        seen = await accepted(day.volunteer, "GET", f"/signups/{day.signup['id']}")
        shown = {"code": await day.code(0.5), **position}
        world.accepts(operation, at_hour(world, day.volunteer, 0.5), shown, seen=seen)
    activity_id = begun.activity["activity_id"]
    world.accepts("GET /activities/{activity_id}/attendance-code", lead, activity_id=activity_id)
    (attendance,) = (await accepted(lead, "GET", "/attendances"))["items"]
    world.accepts(
        "GET /attendances",
        lead,
        query={"signup_id": attendance["signup_id"], "state": "checked_in", "unvouched": "true"},
    )
    world.accepts("GET /attendances/{id}", lead, seen=attendance)


async def _answered_for(world: World) -> None:
    """A presence of unknown place, two that were never ended, and a place that nobody took."""
    lead = at_hour(world, world.callers.as_(Role.SOCIAL_WORKER, EAST_RC), 10)
    days = [await _day(world) for _ in range(4)]
    missed = days.pop()
    seen = [await _entered(day) for day in days]
    left = {"left_at": during(1).isoformat(), "reason": "中途离开,忘了签退"}
    later = at_hour(world, days[2].volunteer, 5)
    said = await accepted(later, "POST", f"/attendances/{seen[2]['id']}/departure", left, seen=seen[2])
    world.accepts("POST /attendances/{id}/vouching", lead, REASON, seen=seen[0])
    world.accepts("POST /attendances/{id}/departure", at_hour(world, days[1].volunteer, 5), left, seen=seen[1])
    world.accepts("POST /attendances/{id}/departure-confirmation", lead, seen=said)
    world.accepts("POST /attendances/{id}/handover", lead, seen=await _unguarded(world))
    await hear(world.app, "held", missed.activity, at=during(2))
    await absent(world.app.state.sessions, during(9))
    gone = await accepted(missed.volunteer, "GET", f"/signups/{missed.signup['id']}")
    world.accepts("POST /signups/{id}/excuse", lead, REASON, seen=gone)


async def _unguarded(world: World) -> dict[str, Any]:
    """A child who is there when the guardian withdraws."""
    twelve = {"id_number": person_number(f"{wall().year - 12}0101"), "guardian": GUARDIAN}
    day = await Day(world.app, world.callers, world.at).begin(twelve)
    await _entered(day)
    consents = f"/volunteers/{day.me['id']}/consents"
    (consent,) = (await accepted(day.volunteer, "GET", consents))["items"]
    withdrawal = f"{consents}/{consent['id']}/withdrawal"
    await accepted(at_hour(world, day.volunteer, 0.5), "POST", withdrawal, seen=day.me)
    page: dict[str, Any] = await accepted(day.volunteer, "GET", f"/attendances?signup_id={day.signup['id']}")
    found: dict[str, Any] = page["items"][0]
    return found


async def _entered(day: Day) -> dict[str, Any]:
    """Checked in without a position."""
    await day.check("in", 0)
    page: dict[str, Any] = await accepted(day.volunteer, "GET", f"/attendances?signup_id={day.signup['id']}")
    found: dict[str, Any] = page["items"][0]
    return found


async def _hours(world: World) -> None:
    second, day = at_hour(world, officer_of(world), 10), await _day(world)
    proposed = await day.serve()
    confirmed = await (await _day(world)).serve()
    confirmed = await accepted(second, "POST", f"/hours/{confirmed['id']}/confirmation", seen=confirmed)
    world.accepts("GET /hours", second, query={"area_id": EAST.id, "state": "proposed", "source": "attendance"})
    world.accepts("POST /hours", second, await _missed(world))
    world.accepts("GET /hours/total", second, query={"volunteer_id": day.me["id"]})
    world.accepts("GET /hours/{id}", second, seen=proposed)
    waiting = {"items": [{"id": proposed["id"], "version": proposed["version"]}]}
    world.accepts("POST /hours/confirmations", second, waiting)
    world.accepts("POST /hours/{id}/confirmation", second, seen=proposed)
    world.accepts("POST /hours/{id}/return", second, REASON, seen=proposed)
    world.accepts("POST /hours/{id}/dispute", day.volunteer, REASON, seen=proposed)
    world.accepts("POST /hours/{id}/counter-entry", second, {**REASON, "minutes": 30}, seen=confirmed)


async def _sampled(world: World) -> None:
    """An entry by hand of a month that is over, to be checked in another town."""
    proposer, second, entry = world.callers.as_(Role.SOCIAL_WORKER, EAST_RC), officer_of(world), await _missed(world)
    made = await accepted(at_hour(world, proposer, 10), "POST", "/hours", entry)
    await accepted(at_hour(world, second, 10), "POST", f"/hours/{made['id']}/confirmation", seen=made)
    await draw_samples(world.app.state.sessions, during(24 * 33))
    elsewhere, here = world.callers.as_(Role.TOWN_OFFICER, STONE), world.callers.as_(Role.TOWN_OFFICER, EAST)
    (check, *_) = (await accepted(elsewhere, "GET", "/hours-checks"))["items"]
    world.accepts("GET /hours-draws", here, query={"area_id": EAST.id})
    world.accepts("GET /hours-checks", elsewhere, query={"state": "waiting"})
    world.accepts("GET /hours-checks/{id}", elsewhere, seen=check)
    result = {"right": True, "finding": "签到表第3行有本人签名"}
    world.accepts("POST /hours-checks/{id}/result", elsewhere, result, seen=check)


async def _missed(world: World) -> dict[str, Any]:
    """Hours of somebody who came but never checked in."""
    day = await _day(world)
    span = {"starts_at": during(0).isoformat(), "ends_at": during(1).isoformat()}
    return {"signup_id": day.signup["id"], **span, "reason": "手机没电,未能签到"}


def at_hour(world: World, by: Caller, hours: float) -> Caller:
    """The same caller, so many hours after the start of the day."""
    return Caller(by.app, by.token, by.account_id, world.at(during(hours)))
