"""How the headline, the parts, the loop and the communities of an area look from outside."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from assessment.dashboard.loop import Waiting
from assessment.figure.course import rounded
from assessment.figure.ground import Ground
from assessment.figure.kept import Stopped
from assessment.figure.measures import measure
from assessment.figure.reached import Community
from assessment.figure.rules import Light, gap, goal, light
from assessment.figure.schemas import HERE, Figure, GoalView
from assessment.figure.steps import STEPS, Step
from assessment.figure.value import EVIDENCE
from assessment.indicator.model import Indicator
from chassis.tables import AreaCopy


class AreaHead(BaseModel):
    """片区; a name of null is one that has not been imported (名称待导入)."""

    id: UUID
    area_id: UUID
    code: str
    name: str | None
    level: str
    organ_kind: str | None

    @classmethod
    def fields(cls, area: AreaCopy) -> dict[str, object]:
        """What is said of an area."""
        plain = {name: getattr(area, name) for name in ("id", "code", "name", "level", "organ_kind")}
        return {**plain, "area_id": area.id}


class DashboardLinks(BaseModel):
    """From a dashboard to its parts and up."""

    area: str
    parent: str | None
    loop: str
    communities: str

    @classmethod
    def of(cls, area: AreaCopy) -> Self:
        """The links of an area's dashboard."""
        here = f"{HERE}/{area.id}"
        parent = f"{HERE}/{area.parent_id}" if area.parent_id else None
        below = {each: f"{here}/{each}" for each in ("loop", "communities")}
        return cls(area=f"/api/registry/areas/{area.id}", parent=parent, **below)


class DashboardView(AreaHead):
    """驾驶舱 of an area; where a source has `stopped`, `as_of` is no later than its last fact."""

    as_of: datetime
    stopped: list[Stopped]
    figures: list[Figure]
    links: DashboardLinks


def _leading_on(area: AreaCopy, indicator: Indicator) -> dict[str, str]:
    """From one area's figure to its dashboard and to the records behind it."""
    return {"dashboard": f"{HERE}/{area.id}", "records": f"{EVIDENCE}?indicator={indicator}&area_id={area.id}"}


class Tile(AreaHead):
    """One part of an area with one figure; its target is its own, or the one of the whole."""

    value: float | None
    target: float | None
    target_source: str | None
    target_assumption: bool
    gap: float | None
    state: Light
    links: dict[str, str]

    @classmethod
    def of(cls, indicator: Indicator, ground: Ground) -> Self:
        """The figure of one child."""
        measured, against = measure(indicator, ground), goal(indicator, ground)
        return cls(
            **AreaHead.fields(ground.area),
            value=rounded(measured.value),
            target=rounded(against.value) if against else None,
            target_source=against.source if against else None,
            target_assumption=against.assumption if against else False,
            gap=rounded(gap(measured, against)),
            state=light(indicator, ground, measured, against),
            links=_leading_on(ground.area, indicator),
        )


class TilesView(BaseModel):
    """分片区读数: one figure of each part, by code."""

    indicator: Indicator
    name: str
    unit: str
    as_of: datetime
    stopped: list[Stopped]
    target: GoalView
    items: list[Tile]


class LoopStep(BaseModel):
    """联动环节: how many came through this year, and who still waits there."""

    step: Step
    name: str
    unit: str
    count: float
    waiting: int | None
    median_days: float | None
    links: dict[str, str]

    @classmethod
    def of(cls, step: Step, count: float, queue: Waiting | None, area: AreaCopy) -> Self:
        """One step of an area's loop."""
        return cls(
            step=step,
            name=STEPS[step].name,
            unit=STEPS[step].unit,
            count=count,
            waiting=queue.count if queue else None,
            median_days=queue.median_days if queue else None,
            links={"records": f"{EVIDENCE}?indicator={step}&area_id={area.id}"},
        )


class LoopView(AreaHead):
    """联动闭环 of a year, and the step where it has been waiting longest."""

    year: int
    as_of: datetime
    stopped: list[Stopped]
    steps: list[LoopStep]
    stuck_at: Step | None


class CommunityLine(AreaHead):
    """村（社区）: organisations against the least number; `met` is null where the rule does not apply."""

    organisations: int
    minimum: int | None
    met: bool | None
    gap: int | None
    state: Light
    links: dict[str, str]

    @classmethod
    def of(cls, area: AreaCopy, community: Community, have: int) -> Self:
        """One community and how many organisations it has."""
        asked = int(community.minimum) if community.applies and community.minimum is not None else None
        met = None if asked is None else have >= asked
        without = Light.NO_DATA if community.applies else Light.NOT_APPLICABLE
        return cls(
            **AreaHead.fields(area),
            organisations=have,
            minimum=asked,
            met=met,
            gap=None if asked is None else max(0, asked - have),
            state=without if met is None else Light.OK if met else Light.BEHIND,
            links=_leading_on(area, Indicator.ORG_TOTAL),
        )
