"""How soon an acceptance is inspected and how long a correction may take, as dated data."""

from pathlib import Path

from chassis.dated import Dated
from procedures.notice.dated import Window


class AcceptanceRule(Dated):
    """验收期限."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "acceptance.toml"

    inspection: Window
    correction: Window
