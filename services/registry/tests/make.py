"""Makes what the registry's tests start from."""

from typing import Any

from chassis.person import check_character
from chassis.testing import EAST_RC, Place


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


def sanction(organisation_id: str, **changes: Any) -> dict[str, Any]:
    """处理决定: barred for a year for a failed evaluation."""
    return {
        "organisation_id": organisation_id,
        "ground": "evaluation-failed",
        "document": "东城社处〔2026〕1号",
        "starts_on": "2027-01-01",
        "ends_on": "2028-01-01",
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
