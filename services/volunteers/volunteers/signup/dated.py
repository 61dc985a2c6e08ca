"""The dated rules of moving up from the waiting list and of places beyond the plan (递补、余量)."""

from datetime import datetime, timedelta

from chassis.dated import Dated
from volunteers.dated import DATA


class PromotionRule(Dated):
    """候补递补规定."""

    FILE = DATA / "promotion.toml"

    answer_when_hours_before: int
    answer_minutes: int

    def answer_by(self, at: datetime, starts_at: datetime) -> datetime | None:
        """Until when somebody who moves up now must say that they come; none where the start is far off."""
        if starts_at - at > timedelta(hours=self.answer_when_hours_before):
            return None
        return min(at + timedelta(minutes=self.answer_minutes), starts_at)


class MarginRule(Dated):
    """计划人数以外的余量."""

    FILE = DATA / "margin.toml"

    margin_percent: int
    margin_least: int

    def most(self, wanted: int) -> int:
        """How many may be in where somebody on the spot answers for it."""
        return wanted + max(self.margin_least, wanted * self.margin_percent // 100)
