"""What each method of purchase asks for, and the catalogue of services that may be bought, as dated data."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from chassis import clock
from chassis.dated import Dated
from procedures.notice.dated import Window
from procedures.notice.rules import end_of

DATA = Path(__file__).resolve().parents[2] / "data"


class Method(StrEnum):
    """采购方式."""

    OPEN_TENDER = "open_tender"
    INVITED_TENDER = "invited_tender"
    COMPETITIVE_CONSULTATION = "competitive_consultation"
    COMPETITIVE_NEGOTIATION = "competitive_negotiation"
    INQUIRY = "inquiry"
    SINGLE_SOURCE = "single_source"
    DIRECT = "direct"


class MethodRule(BaseModel):
    """一种采购方式的要求."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    least_days: Window
    least_bids: int
    panel: int
    price_points: int
    most_price_points: int
    invited: bool
    most_fen: int


class MethodInForce(BaseModel):
    """一种采购方式在某日的要求: what it asks for, and the earliest deadline of what is announced that day."""

    method: Method
    least_days: Window
    earliest_due_at: datetime
    least_bids: int
    panel: int
    invited: bool
    most_fen: int


class PurchaseRule(Dated):
    """采购规则."""

    FILE = DATA / "purchase_methods.toml"

    signing_days: int
    total_points: int
    methods: dict[Method, MethodRule]

    @classmethod
    def earliest(cls, method: Method, at: datetime) -> datetime:
        """Before which no bids may be due where the purchase is announced now."""
        return end_of(cls.on(clock.day(at)).methods[method].least_days, at)

    @classmethod
    def in_force(cls, at: datetime) -> list[MethodInForce]:
        """Every method as it stands today."""
        names = ("least_days", "least_bids", "panel", "invited", "most_fen")
        return [
            MethodInForce(
                method=method,
                earliest_due_at=cls.earliest(method, at),
                **{name: getattr(rule, name) for name in names},
            )
            for method, rule in cls.on(clock.day(at)).methods.items()
        ]


class CatalogueItem(BaseModel):
    """目录条目."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str


class Catalogue(Dated):
    """政府购买服务指导性目录."""

    FILE = DATA / "purchase_catalogue.toml"

    items: list[CatalogueItem]

    @property
    def codes(self) -> set[str]:
        """What may be named."""
        return {item.code for item in self.items}
