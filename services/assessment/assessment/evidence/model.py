"""Which records stand behind a figure or a step of the loop in a period, and where each is found at its owner."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, cast, func, or_, select
from sqlalchemy.orm import aliased

from assessment.evidence.source import Conditions, Source
from assessment.figure.of_organisations import RURAL, URBAN
from assessment.figure.steps import Step
from assessment.indicator.dated import FigureRule
from assessment.indicator.model import Indicator, defined
from assessment.indicator.months import Period, rolling
from assessment.reading.model import (
    ActivityCopy,
    DeliberationCopy,
    FacilityCopy,
    HoursCopy,
    NeedCopy,
    PostCopy,
    ProjectCopy,
    ServiceMonthCopy,
    SignupCopy,
    VolunteerCopy,
)
from assessment.reading.organisations import OrganisationCopy
from assessment.reading.stages import ACCEPTANCE, CONTRACT, PAYMENT, BudgetCopy, PaymentCopy, StageCopy
from assessment.reading.terms import kind_on
from assessment.survey.dated import StageRule, SurveyRule
from assessment.survey.model import Survey
from assessment.target.model import OrganKind
from assessment.target.rules import ORDINARY
from chassis.clock import CITY
from chassis.tables import AreaCopy


def _in_subjects(model: Any, kinds: Sequence[str], on: date) -> ColumnElement[bool]:  # noqa: ANN401
    above = aliased(AreaCopy)
    subjects = (
        select(AreaCopy.id)
        .join(above, above.id == AreaCopy.parent_id)
        .where(kind_on(AreaCopy, on).in_(kinds), kind_on(above, on).in_(ORDINARY))
    )
    found: ColumnElement[bool] = model.area_id.in_(subjects)
    return found


def _lasting(model: Any, path: str, *kinds: str, anywhere: bool = False) -> Source:  # noqa: ANN401
    """What counts on the period's last day, in the communities that the rule of 5 and 10 speaks of."""

    def conditions(period: Period) -> Conditions:
        counts = model.days.contains(period.last)
        return [counts] if anywhere else [counts, _in_subjects(model, kinds or tuple(OrganKind), period.last)]

    return Source(model, path, conditions)


def _between(column: Any, period: Period) -> Conditions:  # noqa: ANN401
    return [column >= period.first, column <= period.last]


def _closed(period: Period) -> Conditions:
    on = cast(func.timezone(CITY.key, Survey.closed_at), Date)
    return [Survey.closed_at.is_not(None), *_between(on, period)]


def _about_activities(period: Period) -> Conditions:
    """Those that the figure counts: by its definition of the day all, or those that enough have answered."""
    of_all = defined(Indicator.SATISFACTION, period.last).computed_by == "satisfaction"
    least = 0 if of_all else SurveyRule.on(period.last).small_group
    return [*_closed(period), Survey.activity_id.is_not(None), Survey.answered >= least]


def _about_stages(period: Period) -> Conditions:
    least = StageRule.on(period.last).least_answers
    return [*_closed(period), Survey.acceptance_id.is_not(None), Survey.answered >= least]


def _hours(period: Period) -> Conditions:
    return [HoursCopy.state == "confirmed", *_between(HoursCopy.confirmed_on, period)]


def _stage(kind: str) -> Source:
    return Source(
        StageCopy,
        f"/api/projects/{kind}s",
        lambda period: [StageCopy.kind == kind, *_between(StageCopy.done_on, period)],
    )


def _registered(period: Period) -> Conditions:
    left = VolunteerCopy.withdrawn_on
    return [VolunteerCopy.registered_on <= period.last, or_(left.is_(None), left > period.last)]


def _active(period: Period) -> Conditions:
    served = (
        select(func.coalesce(func.sum(ServiceMonthCopy.minutes), 0))
        .where(ServiceMonthCopy.volunteer_id == VolunteerCopy.id)
        .where(*_between(ServiceMonthCopy.on_month, rolling(period.last)))
        .scalar_subquery()
    )
    return [*_registered(period), served >= FigureRule.on(period.last).active_minutes]


def _needs(period: Period) -> Conditions:
    return [NeedCopy.left_on.is_(None), NeedCopy.raised_on <= period.last]


