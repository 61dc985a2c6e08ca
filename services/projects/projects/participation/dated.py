"""How participation is recorded (参与登记规则), as dated settings with their source."""

from datetime import timedelta
from pathlib import Path

from chassis.dated import Dated


class ParticipationRule(Dated):
    """参与登记规则."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "participation.toml"

    recording_hours: int
    code_seconds: int
    code_steps_either_side: int
    wrong_codes_a_minute: int

    @property
    def recording(self) -> timedelta:
        """How long after its planned end participation in an activity may still be recorded."""
        return timedelta(hours=self.recording_hours)
