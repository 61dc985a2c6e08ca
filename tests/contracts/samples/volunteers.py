"""志愿者: registered ones, opportunities with and without places, and the day of an activity with its hours."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from chassis.jobs import carry_out
from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, Caller
from services.volunteers.tests.bulk.lists import lay, line, workbook
from services.volunteers.tests.make import (
    GUARDIAN,
    PAST,
    SOON,
    opportunity,
    person_number,
    registration,
    sign_up,
    volunteer,
    wanting,
)
from services.volunteers.tests.recognised import completed, course, record, served
from tests.contracts.samples import serving, teams
from tests.contracts.samples.serving import REASON, at_hour, officer_of
from tests.contracts.samples.volunteers_certified import certificates
from tests.contracts.world import World, accepted


async def fill(world: World) -> None:
    """A day at each of its stages."""
    await _volunteers(world)
    await _signing_up(world)
    await serving.fill(world)
    await _consents(world)
    await _trainings(world)
    await teams.fill(world)
    await certificates(world)
    await _lists(world)
    await _honours(world)


async def _lists(world: World) -> None:
    officer = officer_of(world)
    checked = await lay(world.app, officer, workbook(line()))
    faulty = await lay(world.app, officer, workbook(line(联系电话="1")))
    taken = await accepted(officer, "POST", "/exports/volunteers", {"state": "registered"})
    await carry_out(world.app.state, UUID(taken["id"]))
    world.accepts("GET /imports/volunteers/template", officer)
    world.accepts("POST /imports/volunteers", officer, workbook(line()), query={"name": "名单.xlsx"})
    world.accepts("POST /exports/volunteers", officer, {"group": "retiree", "full": True, "reason": "年度核对"})
    world.accepts("GET /jobs", officer, query={"kind": "import:volunteers"})
    world.accepts("GET /jobs/{id}", officer, seen=checked)
    world.accepts("GET /jobs/{id}/result", officer, id=taken["id"])
    world.accepts("GET /jobs/{id}/faults", officer, id=faulty["id"])
    world.accepts("POST /jobs/{id}/confirmation", officer, {"skip_wrong": False}, seen=checked)
    world.accepts("POST /jobs/{id}/cancellation", officer, seen=checked)


async def _volunteers(world: World) -> None:
    officer = officer_of(world)
    oneself, seen = await volunteer(world.callers)
    child = registration(id_number=person_number("20150601"), guardian=GUARDIAN)
    document = {"id_type": "resident_id", "id_number": person_number()}
    profile = {"area_id": str(EAST_RC.id), "groups": ["youth"], "skills": ["摄影"]}
    filter_ = {"area_id": EAST.id, "group": "retiree", "state": "registered", "number": seen["number"]}
    world.accepts("GET /volunteers", officer, query=filter_)
    world.accepts("POST /volunteers", world.callers.as_(Role.VOLUNTEER), child)
    world.accepts("POST /volunteers/search", officer, document)
    world.accepts("GET /volunteers/{id}", oneself, seen=seen)
    world.accepts("POST /volunteers/{id}/unmasking", officer, REASON, seen=seen)
    world.accepts("PUT /volunteers/{id}/profile", oneself, profile, seen=seen)
    world.accepts("POST /volunteers/{id}/withdrawal", oneself, seen=seen)
    world.accepts("POST /names", officer, {"ids": [seen["id"]]})


async def _signing_up(world: World) -> None:
    heard, place = await opportunity(world.app, wanted=wanting(1))
    first, _ = await volunteer(world.callers)
    second, _ = await volunteer(world.callers)
    confirmed = await sign_up(first, place)
    child, _ = await volunteer(world.callers, id_number=person_number("20120601"), guardian=GUARDIAN)
    filter_ = {"area_id": EAST.id, "from": "2026-01-01T00:00:00+08:00", "has_places": "false"}
    world.accepts("GET /opportunities", world.callers.signed_out(), query=filter_)
    world.accepts("GET /opportunities/{id}", world.callers.signed_out(), id=place)
    world.accepts("POST /opportunities/{id}/signups", child, {"guardian": GUARDIAN}, id=place)
    world.accepts("GET /signups", second, query={"activity_id": heard["activity_id"], "state": "confirmed"})
    world.accepts("GET /signups/{id}", first, seen=confirmed)
    world.accepts("POST /signups/{id}/cancellation", first, seen=confirmed)
    third, _ = await volunteer(world.callers)
    waits, lead = await sign_up(third, place), world.callers.as_(Role.SOCIAL_WORKER, EAST_RC)
    world.accepts("GET /signups/{id}/line", third, seen=waits)
    world.accepts("POST /signups/{id}/promotion", lead, REASON, seen=waits)
    await _taken_in(world, lead)


async def _taken_in(world: World, lead: Caller) -> None:
    """By the lead's word, on the spot, and close to the start."""
    day, place = await opportunity(world.app, wanted=wanting(1))
    (leaver, _), (late, _), (walker, me) = [await volunteer(world.callers) for _ in range(3)]
    left, waits = await sign_up(leaver, place), await sign_up(late, place)
    await accepted(at_hour(world, leaver, -3), "POST", f"/signups/{left['id']}/cancellation", seen=left)
    moved = await accepted(late, "GET", f"/signups/{waits['id']}")
    world.accepts("POST /signups/{id}/acceptance", at_hour(world, late, -2), seen=moved)
    code = (await accepted(at_hour(world, lead, 0), "GET", f"/activities/{day['activity_id']}/attendance-code"))["code"]
    guardian = {"volunteer_number": me["number"], **REASON, "despite_clash": True, "guardian": GUARDIAN}
    world.accepts("POST /opportunities/{id}/admissions", lead, guardian, id=place)
    where = {"latitude": 23.02, "longitude": 113.75}
    walks_in = {"code": code, **where, "guardian": GUARDIAN}
    world.accepts("POST /opportunities/{id}/walk-ins", at_hour(world, walker, 0), walks_in, id=place)


