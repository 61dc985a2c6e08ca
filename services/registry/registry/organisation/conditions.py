"""The lawful conditions of a filing (备案条件), as dated data with their source."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated
from registry.organisation.model import Kind


class Numbers(BaseModel):
    """The least numbers for one kind: natural or legal initiators, and members (for a service body: staff)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    natural_initiators: int
    legal_initiators: int
    members: int


class Conditions(Dated):
    """备案条件."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "filing_conditions.toml"

    name_endings: list[str]
    social_association: Numbers
    social_service_org: Numbers

    def numbers(self, kind: Kind) -> Numbers:
        """The numbers for a kind of organisation."""
        return self.social_association if kind is Kind.SOCIAL_ASSOCIATION else self.social_service_org
