"""The lawful conditions of a filing (备案条件), as dated data with their source."""

import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from registry.organisation.model import Kind

FILE = Path(__file__).resolve().parents[2] / "data" / "filing_conditions.toml"


class Numbers(BaseModel):
    """The least numbers for one kind: natural or legal initiators, and members (for a service body: staff)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    natural_initiators: int
    legal_initiators: int
    members: int


class Conditions(BaseModel):
    """One rule set, in force from a day until (excluding) another."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    valid_from: date
    valid_to: date | None = None
    source: str
    assumption: bool
    name_endings: list[str]
    social_association: Numbers
    social_service_org: Numbers

    def numbers(self, kind: Kind) -> Numbers:
        """The numbers for a kind of organisation."""
        return self.social_association if kind is Kind.SOCIAL_ASSOCIATION else self.social_service_org


@lru_cache(maxsize=1)
def _sets() -> list[Conditions]:
    return [Conditions.model_validate(each) for each in tomllib.loads(FILE.read_text(encoding="utf-8"))["set"]]


def in_force(on: date) -> Conditions | None:
    """The rule set of a day; none when the day lies before every known rule."""
    return next(
        (each for each in _sets() if each.valid_from <= on and (each.valid_to is None or on < each.valid_to)), None
    )
