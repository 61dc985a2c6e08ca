"""Makes one person under two documents, and what an officer does with the pair."""

from typing import Any

import httpx

from chassis import clock
from chassis.person import check_character
from chassis.testing import EAST_RC, STONE_VC, Caller, Callers, Place
from services.volunteers.tests.make import SERIAL, person_number, volunteer
from volunteers.duplicate.finding import compare

BORN, NAME = "19791004", "陈 大文"
SAME = "户籍地派出所出具的证明，同一人先后持两种证件"
Registered = tuple[Caller, dict[str, Any]]


def residence_permit(born: str = BORN) -> str:
    """港澳居民居住证 of another person each time."""
    first = f"810000{born}{next(SERIAL) % 1000:03d}"
    return first + check_character(first)


async def twice(callers: Callers, here: Place = EAST_RC, there: Place = STONE_VC) -> tuple[Registered, Registered]:
    """Registered with a resident identity card in one place, with a Hong Kong residence permit in another."""
    card = await volunteer(callers, here, name=NAME, id_number=person_number(BORN))
    permit = {"id_type": "hk_macau_residence", "id_number": residence_permit(), "name": "陈大文"}
    return card, await volunteer(callers, there, **permit)


async def waiting(officer: Caller) -> list[dict[str, Any]]:
    """The pairs that wait for this officer, once the worker has compared what came in."""
    await compare(officer.app.state.sessions, clock.wall())
    answer = await officer.get("/duplicates")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def merged(officer: Caller, pair: dict[str, Any], stays: dict[str, Any]) -> httpx.Response:
    """Judged to be the same person, who goes on under one of the two."""
    return await officer.post(f"/duplicates/{pair['id']}/merger", {"stays_id": stays["id"], "reason": SAME}, seen=pair)
