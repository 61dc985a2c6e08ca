"""How surveys are drawn, counted and shown, as dated data with its source."""

from datetime import timedelta
from pathlib import Path

from chassis.dated import Dated


class SurveyRule(Dated):
    """调查规则."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "survey_rules.toml"

    sample_size: int
    open_days: int
    satisfied_from: int
    confidence: float
    small_group: int
    least_open_hours: int

    @property
    def least_open(self) -> timedelta:
        """How long a survey stays open by the wall clock, also one opened after its time by the calendar."""
        return timedelta(hours=self.least_open_hours)


class StageRule(SurveyRule):
    """阶段调查规则: of the survey of a contract's stage, and what of the stage's amount its result pays."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "stage_rules.toml"

    quantile_ppm: int
    full_from_ppm: int
    least_to_ppm: int
    least_share_ppm: int
    least_answers: int
