"""Drafting a scheme and putting it into force: weights of a hundred, known indicators, two people."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from assessment.scheme.items import Item
from assessment.scheme.model import Scheme, State
from assessment.scheme.scoring import FULL, HUNDREDTHS, Linear, Penalty
from assessment.scored import SchemeAdopted, SchemeDrafted
from chassis.problems import FieldError, Problem
from chassis.tables import AreaCopy


class SchemeNotForCity(Problem):
    """考核方案只能由市级制定。"""

    status = 422


class WeightsNotHundred(Problem):
    """各项权重之和应为 100。"""

    status = 422


class ItemCodeTwice(Problem):
    """考核项目的代码不能重复。"""

    status = 422


class IndicatorUnknown(Problem):
    """没有这个指标。"""

    status = 422


class ScoringMisplaced(Problem):
    """有指标的项目须有计分方式，自评项目不设计分方式。"""

    status = 422


class ScoringUnsound(Problem):
    """计分方式有误：线性计分的起点与满分值不能相同，每步扣分不能超过该项分值。"""

    status = 422


class UnitsUnsound(Problem):
    """被考核单位应为本市的镇街或园区，不能为空，也不能重复。"""

    status = 422


class SchemeDecided(Problem):
    """考核方案已生效，不能再修改。"""


class OwnScheme(Problem):
    """考核方案须由起草人以外的人批准生效。"""

    status = 403


class SchemeYearTaken(Problem):
    """该年度已有生效的考核方案。"""


def draft(
    scheme: Scheme,
    items: Sequence[Item],
    units: Collection[AreaCopy],
    *,
    known: Collection[str],
    level: str,
    by: UUID | None,
    at: datetime,
) -> SchemeDrafted:
    """起草, and revising a draft: whoever revises it last has drafted it."""
    if scheme.state is not State.DRAFT:
        raise SchemeDecided(state=scheme.state)
    if level != "city":
        raise SchemeNotForCity(pointer="/area_id")
    _require_units(scheme, units)
    _require_items(items, known)
    scheme.lines = [each.model_dump(mode="json") for each in items]
    scheme.drafted_at, scheme.drafted_by = at, by
    return SchemeDrafted(**said(scheme))


def _require_units(scheme: Scheme, units: Collection[AreaCopy]) -> None:
    """Towns, subdistricts and zones right below the city, each once."""
    sound = {each.id for each in units if each.level == "township" and each.parent_id == scheme.area_id}
    if not scheme.unit_ids or len(set(scheme.unit_ids)) != len(scheme.unit_ids) or sound != set(scheme.unit_ids):
        raise UnitsUnsound(pointer="/unit_ids")


def _require_items(items: Sequence[Item], known: Collection[str]) -> None:
    codes = [each.code for each in items]
    for place, each in enumerate(items):
        here = f"/items/{place}"
        if each.code in codes[:place]:
            raise ItemCodeTwice(pointer=f"{here}/code")
        if each.indicator is not None and each.indicator not in known:
            raise IndicatorUnknown(pointer=f"{here}/indicator")
        if (each.indicator is None) != (each.scoring is None):
            raise ScoringMisplaced(pointer=f"{here}/scoring")
        flat = isinstance(each.scoring, Linear) and each.scoring.floor == each.scoring.full
        heavy = isinstance(each.scoring, Penalty) and each.scoring.deduct_hundredths > each.weight * HUNDREDTHS
        if flat or heavy:
            raise ScoringUnsound(pointer=f"{here}/scoring")
    if sum(each.weight for each in items) != FULL:
        title = WeightsNotHundred.title()
        errors = [FieldError(pointer=f"/items/{place}/weight", title=title) for place in range(len(items))]
        raise WeightsNotHundred(errors=errors, sum=sum(each.weight for each in items))


def adopt(scheme: Scheme, *, year_taken: bool, by: UUID | None, at: datetime) -> SchemeAdopted:
    """批准生效: by somebody who did not draft it; from then on it stays as it is."""
    if scheme.state is not State.DRAFT:
        raise SchemeDecided(state=scheme.state)
    if by is None or by == scheme.drafted_by:
        raise OwnScheme
    if year_taken:
        raise SchemeYearTaken(year=scheme.year)
    scheme.state, scheme.adopted_at, scheme.adopted_by = State.IN_FORCE, at, by
    return SchemeAdopted(**said(scheme))


def said(scheme: Scheme) -> dict[str, object]:
    """What every fact about a scheme says."""
    return {
        "area_id": scheme.area_id,
        "scope_key": scheme.scope_key,
        "scheme_id": scheme.id,
        "year": scheme.year,
        "units": len(scheme.unit_ids),
        "weights": {each.code: each.weight for each in scheme.items},
    }
