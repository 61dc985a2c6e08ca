"""How participation is recorded (参与登记规则), as dated settings with their source."""

import tomllib
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FILE = Path(__file__).resolve().parents[2] / "data" / "participation.toml"


class Terms(BaseModel):
    """One set, in force from a day until (excluding) another."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    valid_from: date
    valid_to: date | None = None
    source: str
    assumption: bool
    recording_hours: int
    code_seconds: int
    code_steps_either_side: int
    wrong_codes_a_minute: int

    @property
    def recording(self) -> timedelta:
        """How long after its planned end participation in an activity may still be recorded."""
        return timedelta(hours=self.recording_hours)


@lru_cache(maxsize=1)
def _sets() -> list[Terms]:
    return [Terms.model_validate(each) for each in tomllib.loads(FILE.read_text(encoding="utf-8"))["set"]]


def in_force(on: date) -> Terms:
    """The set of a day; the first one also for the days before it."""
    sets = _sets()
    return next((each for each in sets if each.valid_from <= on and (not each.valid_to or on < each.valid_to)), sets[0])
