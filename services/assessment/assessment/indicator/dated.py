"""How figures look back and ahead, as dated data with its source."""

from pathlib import Path

from chassis.dated import Dated


class FigureRule(Dated):
    """指标口径."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "figure_rules.toml"

    window_months: int
    active_minutes: int
    pace_months: int
    forecast_months: int
    forecast_least_months: int
    forecast_confidence: float
    forecast_least_tried: int
    forecast_least_held: float
