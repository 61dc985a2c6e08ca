"""How a record behind a figure looks: what it is, since when, what it adds, and its way back to the need."""

from collections.abc import Callable
from datetime import date
from typing import Any, Self
from uuid import UUID

from assessment.evidence.model import need_ids
from assessment.evidence.source import Source
from assessment.figure.steps import Step
from assessment.indicator.model import Indicator
from assessment.reading.days import spans
from assessment.reading.model import (
    ActivityCopy,
    DeliberationCopy,
    FacilityCopy,
    HoursCopy,
    NeedCopy,
    PostCopy,
    ProjectCopy,
    SignupCopy,
    VolunteerCopy,
)
from assessment.reading.organisations import OrganisationCopy
from assessment.reading.stages import DONE, BudgetCopy, PaymentCopy, StageCopy
from assessment.survey.model import Survey
from chassis import clock
from chassis.records import Action
from chassis.transaction import View


class ReadingView(View):
    """读数来源: one record of its owner; `value` is what it adds: hours in minutes, a survey its answers."""

    id: UUID
    area_id: UUID
    indicator: Indicator | Step
    state: str
    on: date
    value: int
    actions: list[Action]
    links: dict[str, str | list[str]]

    @classmethod
    def of(
        cls,
        indicator: Indicator | Step,
        source: Source,
        record: Any,  # noqa: ANN401 - a copy or a survey
        activities: dict[UUID, list[UUID]],
    ) -> Self:
        """From a copy; its version is the place in the owner's log that it was last written from."""
        state, on, value = TOLD[type(record)](record)
        return cls(
            id=record.id,
            version=getattr(record, "seq", None) or record.version,
            area_id=record.area_id,
            indicator=indicator,
            state=state,
            on=on,
            value=value,
            actions=[],
            links=_links(source, record, activities),
        )


def _lasting(state: str, over: str) -> Callable[[Any], tuple[str, date, int]]:
    """What counts on some days: since when it does, and whether it still would."""

    def told(record: Any) -> tuple[str, date, int]:  # noqa: ANN401 - an organisation, a post or a facility
        days = spans(record.days)
        return (state if days[-1][1] == date.max else over), days[-1][0], 1

    return told


def _deliberation(each: DeliberationCopy) -> tuple[str, date, int]:
    state = "fed_back" if each.closed_on else "concluded" if each.concluded_on else "held"
    return state, each.held_on, 1


# State, day and measure of a record of each kind.
TOLD: dict[type[Any], Callable[[Any], tuple[str, date, int]]] = {
    OrganisationCopy: _lasting("filed", "deregistered"),
    PostCopy: _lasting("filled", "vacated"),
    FacilityCopy: _lasting("open", "shut"),
    DeliberationCopy: _deliberation,
    BudgetCopy: lambda each: ("granted", each.granted_on, each.granted_fen),
    PaymentCopy: lambda each: ("made", each.made_on, each.amount_fen),
    VolunteerCopy: lambda each: ("registered" if each.withdrawn_on is None else "withdrawn", each.registered_on, 1),
    NeedCopy: lambda each: ("raised" if each.answered_on is None else "answered", each.raised_on, 1),
    ProjectCopy: lambda each: (each.state, each.approved_on, 1),
    ActivityCopy: lambda each: (each.state, each.held_on, 1),
    SignupCopy: lambda each: ("confirmed", each.held_from, 1),
    HoursCopy: lambda each: (each.state, each.confirmed_on, each.minutes),
    StageCopy: lambda each: (DONE[each.kind], each.done_on, 1),
    Survey: lambda each: ("closed", clock.day(each.closed_at), each.answered),
}


def _links(source: Source, record: Any, activities: dict[UUID, list[UUID]]) -> dict[str, str | list[str]]:  # noqa: ANN401
    """The owner's record, its area, and up: activity, project, needs, as far as they are known."""
    made: dict[str, str | list[str]] = {
        "record": f"{source.path}/{record.id}",
        "area": f"/api/registry/areas/{record.area_id}",
    }
    for name, path in (("activity_id", "activities"), ("project_id", "projects")):
        parent = getattr(record, name, None)
        if parent is not None:
            made[name.removesuffix("_id")] = f"/api/projects/{path}/{parent}"
    needs = need_ids(record, activities)
    if needs:
        made["needs"] = [f"/api/projects/needs/{need_id}" for need_id in needs]
    return made
