"""The dated rules of volunteering: minors, age bands, teams, pairing, checking in and out, hours."""

import calendar
from datetime import date, datetime, timedelta
from pathlib import Path

from pydantic import BaseModel

from chassis.dated import Dated

DATA = Path(__file__).resolve().parents[1] / "data"
YEAR = 12


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    years, month = divmod(day.month - 1 + months, YEAR)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


class MinorPolicy(Dated):
    """未成年人规定."""

    FILE = DATA / "minors.toml"

    basis: str
    companion_under: int
    consent_at_registration_under: int
    consent_per_activity_under: int
    consent_to_join_under: int

    def asks_at_registration(self, age: int) -> bool:
        """Whether a guardian consents when the child registers."""
        return age < self.consent_at_registration_under

    def needs_companion(self, age: int) -> bool:
        """Whether an adult comes along, who says so with the sign-up."""
        return age < self.companion_under

    def asks_per_activity(self, age: int) -> bool:
        """Whether a guardian consents to each activity."""
        return self.consent_at_registration_under <= age < self.consent_per_activity_under

    def asks_to_join(self, age: int) -> bool:
        """Whether a guardian consents to joining a team."""
        return age < self.consent_to_join_under


class Band(BaseModel, extra="forbid", frozen=True):
    """一个年龄段."""

    name: str
    title: str


class BandUnder(Band):
    """一个年龄段, up to an age."""

    under: int


class AgeBands(Dated):
    """年龄段."""

    FILE = DATA / "age_bands.toml"

    band: list[BandUnder]
    oldest: Band

    def of(self, age: int) -> Band:
        """The span of years that facts and figures may know."""
        return next((band for band in self.band if age < band.under), self.oldest)


class AttendanceRule(Dated):
    """签到规定."""

    FILE = DATA / "attendance.toml"

    code_seconds: int
    code_tolerance: int
    radius_metres: int
    opens_minutes_before: int
    closes_minutes_after: int
    late_minutes: int

    def window(self, starts_at: datetime, ends_at: datetime) -> tuple[datetime, datetime]:
        """From when to when an activity's volunteers check in and out."""
        before, after = timedelta(minutes=self.opens_minutes_before), timedelta(minutes=self.closes_minutes_after)
        return starts_at - before, ends_at + after


class HoursRule(Dated):
    """时长规定."""

    FILE = DATA / "hours.toml"

    manual_most_minutes: int
    manual_most_minutes_a_month: int
    dispute_working_days: int


class CertificateRule(Dated):
    """志愿服务证明规定."""

    FILE = DATA / "certificates.toml"

    answer_days: int
    step_minutes: int
    filed_may_issue: bool


class TeamRule(Dated):
    """志愿服务队规定."""

    FILE = DATA / "teams.toml"

    leader_from: int


class PairingRule(Dated):
    """双工结对规定."""

    FILE = DATA / "pairing.toml"

    most_teams: int
    most_volunteers: int
    handover_days: int

    def handover_by(self, since: date) -> date:
        """The last day on which a team may be without a worker in service."""
        return since + timedelta(days=self.handover_days)
