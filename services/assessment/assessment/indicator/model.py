"""The indicators and their dated definitions: formula, facts, numerator and denominator in words, unit, source."""

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import NoRuleInForce

FILE = Path(__file__).resolve().parents[2] / "data" / "indicators.toml"


class Indicator(StrEnum):
    """指标, in the order in which they are listed."""

    ORG_COVERAGE = "org_coverage"
    ORG_AVERAGE = "org_average"
    ORG_AVG_RURAL = "org_avg_rural"
    ORG_AVG_URBAN = "org_avg_urban"
    ORG_TOTAL = "org_total"
    CATEGORY_BALANCE = "category_balance"
    FILED_TO_REGISTERED = "filed_to_registered"
    VOLUNTEER_RATIO = "volunteer_ratio"
    VOLUNTEER_ACTIVE_RATIO = "volunteer_active_ratio"
    HOURS = "hours"
    HOURS_PER_HEAD = "hours_per_head"
    SW_PER_10K = "sw_per_10k"
    POST_COVERAGE = "post_coverage"
    FACILITY_COVERAGE = "facility_coverage"
    NEEDS_ANSWERED = "needs_answered"
    DELIBERATION_CLOSURE = "deliberation_closure"
    SATISFACTION = "satisfaction"
    PURCHASE_SATISFACTION = "purchase_satisfaction"
    FUND_EXECUTION = "fund_execution"
    BUDGET_GROWTH = "budget_growth"


class Unit(StrEnum):
    """计量单位."""

    RATIO = "ratio"
    ORGANISATIONS_PER_COMMUNITY = "organisations_per_community"
    ORGANISATIONS = "organisations"
    HOURS = "hours"
    HOURS_PER_VOLUNTEER = "hours_per_volunteer"
    PER_10K = "per_10k"


class Window(StrEnum):
    """口径期间: up to the day, twelve months that roll, or the calendar year."""

    DAY = "day"
    ROLLING = "rolling"
    YEAR = "year"


class Definition(BaseModel):
    """指标定义, in force from a day until a later one of the same code; `computed_by` names the code."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Indicator
    name: str
    formula: str
    numerator: str
    denominator: str | None = None
    unit: Unit
    window: Window
    forecast: bool = True
    computed_by: str
    facts: list[str]
    caution: str
    valid_from: date
    source: str
    assumption: bool


@cache
def definitions() -> tuple[Definition, ...]:
    """Every definition of the file, the earlier before the later."""
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))["indicator"]
    return tuple(sorted((Definition.model_validate(each) for each in read), key=lambda each: each.valid_from))


@cache
def defined(indicator: Indicator, on: date) -> Definition:
    """The definition in force on a day."""
    begun = [each for each in definitions() if each.code is indicator and each.valid_from <= on]
    if not begun:
        raise NoRuleInForce
    return begun[-1]
