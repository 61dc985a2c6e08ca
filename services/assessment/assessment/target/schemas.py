"""What a new target takes in and how targets look from outside."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from assessment.permissions import Permission
from assessment.target import rules
from assessment.target.model import Aim, OrganKind, State, Target
from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action
from chassis.tables import AreaCopy
from chassis.transaction import View

HERE = "/api/assessment/targets"


class TargetIn(BaseModel):
    """设定目标: `organ_kind` for targets of 5 and 10 only; a ratio is given as 0.13."""

    model_config = ConfigDict(extra="forbid")

    area_id: UUID
    indicator: Aim
    organ_kind: OrganKind | None = None
    value: Annotated[float, Field(gt=0, le=1_000_000, allow_inf_nan=False)]
    valid_from: Day
    deadline: Day | None = None
    source: Annotated[str, Field(min_length=2, max_length=300)]
    clause: Annotated[str | None, Field(max_length=100)] = None
    assumption: bool = False


class TargetView(View):
    """指标目标."""

    id: UUID
    area_id: UUID
    state: State
    indicator: Aim
    organ_kind: OrganKind | None
    value: float
    valid_from: date
    deadline: date | None
    source: str
    clause: str | None
    assumption: bool
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, target: Target, targets: Iterable[Target], city: AreaCopy | None, access: Access, on: date) -> Self:
        """As this caller sees it on a day; who may set a target is offered to set the next."""
        plain = {name: getattr(target, name) for name in cls.model_fields if name not in {"state", "actions", "links"}}
        offered = city is not None and access.may(Permission.TARGET_SET, city)
        return cls(
            **plain,
            state=rules.state(target, targets, on),
            actions=[SET] if offered else [],
            links={
                "area": f"/api/registry/areas/{target.area_id}",
                "dashboard": f"/api/assessment/dashboards/{target.area_id}",
            },
        )


SET = Action(name="set", method="POST", href=HERE, needs_reason=False, label="设定新目标")
