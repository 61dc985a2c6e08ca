"""网关: staff accounts with and without roles, open sessions, and a phone with its code."""

import re
from typing import Any
from uuid import uuid4

from chassis.principal import Role
from chassis.testing import CITY, EAST, EAST_RC, Caller
from gateway.feed.routes import Source
from services.gateway.tests.make import PASSWORD, Neighbour, bearer, granted, opened, signed_in
from tests.contracts.world import World, accepted

PHONE = "15412340001"  # no operator gives out 154: nobody's number
REASON = {"reason": "岗位调整"}
NEW = "Longan-Orchard-77"


async def fill(world: World) -> None:
    """Opens what the samples speak of."""
    await _sessions(world)
    await _phone(world)
    await _accounts(world)
    await _desk(world)
    await _clients(world)
    service = Caller(world.app, world.app.state.signer.for_service("gateway"))
    world.accepts("GET /jwks", world.callers.signed_out())
    world.accepts("GET /revocations", service)
    world.accepts("GET /ledger-anchors", service)


async def _sessions(world: World) -> None:
    anyone = world.callers.signed_out()
    await opened(world.callers)
    session, other = await signed_in(world.callers), await signed_in(world.callers)
    me = bearer(world.callers, session)
    password = {"username": "zhang.san", "password": PASSWORD, "delivery": "bearer"}
    listed = await accepted(bearer(world.callers, other), "GET", "/sessions")
    world.accepts("POST /session", anyone, password)
    world.accepts("POST /session/renewal", anyone, {"session_token": session["session_token"]})
    world.accepts("DELETE /session", me)
    world.accepts("GET /me", me)
    world.accepts("PUT /me/password", me, {"current_password": PASSWORD, "password": NEW})
    world.accepts("GET /sessions", me)
    world.accepts("DELETE /sessions/{id}", me, id=listed["items"][0]["id"])
    world.accepts("POST /names", me, {"ids": [session["account"]["id"]]})


async def _phone(world: World) -> None:
    anyone = world.callers.signed_out()
    sent = await accepted(anyone, "POST", "/phone-codes", {"phone": PHONE})
    text = (await accepted(anyone, "GET", "/outbox"))[0]["text"]
    digits = re.findall(r"[0-9]{6}", text)[0]
    answer = {"challenge_id": sent["challenge_id"], "code": digits, "delivery": "bearer"}
    world.accepts("POST /phone-codes", anyone, {"phone": "+86 154-1234-0002"})
    world.accepts("POST /phone-session", anyone, answer)
    world.accepts("GET /outbox", anyone)


async def _desk(world: World) -> None:
    projects, waiting = Neighbour(world.app, "projects"), uuid4()
    officer = world.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
    await projects.task("opened", waiting, Role.COMMUNITY_OFFICER, EAST_RC, due_on="2026-06-12")
    await projects.tell("project.approved", EAST_RC, subject=waiting, organisation_id=None)
    told = (await accepted(officer, "GET", "/notices/mine"))["items"][0]
    asked = {"state": "open", "overdue": "true", "code": "need-acceptance", "area_id": EAST_RC.id}
    world.accepts("GET /tasks", officer, query=asked)
    world.accepts("GET /notices/mine", officer, query={"state": "unread"})
    world.accepts("POST /notices/{id}/reading", officer, id=told["id"])
    world.accepts("POST /notices/readings", officer, {"until": told["told_at"]})


class _Silent:
    """A neighbour that has told nothing yet."""

    async def get(self, *_: Any, **__: Any) -> list[Any]:
        return []


async def _clients(world: World) -> None:
    system, security = world.callers.as_(Role.SYSTEM_ADMIN), world.callers.as_(Role.SECURITY_ADMIN)
    opening = {"name": "政务协同平台", "area_id": str(EAST.id), "networks": ["0.0.0.0/0", "::/0"]}
    scopes, ended = {"scopes": ["feed:read", "organisation:read"]}, {"reason": "系统停用"}
    plain, waiting, gone = [await accepted(system, "POST", "/clients", opening) for _ in range(3)]
    gone = await accepted(security, "POST", f"/clients/{gone['id']}/disabling", ended, seen=gone)
    permitted = await accepted(security, "PUT", f"/clients/{plain['id']}/scopes", scopes, seen=plain)
    form = {"grant_type": "client_credentials", "client_id": plain["id"], "client_secret": plain["secret"]}
    token = (await world.callers.signed_out().send("POST", "/token", data=form)).json()
    reader = Caller(world.app, token["access_token"])
    world.app.state.neighbours |= {source: _Silent() for source in Source}
    world.accepts("GET /clients", system, query={"state": "active"})
    world.accepts("GET /clients/scopes", security)
    world.accepts("GET /clients/{id}", security, seen=permitted)
    world.accepts("POST /clients", system, opening)
    world.accepts("PUT /clients/{id}/scopes", security, scopes, seen=waiting)
    world.accepts("POST /clients/{id}/secret", system, seen=permitted)
    world.accepts("POST /clients/{id}/disabling", security, ended, seen=waiting)
    world.accepts("POST /clients/{id}/enabling", system, seen=gone)
    world.accepts("GET /feed", reader)
    world.accepts("GET /feed/{source}", reader, query={"after": 0, "limit": 50}, source=Source.REGISTRY.value)


async def _accounts(world: World) -> None:
    system, security = world.callers.as_(Role.SYSTEM_ADMIN), world.callers.as_(Role.SECURITY_ADMIN)
    plain = await opened(world.callers, "li.si", EAST)
    holder = await granted(world.callers, await opened(world.callers, "wang.wu", EAST), Role.TOWN_OFFICER, EAST)
    disabled = await _disabled(world, system)
    opening = {"username": "zhao.liu", "display_name": "赵六", "password": PASSWORD, "area_id": str(CITY.id)}
    wanted = {"role": "town_officer", "area_id": str(EAST.id), "valid_to": "2099-01-01"}
    world.accepts("GET /accounts", system, query={"state": "active", "role": "town_officer", "count": "true"})
    world.accepts("POST /accounts", system, opening)
    world.accepts("GET /accounts/{id}", security, seen=holder)
    world.accepts("POST /accounts/{id}/disabling", system, REASON, seen=holder)
    world.accepts("POST /accounts/{id}/enabling", system, seen=disabled)
    world.accepts("PUT /accounts/{id}/password", system, {"password": NEW}, seen=plain)
    world.accepts("POST /accounts/{id}/grants", security, wanted, seen=plain)
    given = holder["grants"][0]["id"]
    world.accepts("POST /accounts/{id}/grants/{grant_id}/revocation", security, REASON, seen=holder, grant_id=given)


async def _disabled(world: World, by: Caller) -> dict[str, Any]:
    account = await opened(world.callers, "sun.qi", EAST)
    return dict(await accepted(by, "POST", f"/accounts/{account['id']}/disabling", REASON, seen=account))
