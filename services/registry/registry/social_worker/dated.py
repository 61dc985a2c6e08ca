"""How long a registration lasts and what its renewal needs, as dated data with their source."""

from datetime import date
from pathlib import Path

from chassis.dated import Dated
from registry.social_worker.model import Level


class RegistrationRule(Dated):
    """登记规定: `hours` of continuing education a validity, `years` a registration lasts."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "social_worker_registration.toml"

    renewal_opens_days_before_end: int
    years: int
    hours: dict[Level, int]

    def end(self, start: date) -> date:
        """The first day on which a registration that began on `start` no longer holds."""
        try:
            return start.replace(year=start.year + self.years)
        except ValueError:  # 29 February
            return start.replace(year=start.year + self.years, month=3, day=1)
