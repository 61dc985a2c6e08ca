"""Accounts and sign-ins for the gateway's tests."""

from typing import Any

from chassis.principal import Role
from chassis.testing import CITY, Caller, Callers, Place

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