async def _consents(world: World) -> None:
    path = "/volunteers/{id}/consents"
    child, seen = await volunteer(world.callers, id_number=person_number("20150601"), guardian=GUARDIAN)
    (consent,) = (await accepted(child, "GET", f"/volunteers/{seen['id']}/consents"))["items"]
    world.accepts(f"GET {path}", child, seen=seen)
    world.accepts(f"POST {path}/{{consent_id}}/withdrawal", child, seen=seen, consent_id=consent["id"])
    other, left = await volunteer(world.callers, id_number=person_number("20150601"), guardian=GUARDIAN)
    (gone,) = (await accepted(other, "GET", f"/volunteers/{left['id']}/consents"))["items"]
    await accepted(other, "POST", f"/volunteers/{left['id']}/consents/{gone['id']}/withdrawal", seen=left)
    left = await accepted(other, "GET", f"/volunteers/{left['id']}")
    world.accepts(f"POST {path}", other, GUARDIAN, seen=left)


async def _trainings(world: World) -> None:
    second = world.callers.as_(Role.TOWN_OFFICER, EAST)
    provider, taught = await course(world.callers)
    _, empty = await course(world.callers)
    person, me = await volunteer(world.callers)
    _, other = await volunteer(world.callers)
    body = {"area_id": str(EAST_RC.id), "provider_name": "东城社区居委会", "name": "助老护理", "minutes": 480}
    world.accepts("GET /courses", world.callers.signed_out(), query={"area_id": EAST.id, "state": "offered"})
    world.accepts("POST /courses", provider, body)
    world.accepts("GET /courses/{id}", world.callers.signed_out(), seen=taught)
    world.accepts("POST /courses/{id}/ending", provider, seen=empty)
    world.accepts(
        "POST /courses/{id}/trainings", provider, {"completed_on": PAST, "numbers": [other["number"]]}, seen=empty
    )
    (line,) = await record(provider, taught, [me["number"]])
    training = await accepted(second, "GET", f"/trainings/{line['training_id']}")
    done = await completed(world.callers, provider, taught, other)
    world.accepts("GET /trainings", person, query={"state": "recorded"})
    world.accepts("GET /trainings/{id}", person, seen=training)
    world.accepts("POST /trainings/{id}/confirmation", second, seen=training)
    world.accepts("POST /trainings/{id}/return", second, REASON, seen=training)
    world.accepts("POST /trainings/{id}/revocation", second, REASON, seen=done)
    waiting = await accepted(second, "GET", f"/courses/{taught['id']}")
    world.accepts("POST /courses/{id}/confirmation", second, seen=waiting)


async def _applied(world: World) -> tuple[Caller, Any]:
    person, me = await volunteer(world.callers)
    await served(world.app, me, 150)
    return person, await accepted(person, "POST", "/honours", {"stars": 1})


async def _publicised(world: World, reviewer: Caller) -> Any:
    _, honour = await _applied(world)
    return await accepted(reviewer, "POST", f"/honours/{honour['id']}/publication", seen=honour)


async def _honours(world: World) -> None:
    reviewer = world.callers.as_(Role.TOWN_OFFICER, EAST)
    second = world.callers.as_(Role.TOWN_OFFICER, EAST)
    person, me = await volunteer(world.callers)
    await served(world.app, me, 350)
    world.accepts("POST /honours", person, {"stars": 2, "statement": "坚持服务"})
    world.accepts("GET /volunteers/{id}/stars", person, seen=me)
    world.accepts("GET /volunteers/mine", person)
    world.accepts("GET /volunteers/mine/export", person, query={"form": "json"})
    applicant, applied = await _applied(world)
    world.accepts("GET /honours", applicant, query={"state": "applied", "stars": 1})
    world.accepts("GET /honours/{id}", applicant, seen=applied)
    world.accepts("POST /honours/{id}/publication", reviewer, seen=applied)
    world.accepts("POST /honours/{id}/refusal", reviewer, REASON, seen=applied)
    due, shown = await _publicised(world, reviewer), await _publicised(world, reviewer)
    world.accepts("GET /published/honours", world.callers.signed_out(), query={"state": "publicised", "stars": 1})
    world.accepts("GET /published/honours/{id}", world.callers.signed_out(), id=shown["id"])
    late = Caller(second.app, second.token, second.account_id, world.at(SOON + timedelta(days=40)))
    world.accepts("POST /honours/{id}/grant", late, seen=due)
    ready = await _publicised(world, reviewer)
    granted = await accepted(late, "POST", f"/honours/{ready['id']}/grant", seen=ready)
    world.accepts("POST /honours/{id}/revocation", late, {**REASON, "disqualified_months": 12}, seen=granted)
    await _objections(world, shown["notice_id"], second)


async def _objections(world: World, notice_id: str, answerer: Caller) -> None:
    anybody, text = world.callers.as_(Role.RESIDENT), {"text": "其中一次活动此人并未到场。"}
    objection = await accepted(anybody, "POST", f"/notices/{notice_id}/objections", text)
    world.accepts("GET /notices", world.callers.signed_out(), query={"kind": "star", "state": "open"})
    world.accepts("GET /notices/{id}", world.callers.signed_out(), id=notice_id)
    world.accepts("POST /notices/{id}/objections", anybody, text, id=notice_id)
    world.accepts("GET /notices/{id}/objections", anybody, id=notice_id)
    answer = {"upheld": False, "text": "经核对签到记录，此人到场。"}
    world.accepts("POST /objections/{id}/answer", answerer, answer, seen=objection)
