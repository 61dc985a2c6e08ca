"""Moving into a facility and leaving it: by time, or earlier for a reason."""

from datetime import date
from typing import Any

from chassis.problems import Problem
from registry.facility.model import Facility
from registry.facility.rules import require_open
from registry.facts import StationingEnded, StationingStarted
from registry.sanction.standing import Found, Standing
from registry.social_worker.model import SocialWorker
from registry.stationing.model import State, Stationing


class OrganisationNotGood(Problem):
    """该组织当日资格状态不正常，不能进驻。"""


class RegistrationNotInForce(Problem):
    """该社工的登记当日不在有效期内。"""


class UntilNotLater(Problem):
    """进驻期限必须晚于今天。"""

    status = 422


class StationingOver(Problem):
    """此进驻已经结束。"""


def said(stationing: Stationing) -> dict[str, Any]:
    """What every fact about a stationing says."""
    names = ("facility_id", "organisation_id", "social_worker_id", "until", "area_id", "scope_key")
    return {"stationing_id": stationing.id} | {name: getattr(stationing, name) for name in names}


def require_in_force(worker: SocialWorker, on: date) -> None:
    """登记有效 on a day."""
    if not worker.valid_from <= on < worker.valid_to:
        raise RegistrationNotInForce(valid_to=worker.valid_to.isoformat())


def start(
    stationing: Stationing, facility: Facility, found: Found | None, worker: SocialWorker | None, *, on: date
) -> StationingStarted:
    """进驻, from today: an organisation in good standing or a social worker whose registration is in force."""
    require_open(facility)
    if found is not None and found.standing is not Standing.GOOD:
        titles = "；".join(reason.title for reason in found.reasons)
        raise OrganisationNotGood(titles, pointer="/organisation_id", standing=found.standing)
    if worker is not None:
        require_in_force(worker, on)
    if stationing.until <= on:
        raise UntilNotLater(pointer="/until")
    stationing.state, stationing.starts_on = State.RUNNING, on
    return StationingStarted(**said(stationing), valid_from=on)


def end(stationing: Stationing, *, reason: str | None, on: date) -> StationingEnded:
    """退出: by time without a reason, or earlier with one."""
    if stationing.state is not State.RUNNING:
        raise StationingOver(state=stationing.state)
    stationing.state, stationing.ended_because = State.ENDED, reason
    stationing.ended_on = min(on, stationing.until)
    return StationingEnded(**said(stationing), valid_from=stationing.ended_on, early=reason is not None)
