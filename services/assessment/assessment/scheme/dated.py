"""The platform's own scheme as dated data: what a draft begins with."""

from pathlib import Path

from assessment.scheme.items import Item
from assessment.scheme.scoring import Scoring
from chassis.dated import Dated


class Listed(Item):
    """An item of the file, which has no word for nothing."""

    indicator: str | None = None
    scoring: Scoring | None = None


class SchemeRule(Dated):
    """默认考核方案: assessed units by their codes, items with weights, and the time limits in working days."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "scheme.toml"

    title: str
    units: list[str]
    report_days: int
    objection_days: int
    decision_days: int
    item: list[Listed]
