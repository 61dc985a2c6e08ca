"""Changing what is filed or registered, from a day on, and ending a registration with its liquidation."""

from collections.abc import Mapping
from datetime import date

from chassis.problems import Problem
from registry.facts import OrganisationChanged, OrganisationDeregistered
from registry.organisation.model import Organisation, Path, State
from registry.organisation.rules import require_standing, said


class NothingToChange(Problem):
    """没有任何变更。"""

    status = 422


class FiledHasNone(Problem):
    """备案组织不是法人，没有登记证书。"""

    status = 422


class NotRegistered(Problem):
    """该组织不在已登记状态。"""


class LiquidationInFuture(Problem):
    """清算完结日期不能晚于今天。"""

    status = 422


OF_REGISTERED = frozenset({"certificate_number", "certificate_valid_to"})


def require_changeable(organisation: Organisation, changes: Mapping[str, object]) -> None:
    """It stands, something is new, and nothing is said that only a legal person has."""
    require_standing(organisation)
    wrong = OF_REGISTERED & set(changes)
    if wrong and organisation.path is not Path.REGISTERED:
        raise FiledHasNone(pointer=f"/{min(wrong)}")
    if all(getattr(organisation, name) == value for name, value in changes.items()):
        raise NothingToChange


def change(organisation: Organisation, changes: Mapping[str, object], *, on: date) -> OrganisationChanged:
    """变更: holds from today; what was before is kept by whoever calls this."""
    changed = sorted(name for name, value in changes.items() if getattr(organisation, name) != value)
    for name in changed:
        setattr(organisation, name, changes[name])
    told = sorted({name.removesuffix("_cipher").removesuffix("_id") for name in changed})
    return OrganisationChanged(**said(organisation), changed=told, uscc=organisation.uscc, valid_from=on)


def cancel(
    organisation: Organisation, *, reason: str, liquidation: str, liquidated_on: date, on: date
) -> OrganisationDeregistered:
    """注销登记, after its liquidation; the record stays."""
    if organisation.state is not State.REGISTERED:
        raise NotRegistered(state=organisation.state)
    if liquidated_on > on:
        raise LiquidationInFuture(pointer="/liquidated_on")
    organisation.state, organisation.deregistered_on = State.DEREGISTERED, on
    organisation.deregistered_because = reason
    organisation.liquidation = f"{liquidated_on.isoformat()} {liquidation}"
    return OrganisationDeregistered(**said(organisation), valid_from=on)
