"""The facts about a survey, by what it asks about."""

from typing import Any

from assessment import facts
from assessment.survey.model import Subject, Survey
from assessment.survey.result import bound_of, may_show, rule_of, stage_result

Opened = facts.SurveyOpened | facts.StageSurveyOpened
Answered = facts.SurveyAnswered | facts.StageSurveyAnswered
Corrected = facts.SurveyCorrected | facts.StageSurveyCorrected
Closed = facts.SurveyClosed | facts.StageSurveyClosed

COUNTS = ("area_id", "scope_key", "project_id", "drawn", "answered")
NAMED = {Subject.ACTIVITY: ("activity_id",), Subject.CONTRACT_STAGE: ("acceptance_id", "contract_id", "stage_no")}


def said(survey: Survey) -> dict[str, Any]:
    """What every fact about a survey says."""
    return {"survey_id": survey.id} | {name: getattr(survey, name) for name in (*COUNTS, *NAMED[survey.subject])}


def _of_stage(survey: Survey) -> dict[str, Any]:
    return {**said(survey), **stage_result(survey), "rule_source": rule_of(survey).source}


def opened(survey: Survey) -> Opened:
    """It was opened."""
    if survey.subject is Subject.CONTRACT_STAGE:
        return facts.StageSurveyOpened(**_of_stage(survey))
    return facts.SurveyOpened(**said(survey), satisfied=0, bound=None)


def answered(survey: Survey) -> Answered:
    """Somebody has answered."""
    if survey.subject is Subject.CONTRACT_STAGE:
        return facts.StageSurveyAnswered(**said(survey))
    return facts.SurveyAnswered(**said(survey))


def corrected(survey: Survey) -> Corrected:
    """Somebody has corrected their answer."""
    if survey.subject is Subject.CONTRACT_STAGE:
        return facts.StageSurveyCorrected(**said(survey))
    return facts.SurveyCorrected(**said(survey))


def closed(survey: Survey) -> Closed:
    """It was closed, with a result where it may be shown."""
    if survey.subject is Subject.CONTRACT_STAGE:
        return facts.StageSurveyClosed(**_of_stage(survey))
    satisfied = survey.satisfied if may_show(survey) else None
    return facts.SurveyClosed(**said(survey), satisfied=satisfied, bound=bound_of(survey))
