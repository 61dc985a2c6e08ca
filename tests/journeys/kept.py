"""What a town officer keeps of its organisations and social workers, so that each of those screens has a record."""

from datetime import timedelta

from chassis import clock
from deploy.demo.people import Person
from deploy.demo.registrations import documents_of
from tests.journeys.linkage import Loop
from tests.journeys.screens import FACILITY, REGISTERED
from tests.journeys.town import COMMUNITY, Town

COMING = timedelta(days=400)  # so far off that the sanction weighs on nobody here


async def kept_by(officer: Person, town: Town, loop: Loop) -> dict[str, str]:
    """The id of a facility, a stationing, a post, a sanction and an application, by the path of their screens."""
    area, worker = {"area_id": town.area(COMMUNITY)}, loop.left["worker"]["id"]
    later = (clock.day(clock.wall()) + COMING).isoformat()
    number = next(town.serial)
    facility = await officer.post("/registry/facilities", area | _FACILITY)
    moved_in = {"facility_id": facility["id"], "social_worker_id": worker, "agreement": "演示进驻协议", "until": later}
    post = {"number": f"演示岗{number}", "field": "elderly", "employer_kind": "town_government", "full_time": True}
    filed = await _filed(officer, loop, number)
    decision = {"ground": "report-missing", "document": f"演示社处{number}号", "starts_on": later}
    made = {
        "facilities": facility,
        "stationings": await officer.post("/registry/stationings", moved_in),
        "posts": await officer.post("/registry/posts", area | post),
        "sanctions": await officer.post("/registry/sanctions", {"organisation_id": filed, **decision}),
        "registrations": await officer.post("/registry/registrations", area | _application(town)),
    }
    return {f"/registry/{name}": record["id"] for name, record in made.items()}


async def _filed(officer: Person, loop: Loop, number: int) -> str:
    """An organisation that a sanction can be imposed on."""
    community = loop.people["community"]
    drafted = await community.post("/registry/organisations", {"area_id": loop.town.area(COMMUNITY), **_BODY})
    here = f"/registry/organisations/{drafted['id']}"
    submitted = await community.post(f"{here}/submission", seen=drafted)
    await officer.post(f"{here}/filing", {"number": f"演示备{number}号"}, seen=submitted)
    return str(drafted["id"])


_BODY = {
    "name": "演示助老服务中心",
    "kind": "social_service_org",
    "category": "public_service",
    "venue": "社区综合服务中心",
    "members": 6,
    "initiators": [{"kind": "legal", "name": "演示服务中心", "uscc": "52441900MJ00000188"}],
}
_FACILITY = {
    "name": FACILITY,
    "kind": "service_centre",
    "address": "党群服务中心",
    "rooms": ["议事协商室"],
    "opening_hours": "周一至周六 8:30-18:00",
    "floor_area_m2": 300,
}


def _application(town: Town) -> dict[str, object]:
    who = town.grown_up()
    return {
        "name": REGISTERED,
        "kind": "social_service_org",
        "category": "public_service",
        "venue": "社区综合服务中心",
        "business_scope": "社区服务、邻里互助",
        "members": 8,
        "funds_fen": 5_000_000,
        "representative": {"name": who.name, "id_type": "resident_id", "id_number": who.id_number},
        "documents": documents_of("social_service_org"),
    }
