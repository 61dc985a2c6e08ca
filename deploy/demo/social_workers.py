"""社工: registered by their towns, one renewed after three years, one lapsed."""

from typing import Any
from zlib import crc32

from deploy.demo.cast import Cast, crowd, officer_of
from deploy.demo.city import City, content, together
from deploy.demo.identities import Identity

PEOPLE_FROM, BORN = 30_000, (1978, 2000)


async def register_all(city: City, cast: Cast, organisations: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Every social worker by id."""
    told, people = content("cast")["social_worker"], crowd(PEOPLE_FROM, BORN)
    views = await together(
        _register(city, cast, each, next(people), organisations.get(each.get("organisation", ""))) for each in told
    )
    return {each["id"]: view for each, view in zip(told, views, strict=True)}


async def _register(city: City, cast: Cast, told: dict[str, Any], who: Identity, agency: dict[str, Any] | None) -> Any:  # noqa: ANN401 - JSON
    officer, key = cast[officer_of(told["area"])], f"demo.social-worker.{told['id']}"
    body = {
        "area_id": city.area(told["area"]),
        "name": who.name,
        "id_type": "resident_id",
        "id_number": who.id_number,
        "level": told["level"],
        "certificate_number": f"DEMO{told['certified']:%Y}{crc32(told['id'].encode()) % 100_000_000:08d}",
        "certified_on": told["certified"].isoformat(),
        "employer_kind": "agency" if agency else "town_government",
        "organisation_id": agency["id"] if agency else None,
    }
    seen = await officer.when(city.ago(told["ago"])).post("/registry/social-workers", body, key=key)
    if "renewed_ago" in told:
        at, hours = city.ago(told["renewed_ago"]), {"hours": told["hours"]}
        path = f"/registry/social-workers/{seen['id']}/renewal"
        seen = await officer.when(at).post(path, hours, seen=seen, key=f"{key}.renewal")
    return seen
