"""A volunteer whose hours are confirmed and sealed, and those who certify them or may not."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
from fastapi import FastAPI

from chassis import clock
from chassis.principal import Role
from chassis.testing import EAST_RC, Caller, Callers
from services.volunteers.tests.make import Day, during, registry_says
from services.volunteers.tests.seal import ledgers
from volunteers.seal.sealing import seal_waiting

SIGNED = {"head": "陈负责", "handler": "李经办", "contact": "0769-22000000"}
LATER = 24 * 5  # hours after the activity began: issued afterwards, in business time


class Office:
    """A volunteer who has served ninety minutes, confirmed and sealed, and those who might certify it."""

    def __init__(self, app: FastAPI, callers: Callers, demo_time: Any) -> None:
        self.app, self.callers = app, callers
        self.day = Day(app, callers, demo_time)

    async def open(self, organisation: UUID | None = None, title: str = "敬老探访", **who: Any) -> "Office":
        """The activity is the organisation's, or the community's own."""
        await self.day.begin(who, title=title, organisation_id=str(organisation) if organisation else None)
        self.me, self.volunteer = self.day.volunteer, self.day.me
        self.committee = self.callers.as_(Role.COMMUNITY_OFFICER, EAST_RC)
        self.manager = self.callers.as_(Role.ORGANISATION_MANAGER, EAST_RC, organisation_id=organisation or uuid4())
        self.hours = await self.day.serve()
        done = await self.committee.post(f"/hours/{self.hours['id']}/confirmation", seen=self.hours)
        assert done.status_code == 200, done.text
        self.confirmed = done.json()
        await seal(self.app)
        registry_says(self.app, "good")
        return self

    @property
    def when(self) -> dict[str, str]:
        """Headers of a moment after the activity."""
        return self.day.at(LATER)

    def period(self, **changes: Any) -> dict[str, Any]:
        on = clock.day(during(0))
        return {"from_on": (on - timedelta(days=30)).isoformat(), "to_on": on.isoformat()} | changes

    async def ask(self, **of: Any) -> httpx.Response:
        return await self.me.post("/certificates", self.period(**of), headers=self.when)

    async def at_once(self, by: Caller, **of: Any) -> httpx.Response:
        body = self.period(volunteer_id=self.volunteer["id"], **of) | SIGNED
        return await by.post("/certificates/issuance", body, headers=self.when)

    async def act(self, by: Caller, certificate: dict[str, Any], verb: str, body: Any) -> httpx.Response:
        path = f"/certificates/{certificate['id']}/{verb}"
        return await by.post(path, body, seen=certificate, headers=self.when)

    async def issued(self) -> dict[str, Any]:
        answer = await self.at_once(self.committee, area_id=str(EAST_RC.id))
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found


async def seal(app: FastAPI) -> None:
    """What waits goes onto the ledger, as the schedule would have it."""
    await seal_waiting(app.state.sessions, ledgers.keys_of(app), during(3))
