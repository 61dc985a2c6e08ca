"""Which target is in force on a day, the minimum that it asks of a community, and setting a new one."""

from collections.abc import Iterable, Mapping
from datetime import date

from assessment.facts import TargetSet
from assessment.target.model import Aim, OrganKind, State, Target
from chassis.problems import Problem

Subject = tuple[Aim, OrganKind | None]
InForce = Mapping[Subject, Target]

BY_ORGAN_KIND = frozenset({Aim.ORG_AVERAGE, Aim.ORG_MINIMUM})
# Counted in something of their own; every other one is a share.
AMOUNTS = frozenset({Aim.FILED_TO_REGISTERED, Aim.HOURS, Aim.HOURS_PER_HEAD, Aim.SW_PER_10K})
UNITS = frozenset({"city", "township"})
# Organ kinds of ordinary places; what lies in any other (a park, a development zone) is 不适用.
ORDINARY = frozenset({"prefecture_city", "subdistrict", "town", "RC", "VC"})


class NotAUnit(Problem):
    """目标只能为全市或一个镇街（园区）设定。"""

    status = 422


class TargetBackdated(Problem):
    """新目标须自今天或以后生效，已设定的目标不得更改。"""

    status = 422


class TargetAlreadySet(Problem):
    """同一指标已有自该日起生效的目标。"""


class DeadlineBeforeStart(Problem):
    """完成期限不得早于生效日期。"""

    status = 422


class OrganKindMisplaced(Problem):
    """社区社会组织目标须按居委会(RC)或村委会(VC)分别设定，其他指标不分。"""

    status = 422


class ValueOutOfRange(Problem):
    """目标值超出范围：比例应大于 0 且不超过 1，数量应为正整数。"""

    status = 422


def in_force(targets: Iterable[Target], on: date) -> InForce:
    """The target of each subject on a day: the one that began last, whether or not its deadline has passed."""
    begun = sorted((each for each in targets if each.valid_from <= on), key=lambda each: each.valid_from)
    return {each.subject: each for each in begun}


def beside(target: Target, targets: Iterable[Target]) -> list[Target]:
    """Those of the same subject and the same unit: a town's own target and the city's stand beside each other."""
    return [each for each in targets if (each.area_id, each.subject) == (target.area_id, target.subject)]


def state(target: Target, targets: Iterable[Target], on: date) -> State:
    """Where a target stands on a day; 已到期 means its deadline has passed while it is still in force."""
    if target.valid_from > on:
        return State.UPCOMING
    if in_force(beside(target, targets), on)[target.subject].id != target.id:
        return State.SUPERSEDED
    return State.EXPIRED if is_past(target, on) else State.IN_FORCE


def is_past(target: Target, on: date) -> bool:
    """Whether the deadline has passed."""
    return target.deadline is not None and target.deadline < on


def is_ordinary(organ_kind: str | None) -> bool:
    """Whether a place is one that the plan's targets speak of; an unknown kind is none."""
    return organ_kind in ORDINARY


def is_subject(organ_kind: str | None, parent_kind: str | None) -> bool:
    """Whether the rule of 5 and 10 speaks of a community, by its organ kind; quasi units and parks are 不适用."""
    return organ_kind in list(OrganKind) and is_ordinary(parent_kind)


def asked_of(aim: Aim, organ_kind: str | None, current: InForce) -> float | None:
    """What the rule of 5 and 10 asks of a community of this organ kind on that day."""
    found = current.get((aim, OrganKind(organ_kind))) if organ_kind in list(OrganKind) else None
    return found.value if found else None


def set_(target: Target, known: Iterable[Target], *, level: str, scope_key: str, on: date) -> TargetSet:
    """设定目标: for the city or one unit, from today or later; nothing that was set is changed."""
    if level not in UNITS:
        raise NotAUnit(pointer="/area_id")
    _require_possible(target)
    if target.valid_from < on:
        raise TargetBackdated(pointer="/valid_from")
    if any(each.valid_from == target.valid_from for each in beside(target, known)):
        raise TargetAlreadySet(pointer="/valid_from")
    return announced(target, scope_key)


def _require_possible(target: Target) -> None:
    if target.deadline is not None and target.deadline < target.valid_from:
        raise DeadlineBeforeStart(pointer="/deadline")
    if (target.organ_kind is not None) != (target.indicator in BY_ORGAN_KIND):
        raise OrganKindMisplaced(pointer="/organ_kind")
    whole = target.value >= 1 and target.value.is_integer()
    share = 0 < target.value <= (1 if target.indicator not in AMOUNTS else float("inf"))
    if not (whole if target.indicator in BY_ORGAN_KIND else share):
        raise ValueOutOfRange(pointer="/value")


def announced(target: Target, scope_key: str) -> TargetSet:
    """The fact of a target."""
    return TargetSet(
        area_id=target.area_id,
        scope_key=scope_key,
        target_id=target.id,
        indicator=target.indicator,
        organ_kind=target.organ_kind,
        value=target.value,
        period=f"{target.valid_from}/{target.deadline or '..'}",
    )
