"""How figures look back, as dated data with its source."""

from pathlib import Path

from chassis.dated import Dated


class FigureRule(Dated):
    """指标口径."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "figure_rules.toml"

    window_months: int
