"""How long the files of lists stay, as dated data with its source."""

from datetime import timedelta
from pathlib import Path

from chassis.dated import Dated


class ListRule(Dated):
    """名单文件的保存期限."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "bulk.toml"

    kept_days: int

    @property
    def kept(self) -> timedelta:
        """From when a list was laid, or one to take away was asked for."""
        return timedelta(days=self.kept_days)
