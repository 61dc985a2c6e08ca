"""Numbers of law and policy as dated data with their source; never literals in a rule."""

import tomllib
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict

from chassis.problems import Problem

FOLDER = Path(__file__).resolve().parents[1] / "data"


class NoRuleInForce(Problem):
    """当日没有可适用的规定。"""


class Dated(BaseModel):
    """One rule set, in force from a day until (excluding) another."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    FILE: ClassVar[str]

    valid_from: date
    valid_to: date | None = None
    source: str
    assumption: bool

    @classmethod
    def on(cls, day: date) -> Self:
        """The rule set of a day."""
        for rule in _rules(cls):
            if rule.valid_from <= day and (rule.valid_to is None or day < rule.valid_to):
                assert isinstance(rule, cls)  # noqa: S101 - `_rules` made it of this class
                return rule
        raise NoRuleInForce


@cache
def _rules(kind: type[Dated]) -> list[Dated]:
    read = tomllib.loads((FOLDER / kind.FILE).read_text(encoding="utf-8"))
    return [kind.model_validate(each) for each in read["rule"]]


class MinorPolicy(Dated):
    """未成年人规定."""

    FILE = "minors.toml"

    consent_at_registration_under: int
    consent_per_activity_under: int

    def asks_at_registration(self, age: int) -> bool:
        """Whether a guardian consents when the child registers."""
        return age < self.consent_at_registration_under

    def asks_per_activity(self, age: int) -> bool:
        """Whether a guardian consents to each activity."""
        return self.consent_at_registration_under <= age < self.consent_per_activity_under


class Band(BaseModel, extra="forbid", frozen=True):
    """一个年龄段, up to an age."""

    under: int
    name: str


class AgeBands(Dated):
    """年龄段."""

    FILE = "age_bands.toml"

    band: list[Band]
    oldest: str

    def of(self, age: int) -> str:
        """The span of years that facts and figures may know."""
        return next((band.name for band in self.band if age < band.under), self.oldest)


class AttendanceRule(Dated):
    """签到规定."""

    FILE = "attendance.toml"

    code_seconds: int
    code_tolerance: int
    radius_metres: int
    opens_minutes_before: int
    closes_minutes_after: int

    def window(self, starts_at: datetime, ends_at: datetime) -> tuple[datetime, datetime]:
        """From when to when an activity's volunteers check in and out."""
        before, after = timedelta(minutes=self.opens_minutes_before), timedelta(minutes=self.closes_minutes_after)
        return starts_at - before, ends_at + after


class HoursRule(Dated):
    """时长规定."""

    FILE = "hours.toml"

    manual_most_minutes: int
    manual_most_minutes_a_month: int
