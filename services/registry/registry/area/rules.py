"""Changing an area: a new dated state follows the one before; codes and names are never overwritten."""

from datetime import date

from chassis.problems import Problem
from registry.area.model import Area, AreaTerm, OrganKind


class ChangeNotLater(Problem):
    """变更日期必须晚于现行区划的起始日期。"""

    status = 422


class NothingChanged(Problem):
    """没有任何变更。"""

    status = 422


def change(
    area: Area, *, code: str | None, name: str | None, organ_kind: OrganKind | None, source: str, valid_from: date
) -> AreaTerm:
    """区划变更 (更名、换码、村改居): ends the present term and returns the next; id and place in the tree stay."""
    present = area.terms[-1]
    if valid_from <= present.valid_from:
        raise ChangeNotLater(pointer="/valid_from")
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
