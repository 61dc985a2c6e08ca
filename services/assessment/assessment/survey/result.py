"""What a survey says once it is closed: nothing where too few have answered, and of a stage what is paid of it."""

from assessment.survey.bound import lower_bound
from assessment.survey.dated import StageRule, SurveyRule
from assessment.survey.model import Subject, Survey
from assessment.survey.share import bound_ppm, share_ppm
from chassis import clock

RULES: dict[Subject, type[SurveyRule]] = {Subject.ACTIVITY: SurveyRule, Subject.CONTRACT_STAGE: StageRule}


def rule_of(survey: Survey) -> SurveyRule:
    """The rule set by which a survey was opened."""
    return RULES[survey.subject].on(clock.day(survey.opened_at))


def may_show(survey: Survey) -> bool:
    """Small-group guard: a result is shown when the survey is closed and enough people have answered."""
    return survey.closed_at is not None and survey.answered >= rule_of(survey).small_group


def bound_of(survey: Survey) -> float | None:
    """The lower bound of satisfaction; none where too few have answered."""
    rule = rule_of(survey)
    if survey.answered < rule.small_group:
        return None
    return lower_bound(survey.satisfied, survey.answered, rule.confidence)


def stage_result(survey: Survey) -> dict[str, int | None]:
    """The result of a contract's stage, bound and share in parts per million."""
    rule = rule_of(survey)
    if not isinstance(rule, StageRule) or not may_show(survey):
        return dict.fromkeys(("satisfied", "bound_ppm", "share_ppm"))
    return {
        "satisfied": survey.satisfied,
        "bound_ppm": bound_ppm(survey.satisfied, survey.answered, rule.quantile_ppm),
        "share_ppm": share_ppm(survey.satisfied, survey.answered, rule),
    }
