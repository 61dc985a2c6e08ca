"""How the result of a survey looks, to whoever computes it again; what is withheld, and why."""

from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel

from assessment.survey.dated import StageRule
from assessment.survey.model import Survey
from assessment.survey.result import may_show, rule_of, stage_result


class Withheld(StrEnum):
    """结果暂不显示的原因."""

    OPEN = "open"
    SMALL_GROUP = "small_group"


def withheld(survey: Survey) -> Withheld | None:
    """Why a result is not shown, if it is not."""
    if survey.closed_at is None:
        return Withheld.OPEN
    return None if may_show(survey) else Withheld.SMALL_GROUP


class StageShare(BaseModel):
    """阶段支付比例: how the scores pay a contract's stage; whoever has the scores can compute it again.

    `bound_ppm` is the one-sided Wilson lower bound with the quantile given, rounded down; the share is the whole from
    `full_from_ppm` on, the least up to `least_to_ppm`, and rises in a line between; none with too few answers.
    """

    satisfied_from: int
    quantile_ppm: int
    full_from_ppm: int
    least_to_ppm: int
    least_share_ppm: int
    least_answers: int
    bound_ppm: int | None
    share_ppm: int | None


def stage_share(survey: Survey) -> StageShare | None:
    """By the rule set that the survey was opened by; none of an activity's."""
    rule, shown = rule_of(survey), stage_result(survey)
    if not isinstance(rule, StageRule):
        return None
    numbers = {name: getattr(rule, name) for name in StageShare.model_fields if name not in shown}
    return StageShare(**numbers, bound_ppm=shown["bound_ppm"], share_ppm=shown["share_ppm"])


class ResultsView(BaseModel):
    """调查结果: how many gave each score from 1 to 5, and what was said; nothing where too few answered."""

    survey_id: UUID
    answered: int
    withheld: Withheld | None
    scores: list[int] | None
    comments: list[str] | None
    stage: StageShare | None
    settings_source: str
    settings_are_assumed: bool
