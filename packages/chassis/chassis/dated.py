"""Numbers of law and policy as dated data with their source; never literals in a rule.

Where no document fixes a number, it is the platform's own default and its rule set says so: `assumption = true`.
"""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict

from chassis.problems import Problem


class NoRuleInForce(Problem):
    """当日没有可适用的规定。"""


class Dated(BaseModel):
    """规则集: in force from a day until a later one begins or until (excluding) its own end; `FILE` holds them all."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    FILE: ClassVar[Path]

    valid_from: date
    valid_to: date | None = None
    source: str
    assumption: bool

    @classmethod
    def on(cls, day: date) -> Self:
        """The rule set of a day; `NoRuleInForce` where none has begun or the last has ended."""
        begun = [rule for rule in _rules(cls) if rule.valid_from <= day]
        if not begun or (begun[-1].valid_to is not None and begun[-1].valid_to <= day):
            raise NoRuleInForce
        found = begun[-1]
        assert isinstance(found, cls)  # noqa: S101 - `_rules` made it of this class
        return found


@cache
def _rules(kind: type[Dated]) -> list[Dated]:
    read = tomllib.loads(kind.FILE.read_text(encoding="utf-8"))
    return sorted((kind.model_validate(each) for each in read["rule"]), key=lambda rule: rule.valid_from)
