"""Makes what the volunteers service's tests start from: persons, registrations, activities heard of, sign-ups."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import httpx
from fastapi import FastAPI

from chassis import feed, follow
from chassis.client import Neighbour
from chassis.person import check_character
from chassis.principal import Role
from chassis.testing import EAST_RC, TRACE, Caller, Callers, Place, told
from volunteers.opportunity.model import opportunity_id
from volunteers.projections import projections
from volunteers.reactions import reactions

SERIAL = count(1)
SEQ = count(1)
SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
PAST = (SOON - timedelta(days=60)).date().isoformat()


def person_number(born: str = "19800101") -> str:
    """Another person each time: the region code is varied too, so that a thousand a day do not suffice."""
    serial = next(SERIAL)
    first = f"44{1900 + serial // 1000:04d}{born}{serial % 1000:03d}"
    return first + check_character(first)


def registration(place: Place = EAST_RC, **changes: Any) -> dict[str, Any]:
    """志愿者注册 of an adult."""
    body = {
        "area_id": str(place.id),
        "name": "演示甲",
        "id_type": "resident_id",
        "id_number": person_number(),
        "groups": ["party_member", "retiree"],
        "skills": ["理发"],
    }
    return body | changes


HERE = {"latitude": 23.0201, "longitude": 113.7501}
GUARDIAN = {"name": "监护人", "phone": "13800000000", "relation": "parent"}


async def volunteer(callers: Callers, place: Place = EAST_RC, **changes: Any) -> tuple[Caller, dict[str, Any]]:
    """Somebody registered, and what the registration answered."""
    caller = callers.as_(Role.VOLUNTEER)
    answer = await caller.post("/volunteers", registration(place, **changes))
    assert answer.status_code == 201, answer.text
    return caller, answer.json()


def activity(place: Place = EAST_RC, **changes: Any) -> dict[str, Any]:
    """The data of an activity's fact; with its area under `place_of`."""
    data = {
        "activity_id": str(uuid4()),
        "project_id": str(uuid4()),
        "need_ids": [str(uuid4())],
        "lead_social_worker_id": str(uuid4()),
        "lead_person_id": str(uuid4()),
        "organisation_id": None,
        "title": "敬老探访",
        "starts_at": SOON.isoformat(),
        "ends_at": (SOON + timedelta(hours=2)).isoformat(),
        "place": {"name": "社区活动中心", "latitude": 23.02, "longitude": 113.75},
        "wanted": [{"role": "visitor", "name": "探访员", "count": 2, "minimum_age": 10}],
    }
    return {**data, **changes, "area": place}


async def hear(app: FastAPI, kind: str, heard: dict[str, Any], **told: Any) -> None:
    """Lets the service hear one fact of the projects service."""
    await hear_from(app, "projects", f"activity.{kind}", heard["activity_id"], heard, **told)


async def hear_from(
    app: FastAPI,
    source: str,
    kind: str,
    subject: str,
    heard: dict[str, Any],
    *,
    at: datetime | None = None,
    by: UUID | None = None,
    fact_id: UUID | None = None,
) -> None:
    """Lets the service hear one fact of another service, whose area is under `area`."""
    data = dict(heard)
    place = data.pop("area")
    event = {
        "id": str(fact_id or uuid4()),
        "source": f"/{source}",
        "type": f"{source}.{kind}.v1",
        "subject": subject,
        "time": (at or datetime.now(UTC)).isoformat(),
        "sansheseq": next(SEQ),
        "sansheactor": str(by or uuid4()),
        "sanshearea": str(place.id),
        "sanshescope": place.scope_key,
        "traceparent": TRACE,
        "data": data,
    }
    for follower in (projections, reactions):
        if event["type"] in follower.handlers:
            await follow.apply(app.state.sessions, follower, source, [event])


async def hear_oneself(app: FastAPI) -> None:
    """Lets the service hear the facts it has told, as its own feed would give them."""
    rows = [row for row in await told(app) if row.type in reactions.types("volunteers")]
    columns = ("id", "type", "subject", "time", "actor", "area_id", "scope_key", "request_id", "data")
    seen = [SimpleNamespace(seq=row.pos, **{name: getattr(row, name) for name in columns}) for row in rows]
    await follow.apply(app.state.sessions, reactions, "volunteers", [feed.event_of(row, "volunteers") for row in seen])


async def opportunity(app: FastAPI, **changes: Any) -> tuple[dict[str, Any], UUID]:
    """A published activity with one role, and the id of its opportunity."""
    heard = activity(**changes)
    await hear(app, "published", heard)
    return heard, opportunity_id(UUID(heard["activity_id"]), heard["wanted"][0]["role"])


def wanting(number: int, minimum_age: int = 0) -> list[dict[str, Any]]:
    """One role with so many places."""
    return [{"role": "visitor", "name": "探访员", "count": number, "minimum_age": minimum_age}]


async def sign_up(caller: Caller, opportunity: UUID, **body: Any) -> dict[str, Any]:
    """A sign-up that is accepted."""
    answer = await caller.post(f"/opportunities/{opportunity}/signups", body or None)
    assert answer.status_code == 201, answer.text
    return answer.json()


def during(hours: float) -> datetime:
    """An instant so many hours after the start of the activity made by `activity`."""
    return SOON + timedelta(hours=hours)