ORGANISATION, HOURS, NEED = "/api/registry/organisations", "/api/volunteers/hours", "/api/projects/needs"
SURVEY, VOLUNTEER, POST = "/api/assessment/surveys", "/api/volunteers/volunteers", "/api/registry/posts"
ORGANISATIONS, CONFIRMED = (
    _lasting(OrganisationCopy, ORGANISATION),
    Source(HoursCopy, HOURS, _hours, (HoursCopy.confirmed_on,)),
)

SOURCES: dict[Indicator | Step, Source] = {
    Indicator.ORG_COVERAGE: ORGANISATIONS,
    Indicator.ORG_AVERAGE: ORGANISATIONS,
    Indicator.ORG_AVG_RURAL: _lasting(OrganisationCopy, ORGANISATION, RURAL),
    Indicator.ORG_AVG_URBAN: _lasting(OrganisationCopy, ORGANISATION, URBAN),
    Indicator.ORG_TOTAL: ORGANISATIONS,
    Indicator.CATEGORY_BALANCE: ORGANISATIONS,
    Indicator.FILED_TO_REGISTERED: Source(
        OrganisationCopy, ORGANISATION, lambda period: _between(OrganisationCopy.promoted_on, period)
    ),
    Indicator.VOLUNTEER_RATIO: Source(VolunteerCopy, VOLUNTEER, _registered),
    Indicator.VOLUNTEER_ACTIVE_RATIO: Source(VolunteerCopy, VOLUNTEER, _active),
    Indicator.HOURS: CONFIRMED,
    Indicator.HOURS_PER_HEAD: CONFIRMED,
    Indicator.SW_PER_10K: _lasting(PostCopy, POST, anywhere=True),
    Indicator.POST_COVERAGE: _lasting(PostCopy, POST),
    Indicator.FACILITY_COVERAGE: _lasting(FacilityCopy, "/api/registry/facilities"),
    Indicator.NEEDS_ANSWERED: Source(NeedCopy, NEED, _needs),
    Indicator.DELIBERATION_CLOSURE: Source(
        DeliberationCopy, "/api/projects/deliberations", lambda period: _between(DeliberationCopy.held_on, period)
    ),
    Indicator.SATISFACTION: Source(Survey, SURVEY, _about_activities),
    Indicator.PURCHASE_SATISFACTION: Source(Survey, SURVEY, _about_stages),
    Indicator.FUND_EXECUTION: Source(
        PaymentCopy,
        "/api/projects/payments",
        lambda period: [*_between(PaymentCopy.made_on, period), PaymentCopy.year == period.last.year],
    ),
    Indicator.BUDGET_GROWTH: Source(
        BudgetCopy, "/api/projects/budgets", lambda period: [BudgetCopy.year == period.last.year]
    ),
    Step.NEEDS: Source(NeedCopy, NEED, lambda period: [*_needs(period), NeedCopy.raised_on >= period.first]),
    Step.PROJECTS: Source(
        ProjectCopy, "/api/projects/projects", lambda period: _between(ProjectCopy.approved_on, period)
    ),
    Step.CONTRACTS: _stage(CONTRACT),
    Step.ACTIVITIES: Source(
        ActivityCopy, "/api/projects/activities", lambda period: _between(ActivityCopy.held_on, period)
    ),
    Step.SIGNUPS: Source(
        SignupCopy,
        "/api/volunteers/signups",
        lambda period: _between(SignupCopy.held_from, period),
        (SignupCopy.held_from,),
    ),
    Step.HOURS: CONFIRMED,
    Step.SURVEYS: Source(Survey, SURVEY, _closed),
    Step.ACCEPTANCES: _stage(ACCEPTANCE),
    Step.PAYMENTS: _stage(PAYMENT),
}


def need_ids(record: Any, activities: dict[UUID, list[UUID]]) -> list[UUID]:  # noqa: ANN401 - any copy
    """The needs that a record leads back to: its own, or those of the activity it belongs to."""
    own: list[UUID] | None = getattr(record, "need_ids", None)
    return own if own is not None else activities.get(getattr(record, "activity_id", record.id), [])
