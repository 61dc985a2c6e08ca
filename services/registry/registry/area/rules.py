"""Changing an area: a new dated state follows the one before; codes and names are never overwritten."""

from datetime import date

from chassis.problems import Problem
from registry.area.model import Area, AreaTerm, Level, OrganKind


class ChangeNotLater(Problem):
    """变更日期必须晚于现行区划的起始日期。"""

    status = 422


class ChangeInFuture(Problem):
    """变更日期不能晚于今天，请在生效当日登记。"""

    status = 422


class NothingChanged(Problem):
    """没有任何变更。"""

    status = 422


class CodeLengthWrong(Problem):
    """区划代码的位数与层级不符：市 6 位，镇街 9 位，村（社区）12 位。"""

    status = 422


class CodeTaken(Problem):
    """此区划代码已由其他片区使用。"""


DIGITS = {Level.CITY: 6, Level.TOWNSHIP: 9, Level.COMMUNITY: 12}


def _require_timely(present: AreaTerm, valid_from: date, on: date) -> None:
    if valid_from <= present.valid_from:
        raise ChangeNotLater(pointer="/valid_from")
    if valid_from > on:
        raise ChangeInFuture(pointer="/valid_from")


def _require_free(area: Area, code: str | None, *, taken: bool) -> None:
    if code is not None and len(code) != DIGITS[area.level]:
        raise CodeLengthWrong(pointer="/code")
    if taken:
        raise CodeTaken(pointer="/code")


def change(
    area: Area,
    *,
    code: str | None,
    name: str | None,
    organ_kind: OrganKind | None,
    source: str,
    valid_from: date,
    taken: bool,
    on: date,
) -> AreaTerm:
    """区划变更 (更名、换码、村改居): ends the present term and returns the next; id and place in the tree stay.

    `taken` says whether another area holds the code. Most copies know the present term only, so a change is told when
    it holds.
    """
    present = area.terms[-1]
    _require_timely(present, valid_from, on)
    _require_free(area, code, taken=taken)
    after = (code or present.code, name or present.name, organ_kind or present.organ_kind)
    if after == (present.code, present.name, present.organ_kind):
        raise NothingChanged
    present.valid_to = valid_from
    following = AreaTerm(
        area_id=area.id,
        code=after[0],
        name=after[1],
        organ_kind=after[2],
        parent_id=present.parent_id,
        source=source,
        valid_from=valid_from,
    )
    area.terms.append(following)
    # The row of the area itself says nothing new; its version must, for whoever changes it next.
    area.version += 1
    return following
