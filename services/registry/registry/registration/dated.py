"""The conditions of a registration (登记条件) and the limits of its decision, as dated data with their source."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis.dated import Dated
from registry.organisation.model import Kind


class Least(BaseModel):
    """The least members (for a service body staff, for a foundation directors) and funds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    members: int
    funds_fen: int


class KindLaw(Least):
    """登记条件与材料 of one kind of body; the conditions in words are for people to judge."""

    article: str
    conditions: list[str]
    documents: list[str]


class RegistrationLaw(Dated):
    """登记条件与办理时限; the limits count working days."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "registration.toml"

    accept_within: int
    decide_within: int
    social_association: KindLaw
    social_service_org: KindLaw
    foundation: KindLaw
    community: Least

    def of(self, kind: Kind) -> KindLaw:
        """What is asked of a kind of body."""
        return {
            Kind.SOCIAL_ASSOCIATION: self.social_association,
            Kind.SOCIAL_SERVICE_ORG: self.social_service_org,
            Kind.FOUNDATION: self.foundation,
        }[kind]

    def least(self, kind: Kind, *, in_community: bool) -> Least:
        """Of a kind of body; what lies in one community may be smaller, but for foundations."""
        own = self.of(kind)
        if kind is Kind.FOUNDATION or not in_community:
            return own
        fewer = {name: min(getattr(own, name), getattr(self.community, name)) for name in Least.model_fields}
        return Least(**fewer)
