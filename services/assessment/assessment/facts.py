"""The facts that the assessment service tells."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from chassis.facts import Fact
from chassis.tasks import TaskFact


class TargetSet(Fact):
    """指标目标已设定; `period` runs from the first day to the deadline (ISO 8601, `..` where there is none)."""

    TYPE = "assessment.target.set.v1"
    SUBJECT = "target_id"

    target_id: UUID
    indicator: str
    organ_kind: str | None
    value: float
    period: str


class _OutsideCountFact(Fact):
    """What every fact about an outside count says: which system counted what, how many, when, and where it says so."""

    SUBJECT: ClassVar[str] = "outside_count_id"

    outside_count_id: UUID
    system: str
    counts: str
    value: int
    counted_on: date
    source: str


class OutsideCountEntered(_OutsideCountFact):
    """外部统计数已登记."""

    TYPE = "assessment.outside_count.entered.v1"


class OutsideCountWithdrawn(_OutsideCountFact):
    """外部统计数已撤回."""

    TYPE = "assessment.outside_count.withdrawn.v1"


class _SurveyFact(Fact):
    """What every fact about a survey says: counts, never who answered what."""

    SUBJECT: ClassVar[str] = "survey_id"

    survey_id: UUID
    activity_id: UUID
    project_id: UUID
    drawn: int
    answered: int


class SurveyOpened(_SurveyFact):
    """满意度调查已开启."""

    TYPE = "assessment.survey.opened.v1"

    satisfied: int
    bound: float | None


class SurveyExtended(_SurveyFact):
    """满意度调查已补抽: more participants were recorded while its time ran; one that had closed early goes on."""

    TYPE = "assessment.survey.extended.v1"


class SurveyAnswered(_SurveyFact):
    """满意度调查收到一份答卷."""

    TYPE = "assessment.survey.answered.v1"


class SurveyCorrected(_SurveyFact):
    """满意度调查有一份答卷被本人更正."""

    TYPE = "assessment.survey.corrected.v1"


class SurveyClosed(_SurveyFact):
    """满意度调查已结束; `satisfied` and `bound` are null where so few have answered that one could be told."""

    TYPE = "assessment.survey.closed.v1"

    satisfied: int | None
    bound: float | None


class _StageSurveyFact(Fact):
    """What every fact about the survey of a contract's stage says: counts, never who answered what."""

    SUBJECT: ClassVar[str] = "survey_id"

    survey_id: UUID
    acceptance_id: UUID
    contract_id: UUID
    project_id: UUID
    stage_no: int
    drawn: int
    answered: int


class _StageSurveyResult(_StageSurveyFact):
    """What the stage's payment is computed from: `share_ppm` of its amount is paid, where enough have answered."""

    satisfied: int | None
    bound_ppm: int | None
    share_ppm: int | None
    rule_source: str


class StageSurveyOpened(_StageSurveyResult):
    """合同阶段满意度调查已开启; there is no result yet."""

    TYPE = "assessment.stage_survey.opened.v1"


class StageSurveyAnswered(_StageSurveyFact):
    """合同阶段满意度调查收到一份答卷."""

    TYPE = "assessment.stage_survey.answered.v1"


class StageSurveyCorrected(_StageSurveyFact):
    """合同阶段满意度调查有一份答卷被本人更正."""

    TYPE = "assessment.stage_survey.corrected.v1"


class StageSurveyClosed(_StageSurveyResult):
    """合同阶段满意度调查已结束; without a share so few have answered that two people decide."""

    TYPE = "assessment.stage_survey.closed.v1"


class TaskOpened(TaskFact):
    """待办已产生."""

    TYPE = "assessment.task.opened.v1"


class TaskClosed(TaskFact):
    """待办已办结."""

    TYPE = "assessment.task.closed.v1"
