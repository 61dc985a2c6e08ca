"""The limits of a contract and the grounds on which it may be changed, as dated data."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated


class Ground(BaseModel):
    """变更事由."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str
    article: str
    # Whether the contract may be worth more after a change on this ground.
    may_raise: bool


class ContractRule(Dated):
    """合同规则."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "contracts.toml"

    most_years: int
    most_increase_percent: int
    grounds: list[Ground]

    def named(self, code: str) -> Ground | None:
        """A ground by its code."""
        return next((ground for ground in self.grounds if ground.code == code), None)
