"""Accounts and sign-ins for the gateway's tests, and facts as its neighbours tell them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI

from chassis import follow
from chassis.principal import Role
from chassis.testing import CITY, TRACE, Caller, Callers, Place
from gateway.projections import projections

PASSWORD = "Lychee-Garden-42"
APP = {"User-Agent": "tests"}


async def opened(callers: Callers, username: str = "zhang.san", place: Place = CITY, **changed: Any) -> dict[str, Any]:
    body = {"username": username, "display_name": "张三", "password": PASSWORD, "area_id": str(place.id)} | changed
    answer = await callers.as_(Role.SYSTEM_ADMIN).post("/accounts", body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def granted(callers: Callers, account: dict[str, Any], role: Role, place: Place, **more: Any) -> dict[str, Any]:
    body = {"role": role, "area_id": str(place.id)} | more
    answer = await callers.as_(Role.SECURITY_ADMIN).post(f"/accounts/{account['id']}/grants", body, seen=account)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def signed_in(callers: Callers, username: str = "zhang.san", password: str = PASSWORD) -> dict[str, Any]:
    body = {"username": username, "password": password, "delivery": "bearer"}
    answer = await callers.signed_out().post("/session", body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def bearer(callers: Callers, session: dict[str, Any]) -> Caller:
    return Caller(callers.app, session["access_token"])


JUNE = datetime(2026, 6, 10, 2, tzinfo=UTC)


class Neighbour:
    """The facts of one service, numbered as they are told, taking effect at once."""

    def __init__(self, app: FastAPI, source: str) -> None:
        self.app, self.source, self.seq = app, source, 0

    async def tell(
        self, what: str, place: Place, at: datetime = JUNE, *, by: object = "test", subject: object = "", **data: Any
    ) -> str:
        """One fact; returns its id."""
        self.seq += 1
        event = {
            "id": str(uuid4()),
            "source": f"/{self.source}",
            "type": f"{self.source}.{what}.v1",
            "subject": str(subject),
            "time": at.isoformat(),
            "sansheseq": self.seq,
            "sansheactor": str(by),
            "traceparent": TRACE,
            "sanshearea": str(place.id),
            "sanshescope": place.scope_key,
            "data": {name: str(value) if isinstance(value, UUID) else value for name, value in data.items()},
        }
        await follow.apply(self.app.state.sessions, projections, self.source, [event])
        return str(event["id"])

    async def task(self, verb: str, task_id: UUID, role: Role, place: Place, at: datetime = JUNE, **more: Any) -> None:
        """A to-do was opened or closed."""
        said = {"organisation_id": None, "title_code": "need-acceptance", "href": f"/api/projects/needs/{task_id}"}
        await self.tell(f"task.{verb}", place, at, task_id=task_id, role=role, **{**said, **more})
