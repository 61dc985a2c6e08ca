"""A guardian's or the volunteer's own withdrawal beside an answer that lets them into a team."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from chassis import clock
from chassis.principal import Role
from chassis.testing import EAST, EAST_RC, Caller, Callers, everywhere
from chassis.tokens import Signer
from services.volunteers.tests.make import team, volunteer
from volunteers.volunteer.model import State, Volunteer

Answer = Callable[[], Awaitable[httpx.Response]]


async def ask(callers: Callers, caller: Caller, _me: dict[str, Any]) -> Answer:
    made, *_ = await team(callers, name="申请的队")
    return lambda: caller.post(f"/teams/{made['id']}/memberships")


async def accept(callers: Callers, caller: Caller, me: dict[str, Any]) -> Answer:
    made, leader, _ = await team(callers, name="邀请的队")
    body = {"volunteer_number": me["number"]}
    invited = (await leader.post(f"/teams/{made['id']}/invitations", body, seen=made)).json()
    return lambda: caller.post(f"/memberships/{invited['id']}/acceptance", seen=invited)


async def form(callers: Callers, _caller: Caller, me: dict[str, Any]) -> Answer:
    body = {"area_id": str(EAST_RC.id), "name": "新的队", "field": "elderly", "leader_number": me["number"]}
    return lambda: callers.as_(Role.TOWN_OFFICER, EAST).post("/teams", body)


@pytest.mark.parametrize(("way", "refusal"), [(ask, "register-first"), (accept, "volunteer-gone"), (form, "not-found")])
async def test_who_is_withdrawing_at_that_moment_comes_into_no_team(
    replicas: list[FastAPI], world: dict[str, str], way: Any, refusal: str
) -> None:
    callers = Callers(replicas[0], Signer("gateway", Path(world["GATEWAY_KEY"])))
    caller, me = await volunteer(callers)
    answer = await way(callers, caller, me)
    async with everywhere(replicas[1]) as tx:
        leaving = await tx.get_one(Volunteer, UUID(me["id"]), with_for_update=True)
        beside = asyncio.create_task(answer())
        done, _ = await asyncio.wait({beside}, timeout=0.5)
        assert not done, "it waits for what is being decided"
        leaving.state, leaving.withdrawn_at = State.WITHDRAWN, clock.wall()
    refused = await beside
    assert refused.json()["type"] == refusal, refused.text
