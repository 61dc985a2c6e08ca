"""Opening, revising and closing a facility."""

from datetime import date
from typing import Any

from chassis.problems import Problem
from registry.facility.model import Facility, State
from registry.facts import FacilityClosed, FacilityOpened, FacilityRevised


class FacilityNotOpen(Problem):
    """该设施已关闭。"""


class StillStationed(Problem):
    """还有组织或社工进驻，不能关闭。"""


def said(facility: Facility) -> dict[str, Any]:
    """What every fact about a facility says."""
    names = ("kind", "area_id", "scope_key")
    return {"facility_id": facility.id} | {name: getattr(facility, name) for name in names}


def require_open(facility: Facility) -> None:
    """Nobody moves into a closed one."""
    if facility.state is not State.OPEN:
        raise FacilityNotOpen(state=facility.state)


def open_(facility: Facility, *, on: date) -> FacilityOpened:
    """启用, from today."""
    facility.state, facility.opened_on = State.OPEN, on
    return FacilityOpened(**said(facility), valid_from=on)


def revise(facility: Facility) -> FacilityRevised:
    """修改设施信息."""
    require_open(facility)
    return FacilityRevised(**said(facility))


def close(facility: Facility, *, stationed: int, reason: str, on: date) -> FacilityClosed:
    """关闭, once nobody works in it."""
    require_open(facility)
    if stationed:
        raise StillStationed(stationed=stationed)
    facility.state, facility.closed_on, facility.closed_because = State.CLOSED, on, reason
    return FacilityClosed(**said(facility), valid_from=on)
