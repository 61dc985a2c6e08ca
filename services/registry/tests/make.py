"""Makes what the registry's tests start from."""

from datetime import date
from typing import Any

from chassis.person import check_character
from chassis.testing import EAST_RC, Caller, Place
from registry.organisation import uscc
from registry.organisation.model import Kind
from registry.registration.dated import RegistrationLaw

PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def id_number(serial: int) -> str:
    """A resident id number that passes the check; generated, nobody's."""
    first = f"44190019800101{serial:03d}"
    return first + check_character(first)


def declaration(place: Place = EAST_RC, **changes: Any) -> dict[str, Any]:
    """备案材料 that meet the conditions in force."""
    initiators = [
        {"kind": "natural", "name": f"演示{n}", "id_type": "resident_id", "id_number": id_number(n)} for n in (1, 2, 3)
    ]
    return {
        "area_id": str(place.id),
        "name": "东风睦邻互助社",
        "kind": "social_association",
        "category": "charity_mutual_aid",
        "venue": "社区综合服务中心二楼",
        "members": 12,
        "initiators": initiators,
    } | changes


def revision(**changes: Any) -> dict[str, Any]:
    """The same material, declared anew."""
    material = declaration(**changes)
    del material["area_id"]
    return material


def numbered(serial: int, begins: str = "51441900") -> str:
    """A credit code that passes both checks; synthetic, nobody's."""
    first_8 = f"MJDE{serial:04d}"
    first_17 = begins + first_8 + uscc.organisation_check_character(first_8)
    return first_17 + uscc.check_character(first_17)


def documents(kind: Kind = Kind.SOCIAL_ASSOCIATION, **attached: list[str]) -> list[dict[str, Any]]:
    """Every document that the law names, with the files that are named by document, else with a note."""
    names = RegistrationLaw.on(date(2026, 11, 23)).of(kind).documents
    return [{"name": name, "note": "原件交窗口核对", "attachment_ids": attached.get(name, [])} for name in names]


def material(**changes: Any) -> dict[str, Any]:
    """登记材料 that meet the conditions in force for a body of one community."""
    return {
        "name": "东风社区睦邻协会",
        "kind": "social_association",
        "category": "charity_mutual_aid",
        "venue": "社区综合服务中心二楼",
        "business_scope": "邻里互助、助老扶弱",
        "members": 56,
        "funds_fen": 3_000_000,
        "representative": {"name": "演示法人", "id_type": "resident_id", "id_number": id_number(21)},
        "documents": documents(),
    } | changes


def certificate(serial: int = 1, **changes: Any) -> dict[str, Any]:
    """准予登记 of an association."""
    said = {"uscc": numbered(serial), "certificate_number": f"东民社证字第{serial:04d}号", "valid_to": "2030-12-01"}
    return said | changes


def sanction(organisation_id: str, **changes: Any) -> dict[str, Any]:
    """处理决定: barred for a year for a failed evaluation."""
    return {
        "organisation_id": organisation_id,
        "ground": "evaluation-failed",
        "document": "东城社处〔2026〕1号",
        "starts_on": "2027-01-01",
        "ends_on": "2028-01-01",
    } | changes


def facility(place: Place = EAST_RC, **changes: Any) -> dict[str, Any]:
    """设施信息."""
    return {
        "area_id": str(place.id),
        "name": "东风社区综合服务管理中心",
        "kind": "service_centre",
        "address": "东风街1号",
        "rooms": ["服务大厅", "议事室"],
        "opening_hours": "周一至周六 9:00-18:00",
        "floor_area_m2": 320,
    } | changes


def post(place: Place = EAST_RC, **changes: Any) -> dict[str, Any]:
    """设岗, of the town itself."""
    return {
        "area_id": str(place.id),
        "number": "东城岗-001",
        "field": "elderly",
        "employer_kind": "town_government",
        "full_time": True,
    } | changes


def application(place: Place = EAST_RC, **changes: Any) -> dict[str, Any]:
    """社工登记申请, employed by the town."""
    return {
        "area_id": str(place.id),
        "name": "演示社工",
        "id_type": "resident_id",
        "id_number": id_number(7),
        "level": "assistant",
        "certificate_number": "DEMO-000001",
        "certified_on": "2020-06-01",
        "employer_kind": "town_government",
    } | changes


async def uploaded(by: Caller, name: str = "章程草案.pdf") -> dict[str, Any]:
    """An attachment that belongs to no record yet."""
    added = await by.post("/attachments", content=PDF, params={"name": name})
    assert added.status_code == 201, added.text
    return dict(added.json())