class Day:
    """The day of one activity: a signed-up volunteer who checks in and out at chosen times."""

    def __init__(self, app: FastAPI, callers: Callers, demo_time: Callable[[str], dict[str, str]]) -> None:
        self.app, self.callers, self.demo_time = app, callers, demo_time

    async def begin(self, who: dict[str, Any] | None = None, **changes: Any) -> "Day":
        """One volunteer, signed up and confirmed."""
        self.activity, self.opportunity = await opportunity(self.app, **changes)
        self.volunteer, self.me = await volunteer(self.callers, **(who or {}))
        self.signup = await sign_up(self.volunteer, self.opportunity)
        return self

    def at(self, hours: float) -> dict[str, str]:
        """Headers of that moment."""
        return self.demo_time(during(hours).isoformat())

    async def code(self, hours: float) -> str:
        """The code on the lead's screen."""
        lead = self.callers.as_(Role.SOCIAL_WORKER, EAST_RC)
        path = f"/activities/{self.activity['activity_id']}/attendance-code"
        answer = await lead.send("GET", path, headers=self.at(hours))
        assert answer.status_code == 200, answer.text
        code: str = answer.json()["code"]
        return code

    async def check(self, way: str, hours: float, **body: Any) -> httpx.Response:
        """Checks `in` or `out`."""
        seen = (await self.volunteer.get(f"/signups/{self.signup['id']}")).json()
        given = {"code": body.pop("code", None) or await self.code(hours), **body}
        return await self.volunteer.post(f"/signups/{seen['id']}/check-{way}", given, seen=seen, headers=self.at(hours))

    async def serve(self, begins: float = 0, ends: float = 1.5, **position: Any) -> dict[str, Any]:
        """Checks in and out, at the place unless another position is given; the hours that are proposed."""
        position = position or HERE
        assert (await self.check("in", begins, **position)).status_code == 201
        assert (await self.check("out", ends, **position)).status_code == 200
        await hear_oneself(self.app)
        items = (await self.volunteer.get("/hours")).json()["items"]
        return items[0]


def registry_says(app: FastAPI, standing: str | None, **said: Any) -> None:
    """What the registry says of any organisation from now on; None when it does not answer."""

    def answer(request: httpx.Request) -> httpx.Response:
        if standing is None:
            raise httpx.ConnectError("nobody there")
        reasons = [] if standing == "good" else [{"code": standing, "title": f"当日{standing}"}]
        shown = {"name": "演示睦邻互助社", "uscc": None, "path": "filed", "standing": standing, "reasons": reasons}
        return httpx.Response(200, json=shown | said)

    transport = httpx.MockTransport(answer)
    app.state.neighbours["registry"] = Neighbour("registry", "http://registry", app.state.signer, transport)


class Worker:
    """A social worker as the registry tells of one: registered, in and out of posts."""

    def __init__(self, app: FastAPI, place: Place = EAST_RC, **changes: Any) -> None:
        self.app, self.place, self.changes = app, place, changes
        self.id, self.person_id, self.posts = str(uuid4()), str(uuid4()), [str(uuid4())]

    async def begin(self) -> "Worker":
        """Registered and in post."""
        await self.register()
        await self.fill()
        return self

    async def tell(self, kind: str, subject: str, **data: Any) -> None:
        """One fact of the registry about this worker, today."""
        told = {"social_worker_id": self.id, "person_id": self.person_id, "area": self.place, **data}
        await hear_from(self.app, "registry", kind, subject, told)

    async def register(self, years: int = 3) -> None:
        """登记, a year ago."""
        today = datetime.now(UTC).date()
        valid = {"valid_from": str(today - timedelta(days=365)), "valid_to": str(today + timedelta(days=365 * years))}
        await self.tell("social_worker.registered", self.id, **valid)

    async def lapse(self) -> None:
        """登记失效, today."""
        await self.tell("social_worker.registration_lapsed", self.id, valid_to=str(datetime.now(UTC).date()))

    def _post(self, number: int) -> dict[str, Any]:
        told = {"post_id": self.posts[number], "field": "community", "organisation_id": None}
        return {**told, **self.changes}

    async def fill(self, number: int = 0) -> None:
        """上岗."""
        await self.tell("post.filled", self.posts[number], **self._post(number))

    async def vacate(self, number: int = 0) -> None:
        """离岗."""
        await self.tell("post.vacated", self.posts[number], **self._post(number))


async def team(
    callers: Callers, place: Place = EAST_RC, name: str = "晨光助老队", **changes: Any
) -> tuple[dict[str, Any], Caller, dict[str, Any]]:
    """A team of the town's office, its leader's phone, and the leader's registration."""
    leader, registered = await volunteer(callers, place)
    body = {"area_id": str(place.id), "name": name, "field": "elderly", "leader_number": registered["number"]}
    office = callers.as_(Role.TOWN_OFFICER, place.parent or place)
    answer = await office.post("/teams", {**body, **changes})
    assert answer.status_code == 201, answer.text
    return answer.json(), leader, registered


async def join(callers: Callers, team: dict[str, Any], leader: Caller) -> tuple[Caller, dict[str, Any]]:
    """Somebody who asked and was let in."""
    caller, _ = await volunteer(callers)
    asked = (await caller.post(f"/teams/{team['id']}/memberships")).json()
    answer = await leader.post(f"/memberships/{asked['id']}/admission", seen=asked)
    assert answer.json()["state"] == "member", answer.text
    return caller, answer.json()


async def to_do(app: FastAPI) -> list[tuple[str, str]]:
    """What still is to be done, by its title and role; each was closed as it had been opened."""
    opened = {each.data["task_id"]: each for each in await told(app, "volunteers.task.opened.v1")}
    for each in await told(app, "volunteers.task.closed.v1"):
        assert opened.pop(each.data["task_id"]).data == each.data
    return sorted((each.data["title_code"], each.data["role"]) for each in opened.values())
