"""Which records stand behind a figure or a step of the loop, and where each is found at its owner."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, cast, func, or_, select
from sqlalchemy.orm import aliased

from assessment.figure.indicators import Indicator, Step
from assessment.figure.months import window
from assessment.reading.model import (
    ActivityCopy,
    HoursCopy,
    NeedCopy,
    OrganisationCopy,
    ProjectCopy,
    SignupCopy,
    VolunteerCopy,
)
from assessment.survey.model import Survey
from assessment.target.model import OrganKind
from assessment.target.rules import ORDINARY
from chassis.clock import CITY
from chassis.tables import AreaCopy

Conditions = Callable[[date], Sequence[ColumnElement[bool]]]


@dataclass(frozen=True, slots=True)
class Source:
    """The records behind one figure: which model, which of its rows on a day, and the owner's path to one."""

    model: Any
    path: str
    conditions: Conditions


def _subject_communities() -> ColumnElement[bool]:
    above = aliased(AreaCopy)
    subjects = (
        select(AreaCopy.id)
        .join(above, above.id == AreaCopy.parent_id)
        .where(AreaCopy.organ_kind.in_(list(OrganKind)), above.organ_kind.in_(ORDINARY))
    )
    return OrganisationCopy.area_id.in_(subjects)


def _organisations(day: date) -> Sequence[ColumnElement[bool]]:
    ended = OrganisationCopy.valid_to
    return [OrganisationCopy.valid_from <= day, or_(ended.is_(None), ended > day), _subject_communities()]


def _hours(first: date, day: date) -> Sequence[ColumnElement[bool]]:
    return [HoursCopy.state == "confirmed", HoursCopy.confirmed_on >= first, HoursCopy.confirmed_on <= day]


def _surveys(first: date, day: date) -> Sequence[ColumnElement[bool]]:
    on = cast(func.timezone(CITY.key, Survey.closed_at), Date)
    return [Survey.closed_at.is_not(None), on >= first, on <= day]


def _needs(day: date) -> Sequence[ColumnElement[bool]]:
    return [NeedCopy.left_on.is_(None), NeedCopy.raised_on <= day]


def _new_year(day: date) -> date:
    return day.replace(month=1, day=1)


ORGANISATIONS = Source(OrganisationCopy, "/api/registry/organisations", _organisations)

SOURCES: dict[Indicator | Step, Source] = {
    Indicator.ORG_COVERAGE: ORGANISATIONS,
    Indicator.ORG_AVERAGE: ORGANISATIONS,
    Indicator.ORG_TOTAL: ORGANISATIONS,
    Indicator.VOLUNTEER_RATIO: Source(
        VolunteerCopy,
        "/api/volunteers/volunteers",
        lambda day: [
            VolunteerCopy.registered_on <= day,
            or_(VolunteerCopy.withdrawn_on.is_(None), VolunteerCopy.withdrawn_on > day),
        ],
    ),
    Indicator.SATISFACTION: Source(
        Survey,
        "/api/assessment/surveys",
        lambda day: [*_surveys(window(day), day), Survey.activity_id.is_not(None)],
    ),
    Indicator.HOURS: Source(HoursCopy, "/api/volunteers/hours", lambda day: _hours(window(day), day)),
    Indicator.NEEDS_ANSWERED: Source(NeedCopy, "/api/projects/needs", _needs),
    Step.NEEDS: Source(
        NeedCopy, "/api/projects/needs", lambda day: [*_needs(day), NeedCopy.raised_on >= _new_year(day)]
    ),
    Step.PROJECTS: Source(
        ProjectCopy,
        "/api/projects/projects",
        lambda day: [ProjectCopy.approved_on >= _new_year(day), ProjectCopy.approved_on <= day],
    ),
    Step.ACTIVITIES: Source(
        ActivityCopy,
        "/api/projects/activities",
        lambda day: [ActivityCopy.held_on >= _new_year(day), ActivityCopy.held_on <= day],
    ),
    Step.SIGNUPS: Source(
        SignupCopy,
        "/api/volunteers/signups",
        lambda day: [SignupCopy.held_from >= _new_year(day), SignupCopy.held_from <= day],
    ),
    Step.HOURS: Source(HoursCopy, "/api/volunteers/hours", lambda day: _hours(_new_year(day), day)),
    Step.SURVEYS: Source(Survey, "/api/assessment/surveys", lambda day: _surveys(_new_year(day), day)),
}


def need_ids(record: Any, activities: dict[UUID, list[UUID]]) -> list[UUID]:  # noqa: ANN401 - any copy
    """The needs that a record leads back to: its own, or those of the activity it belongs to."""
    own: list[UUID] | None = getattr(record, "need_ids", None)
    return own if own is not None else activities.get(getattr(record, "activity_id", record.id), [])
