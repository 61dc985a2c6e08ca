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
