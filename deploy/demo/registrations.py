"""登记: bodies registered anew or promoted from their filing, some suspended, one barred for this year, one waiting."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from chassis import clock
from deploy.demo.cast import Cast, crowd, officer_of
from deploy.demo.city import City, content, together
from deploy.demo.identities import Identity
from registry.organisation.model import Kind
from registry.organisation.uscc import BEGINS, check_character, organisation_check_character
from registry.registration.dated import RegistrationLaw

PEOPLE_FROM, BORN = 60_000, (1958, 1992)
ACCEPTED_AFTER, GRANTED_BEFORE = 12, 16  # days before the certificate on which it was accepted, and applied for
VALID_YEARS = 4
SUSPENDED_AGO = 20
FEN = 100
AUTHORITY = "441900"


def credit_code(serial: int, kind: str) -> str:
    """统一社会信用代码 that passes both checks; nobody's."""
    first_8 = f"MJYY{serial:04d}"
    first_17 = f"{BEGINS[Kind(kind)]}{AUTHORITY}{first_8}{organisation_check_character(first_8)}"
    return first_17 + check_character(first_17)


def documents_of(kind: str) -> list[dict[str, Any]]:
    """Every document that the law of today names, told in a note; nobody invents files."""
    law = RegistrationLaw.on(clock.day(clock.wall())).of(Kind(kind))
    return [{"name": name, "note": "演示材料，原件已交窗口核对"} for name in law.documents]


async def register_all(city: City, cast: Cast) -> list[dict[str, Any]]:
    """Every registered body, as its own record says; the promoted ones are the same that were filed."""
    told, people, serials = content("registrations"), crowd(PEOPLE_FROM, BORN), count(1)
    anew = [_registered(city, cast, each, next(people), next(serials)) for each in told["body"]]
    views = await together(anew)
    await together(
        _judge(city, cast, each, view) for each, view in zip(told["body"], views, strict=True) if "fate" in each
    )
    promoted = await together(_promoted(city, cast, each, next(people), next(serials)) for each in told["promotion"])
    await together(_waiting(city, cast, each, next(people), place) for place, each in enumerate(told["waiting"]))
    return [*views, *promoted]


async def _waiting(city: City, cast: Cast, told: dict[str, Any], who: Identity, place: int) -> None:
    """Applied for, and not looked at yet."""
    body = _material(told, who) | {"area_id": city.area(told["area"])}
    town = cast[officer_of(told["area"])].when(city.ago(told["ago"], "16:10"))
    await town.post("/registry/registrations", body, key=f"demo.registration.waiting.{place}")


def _material(told: dict[str, Any], who: Identity) -> dict[str, Any]:
    representative = {"name": who.name, "id_type": "resident_id", "id_number": who.id_number}
    return {
        "name": told["name"],
        "kind": told["kind"],
        "category": told["category"],
        "venue": "社区综合服务中心三楼",
        "business_scope": "社区服务、邻里互助、志愿服务与相关培训",
        "members": told["members"],
        "funds_fen": told["yuan"] * FEN,
        "representative": representative,
        "documents": documents_of(told["kind"]),
    }


async def _registered(city: City, cast: Cast, told: dict[str, Any], who: Identity, serial: int) -> Any:  # noqa: ANN401 - JSON
    body = _material(told, who) | {"area_id": city.area(told["area"])}
    return await _decided(city, cast, told, body, serial)


async def _promoted(city: City, cast: Cast, told: dict[str, Any], who: Identity, serial: int) -> Any:  # noqa: ANN401 - JSON
    """The one of the community that was filed first; its number stays, so that a later run finds the same one."""
    officer = cast[officer_of(told["area"])]
    page = await officer.get("/registry/organisations", area_id=city.area(told["area"]), limit=200)
    standing = [each for each in page["items"] if each["number"] and each["state"] in {"filed", "registered"}]
    first = min(standing, key=lambda each: (each["filed_on"], each["number"]))
    filed_ago = (city.day(0) - date.fromisoformat(first["filed_on"])).days
    # Whatever was filed lately was promoted yesterday.
    told = {
        **first,
        "members": 24,
        "yuan": 10_000,
        "area": told["area"],
        "ago": max(min(told["ago"], filed_ago - 20), 1),
    }
    return await _decided(city, cast, told, _material(told, who) | {"organisation_id": first["id"]}, serial)


async def _decided(city: City, cast: Cast, told: dict[str, Any], body: dict[str, Any], serial: int) -> Any:  # noqa: ANN401 - JSON
    """Applied for by the town, accepted and granted by the bureau."""
    town, bureau, key = cast[officer_of(told["area"])], cast["bureau.officer"], f"demo.registration.{serial}"
    applied, accepted = (city.ago(told["ago"] + days) for days in (GRANTED_BEFORE, ACCEPTED_AFTER))
    seen = await town.when(applied).post("/registry/registrations", body, key=key)
    here = f"/registry/registrations/{seen['id']}"
    seen = await bureau.when(accepted).post(f"{here}/acceptance", seen=seen, key=f"{key}.acceptance")
    granted = city.day(told["ago"])
    certificate = {
        "uscc": credit_code(serial, told["kind"]),
        "certificate_number": f"演示社证字第{serial:04d}号",
        "valid_to": date(granted.year + VALID_YEARS, granted.month, 1).isoformat(),
    }
    at = city.ago(told["ago"], "15:00")
    seen = await bureau.when(at).post(f"{here}/grant", certificate, seen=seen, key=f"{key}.grant")
    return await bureau.get(f"/registry/organisations/{seen['organisation_id']}")


def _sanctions(city: City) -> Iterator[tuple[str, dict[str, Any], int]]:
    """By fate: what was decided, and how many days ago; barred is the year after a failed evaluation."""
    year = city.day(0).year
    decided = (city.day(0) - date(year - 1, 12, 20)).days
    days = {"starts_on": date(year, 1, 1).isoformat(), "ends_on": date(year + 1, 1, 1).isoformat()}
    yield "barred", {"ground": "evaluation-failed", "document": f"演示社处〔{year - 1}〕7号", **days}, decided
    starts = city.day(SUSPENDED_AGO).isoformat()
    body = {"ground": "report-missing", "document": f"演示社处〔{year}〕3号", "starts_on": starts}
    yield "suspended", body, SUSPENDED_AGO


async def _judge(city: City, cast: Cast, told: dict[str, Any], view: dict[str, Any]) -> None:
    body, ago = next((body, ago) for fate, body, ago in _sanctions(city) if fate == told["fate"])
    # A registered body is suspended by the authority that registered it; barred from purchases by its town as well.
    officer = cast["bureau.officer"].when(city.ago(ago))
    key = f"demo.sanction.{told['fate']}.{view['id']}"
    await officer.post("/registry/sanctions", {**body, "organisation_id": view["id"]}, key=key)
