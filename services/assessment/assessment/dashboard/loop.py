"""The linkage loop of a year: how many came through each step, and how long the next ones have been waiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, cast, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.figure.measured import MINUTES_PER_HOUR
from assessment.figure.steps import Step
from assessment.reading.counting import UNCOUNTED, courses
from assessment.reading.model import Counted, HoursCopy, NeedCopy, ProjectCopy
from assessment.reading.stages import ACCEPTANCE, CONTRACT, PAYMENT, StageCopy
from assessment.survey.model import Survey
from chassis.access import inside
from chassis.clock import CITY
from chassis.tables import AreaCopy

COUNTED: dict[Step, Counted] = {
    Step.NEEDS: Counted.NEEDS,
    Step.PROJECTS: Counted.PROJECTS,
    Step.ACTIVITIES: Counted.ACTIVITIES,
    Step.SIGNUPS: Counted.SIGNUPS,
    Step.HOURS: Counted.MINUTES,
}
STAGES: dict[Step, str] = {Step.CONTRACTS: CONTRACT, Step.ACCEPTANCES: ACCEPTANCE, Step.PAYMENTS: PAYMENT}


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait at a step, and for how many days (the median)."""

    count: int
    median_days: float | None


def _closed_on() -> ColumnElement[date]:
    return cast(func.timezone(CITY.key, Survey.closed_at), Date)


def _opened_on() -> ColumnElement[date]:
    return cast(func.timezone(CITY.key, Survey.opened_at), Date)


def _queues() -> dict[Step, tuple[Any, Any, Sequence[ColumnElement[bool]]]]:
    """At each step: what waits there, since when, and how it is told. Nobody waits to sign up."""
    unapproved = ProjectCopy.state.in_(("proposed", "revised", "submitted", "returned"))
    unconfirmed = HoursCopy.state.in_(("proposed", "disputed"))
    undone = [StageCopy.done_on.is_(None), StageCopy.left_on.is_(None)]
    return {
        Step.NEEDS: (NeedCopy, NeedCopy.raised_on, [NeedCopy.left_on.is_(None), NeedCopy.answered_on.is_(None)]),
        Step.PROJECTS: (ProjectCopy, ProjectCopy.proposed_on, [unapproved]),
        Step.ACTIVITIES: (
            ProjectCopy,
            ProjectCopy.approved_on,
            [ProjectCopy.state == "approved", ProjectCopy.first_held_on.is_(None)],
        ),
        Step.HOURS: (HoursCopy, HoursCopy.proposed_on, [unconfirmed]),
        Step.SURVEYS: (Survey, _opened_on(), [Survey.closed_at.is_(None)]),
        **{step: (StageCopy, StageCopy.begun_on, [StageCopy.kind == kind, *undone]) for step, kind in STAGES.items()},
    }


async def waiting(tx: AsyncSession, area: AreaCopy, day: date) -> dict[Step, Waiting]:
    """The queue before each step on a day."""
    found = {}
    for step, (model, since, conditions) in _queues().items():
        days = literal(day, Date) - since
        query = select(func.count(), func.percentile_cont(0.5).within_group(days)).where(
            inside(model, area.scope_key), since <= day, *conditions
        )
        count, median = (await tx.execute(query)).one()
        found[step] = Waiting(count, None if median is None else round(float(median), 1))
    return found


async def passed(tx: AsyncSession, area: AreaCopy, day: date) -> dict[Step, float]:
    """How many came through each step since New Year."""
    new_year = day.replace(month=1, day=1)
    counted = await courses(tx, [area.scope_key], list(COUNTED.values()), day)
    went = {step: counted[name].get(area.scope_key, UNCOUNTED) for step, name in COUNTED.items()}
    counts: dict[Step, float] = {step: course.between(new_year, day) for step, course in went.items()}
    counts[Step.HOURS] = round(counts[Step.HOURS] / MINUTES_PER_HOUR, 1)
    closed = select(func.count()).where(inside(Survey, area.scope_key), _closed_on().between(new_year, day))
    counts[Step.SURVEYS] = await tx.scalar(closed) or 0
    done = inside(StageCopy, area.scope_key), StageCopy.done_on.between(new_year, day)
    stages = await tx.execute(select(StageCopy.kind, func.count()).where(*done).group_by(StageCopy.kind))
    of_kind = {row[0]: row[1] for row in stages}
    return counts | {step: of_kind.get(kind, 0) for step, kind in STAGES.items()}


def stuck(queues: dict[Step, Waiting]) -> Step | None:
    """The step with the longest median wait; none where nothing waits."""
    longest = max(queues.items(), key=lambda each: each[1].median_days or 0.0, default=None)
    return longest[0] if longest and longest[1].median_days else None
