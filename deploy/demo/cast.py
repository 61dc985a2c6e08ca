"""Who acts in the demo city: staff with a role in an area, residents and volunteers by their phones."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from deploy.demo.city import City, content, together
from deploy.demo.identities import Identity, identity
from deploy.demo.kept import Kept
from deploy.demo.people import Person, Refused

FIRST = ("system_admin", "security_admin", "bureau_officer")
OPENED_AGO = 1130  # days: before anything that is told
STRIDE = 23  # neighbours have names much alike
STAFF_FROM = 900
TOWN_OFFICERS = {"441900003": "dongcheng.officer", "441900121": "humen.officer"}
SOON = 5.0  # seconds until a further code is asked for, when one was sent within the last minute


@dataclass
class Cast:
    """人物: staff by user name."""

    staff: dict[str, Person] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, username: str) -> Person:
        return self.staff[username]


def crowd(first: int, born: tuple[int, int]) -> Iterator[Identity]:
    """Invented people one after another, born in some years."""
    number = first
    while True:
        who = identity(number)
        if born[0] <= who.born_on.year <= born[1]:
            yield who
        number += STRIDE


def officer_of(area: str) -> str:
    """The user name of the officer of an area's town."""
    return TOWN_OFFICERS.get(area[:9], f"officer.{area[:9]}")


def posts() -> list[dict[str, Any]]:
    """The accounts to open: those that are listed for visitors, and the filing officers of other towns."""
    told = content("cast")
    others = [
        {"role": "town_officer", "username": f"officer.{area}", "area": area} for area in told["other_towns"]["areas"]
    ]
    return [*told["staff"], *others]


async def assemble(city: City, kept: Kept, first: dict[str, dict[str, str]], others: list[dict[str, Any]]) -> Cast:
    """Opens the accounts, gives them their roles and signs them in; a manager's role waits for the organisation."""
    cast = Cast()
    for role in FIRST:
        username, secret = first[role]["username"], first[role]["password"]
        cast.staff[username] = await city.anyone().sign_in(username, secret)
    people = crowd(STAFF_FROM, (1971, 1997))
    wanted = [(post, next(people).name) for post in [*posts(), *others]]
    kept.promise([post["username"] for post, _ in wanted])
    cast.names = {post["username"]: name for post, name in wanted}

    async def employ(post: dict[str, Any], name: str) -> None:
        opened = await _open(city, cast, post, name, kept.passwords[post["username"]])
        if "organisation" not in post:
            await appoint(city, cast, kept, post, opened=opened)

    await together(employ(post, name) for post, name in wanted)
    return cast


async def _open(city: City, cast: Cast, post: dict[str, Any], name: str, password: str) -> dict[str, Any] | None:
    """The new account; none when the run that was cut off had opened it."""
    opener = cast["system.admin"].when(city.ago(OPENED_AGO))
    body = {"username": post["username"], "display_name": name, "password": password}
    body["area_id"] = city.area(post["area"])
    try:
        account: dict[str, Any] = await opener.post("/gateway/accounts", body)
    except Refused as refused:
        if refused.type != "username-taken":
            raise
        return None
    return account


async def appoint(
    city: City,
    cast: Cast,
    kept: Kept,
    post: dict[str, Any],
    *,
    opened: dict[str, Any] | None = None,
    organisation_id: str | None = None,
) -> None:
    """Gives the role, unless it was given before, and signs in."""
    username, granter = post["username"], cast["security.admin"].when(city.ago(OPENED_AGO, "11:00"))
    if opened is None:
        someone = await city.anyone().sign_in(username, kept.passwords[username])
        opened = await granter.get(f"/gateway/accounts/{someone.id}")
    if not opened["grants"]:
        body = {"role": post["role"], "area_id": city.area(post["area"]), "organisation_id": organisation_id}
        await granter.post(f"/gateway/accounts/{opened['id']}/grants", body, seen=opened)
    cast.staff[username] = await city.anyone().sign_in(username, kept.passwords[username])


async def by_phone(city: City, who: Identity) -> Person:
    """Somebody with a phone; a code is sent once a minute only, which a run cut off a moment ago has to wait for."""
    while True:
        try:
            return await city.anyone().sign_in_by_phone(who.phone)
        except Refused as refused:
            if refused.type != "code-too-soon":
                raise
        await asyncio.sleep(SOON)
