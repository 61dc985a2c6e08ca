"""How figures look back, as dated data with its source."""

import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FILE = Path(__file__).resolve().parents[2] / "data" / "figure_rules.toml"


class Settings(BaseModel):
    """指标口径, in force from a day until a later set begins."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    valid_from: date
    source: str
    assumption: bool
    window_months: int


@lru_cache(maxsize=1)
def _sets() -> list[Settings]:
    listed = tomllib.loads(FILE.read_text(encoding="utf-8"))["set"]
    return sorted((Settings.model_validate(each) for each in listed), key=lambda each: each.valid_from)


def in_force(on: date) -> Settings:
    """The set of a day; before the first one, the first."""
    begun = [each for each in _sets() if each.valid_from <= on]
    return begun[-1] if begun else _sets()[0]
