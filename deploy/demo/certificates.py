"""证明: volunteers ask the communities whose own activities they served in; most have been answered."""

from collections.abc import Iterable
from typing import Any

from deploy.demo.activities import Activity
from deploy.demo.attendance import who_came
from deploy.demo.cast import Cast, posts
from deploy.demo.city import City
from deploy.demo.people import Person
from deploy.demo.residents import Volunteer

ASKING, WAITING = 6, 2  # how many ask; so many of them still wait for an answer
CERTIFICATES = "/volunteers/certificates"
PURPOSES = ("积分入学", "单位评优", "高校综合素质评价")
SIGNED = {"head": "演示负责人", "handler": "演示经办人", "contact": "0769-00000000"}


async def certify_all(city: City, cast: Cast, held: Iterable[Activity]) -> None:
    """The first few who served with a community that has an officer of its own."""
    officers = {post["area"]: post["username"] for post in posts() if post["role"] == "community_officer"}
    served: dict[str, tuple[Volunteer, str]] = {}
    for activity in held:
        if activity.area in officers:
            for volunteer in who_came(activity):
                served.setdefault(volunteer.view["id"], (volunteer, activity.area))
    asked = 0
    for volunteer, area in served.values():
        own = await _own(volunteer, city.area(area))
        if own is not None and asked < ASKING:
            certificate = await _ask(volunteer, own, PURPOSES[asked % len(PURPOSES)])
            asked += 1
            if asked <= ASKING - WAITING:
                await _issue(cast[officers[area]], certificate)


async def _own(volunteer: Volunteer, area_id: str) -> dict[str, Any] | None:
    """What the community organised itself of what the volunteer has served."""
    page = await volunteer.person.get(f"{CERTIFICATES}/organisers", volunteer_id=volunteer.view["id"])
    return next(
        (each for each in page["items"] if each["organisation_id"] is None and each["area_id"] == area_id), None
    )


async def _ask(volunteer: Volunteer, own: dict[str, Any], purpose: str) -> dict[str, Any]:
    body = {name: own[name] for name in ("area_id", "from_on", "to_on")} | {"purpose": purpose}
    certificate: dict[str, Any] = await volunteer.person.post(
        CERTIFICATES, body, key=f"demo.certificate.{volunteer.view['id']}"
    )
    return certificate


async def _issue(officer: Person, certificate: dict[str, Any]) -> None:
    """Once the ledger has all of it; until then the service asks to be asked again."""
    path, key = f"{CERTIFICATES}/{certificate['id']}/issuance", f"demo.certificate.{certificate['id']}.issuance"
    await officer.post(path, SIGNED, seen=certificate, key=key)
