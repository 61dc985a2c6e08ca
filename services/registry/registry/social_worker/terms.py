"""How long a registration lasts and what its renewal needs, as dated data with their source."""

import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from registry.social_worker.model import Level

FILE = Path(__file__).resolve().parents[2] / "data" / "social_worker_registration.toml"


class Terms(BaseModel):
    """One rule set; `hours` of continuing education a validity, `years` a registration lasts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    valid_from: date
    valid_to: date | None = None
    source: str
    renewal_opens_days_before_end: int
    years: int
    hours: dict[Level, int]

    def end(self, start: date) -> date:
        """The first day on which a registration that began on `start` no longer holds."""
        try:
            return start.replace(year=start.year + self.years)
        except ValueError:  # 29 February
            return start.replace(year=start.year + self.years, month=3, day=1)


@lru_cache(maxsize=1)
def _sets() -> list[Terms]:
    return [Terms.model_validate(each) for each in tomllib.loads(FILE.read_text(encoding="utf-8"))["set"]]


def in_force(on: date) -> Terms | None:
    """The rule set of a day."""
    return next(
        (each for each in _sets() if each.valid_from <= on and (each.valid_to is None or on < each.valid_to)), None
    )
