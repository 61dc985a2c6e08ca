"""How long a notice lies open and how soon an objection is answered, as dated data with their source."""

from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated
from procedures.calendar import working_days_after


class Unit(StrEnum):
    """期限单位."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"


class Window(BaseModel):
    """公示期."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    days: int
    unit: Unit

    def last_day(self, opened_on: date) -> date:
        """The last whole day; the day on which the notice opens is not counted."""
        if self.unit is Unit.WORKING_DAYS:
            return working_days_after(opened_on, self.days)
        return opened_on + timedelta(days=self.days)


class NoticeRule(Dated):
    """公示与异议的期限."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "notice.toml"

    award: Window
    grade: Window
    star: Window
    answer: Window  # of an objection, from the day it was raised
