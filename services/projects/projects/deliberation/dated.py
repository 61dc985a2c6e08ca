"""Who takes part in a deliberation, how early they are told and how many must come, as dated data with its source."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated


class Named(BaseModel):
    """A code of an open list, and what it is called."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str


class DeliberationRule(Dated):
    """议事协商规则."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "deliberation.toml"

    notice_days: int
    quorum_percent: int
    required: list[str]
    matter: list[Named]
    party: list[Named]

    @property
    def matters(self) -> set[str]:
        """Topics besides the categories of needs."""
        return {each.code for each in self.matter}

    @property
    def parties(self) -> set[str]:
        """Who may be invited."""
        return {each.code for each in self.party}

    def quorum(self, invited: int) -> int:
        """How many of those invited must come, rounded up."""
        return -(-invited * self.quorum_percent // 100)
