"""The people of one journey: accounts opened by the administrators, residents and volunteers by their phones."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import Any

from deploy.demo.identities import Identity, identity
from deploy.demo.people import Person, Refused

PASSWORD = "Sanshe-Journey-2026"
CITY, TOWN, COMMUNITY = "441900", "441900003", "441900003001"
ADULT_SINCE = 2000


class Town:
    """东城街道 and one of its communities, with everybody whom the linkage loop needs."""

    # A system that is looked at again and again needs other people each time, and no two towns of a run the same.
    serial = count(int(time.time()) % 20_000_000)

    def __init__(self, person: Callable[[], Person], first: dict[str, dict[str, str]]) -> None:
        self.person = person
        self.first = first
        self.areas: dict[str, dict[str, Any]] = {}

    async def opened(self) -> "Town":
        """Signs in the administrators and finds the areas."""
        anyone = self.person()
        for level in ("city", "township", "community"):
            page = await anyone.get("/registry/areas", level=level)
            self.areas |= {area["code"]: area for area in page["items"]}
        self.opener = await self._first("system_admin")
        self.granter = await self._first("security_admin")
        self.leader = await self._first("leader")
        self.bureau = await self._first("bureau_officer")
        return self

    async def _first(self, role: str) -> Person:
        return await self.person().sign_in(self.first[role]["username"], self.first[role]["password"])

    def area(self, code: str) -> str:
        """The id of an area."""
        return str(self.areas[code]["id"])

    async def staff(self, role: str, code: str = COMMUNITY, organisation_id: str | None = None) -> Person:
        """A fresh staff account with one role in one area."""
        number = next(self.serial)
        username = f"{role.replace('_', '.')}.{number}"
        body = {
            "username": username,
            "display_name": f"演示{number}",
            "password": PASSWORD,
            "area_id": self.area(code),
        }
        account = await self.opener.post("/gateway/accounts", body)
        grant = {"role": role, "area_id": self.area(code), "organisation_id": organisation_id}
        await self.granter.post(f"/gateway/accounts/{account['id']}/grants", grant, seen=account)
        return await self.person().sign_in(username, PASSWORD)

    def grown_up(self) -> Identity:
        """Somebody who needs no guardian."""
        return next(who for who in map(identity, self.serial) if who.born_on.year < ADULT_SINCE)

    async def resident(self) -> tuple[Person, str]:
        """Somebody signed in by phone, and the phone."""
        phone = identity(next(self.serial)).phone
        return await self.person().sign_in_by_phone(phone), phone

    async def volunteer(self, code: str = COMMUNITY) -> Person:
        """A registered volunteer."""
        who = self.grown_up()
        someone = await self.person().sign_in_by_phone(who.phone)
        body = {
            "name": who.name,
            "id_type": "resident_id",
            "id_number": who.id_number,
            "area_id": self.area(code),
            "groups": ["party_member", "retiree"],
            "skills": [],
        }
        await someone.post("/volunteers/volunteers", body)
        return someone

    async def social_worker(self, at: datetime | None = None) -> dict[str, Any]:
        """A social worker registered by the town, today or earlier."""
        number = next(self.serial)
        officer = (await self.staff("town_officer", TOWN)).when(at)
        body = {
            "area_id": self.area(COMMUNITY),
            "name": "演示社工",
            "id_type": "resident_id",
            "id_number": identity(number).id_number,
            "level": "intermediate",
            "certificate_number": f"DEMO-{number:06d}",
            "certified_on": "2020-06-01",
            "employer_kind": "town_government",
        }
        worker: dict[str, Any] = await officer.post("/registry/social-workers", body)
        return worker


async def until(look: Callable[[], Any], patience: float = 120) -> Any:
    """What `look` answers once it answers something; followers need a moment."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + patience
    while True:
        try:
            found = await look()
        except Refused as refused:
            found = None
            if loop.time() > ends:
                raise refused from None
        if found:
            return found
        if loop.time() > ends:
            message = "nothing came"
            raise TimeoutError(message)
        await asyncio.sleep(0.1)
