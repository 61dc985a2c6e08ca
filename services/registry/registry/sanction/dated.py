"""The grounds on which an organisation is suspended, barred or revoked, and who may bid, as dated data with sources."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from chassis.dated import Dated
from registry.sanction.model import Measure

DATA = Path(__file__).resolve().parents[2] / "data"


class Ground(BaseModel):
    """处理事由: with the article that names it, and how many months at most it may last where that is fixed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    measure: Measure
    title: str
    article: str
    assumption: bool
    longest_months: int | None = None


class GroundRule(Dated):
    """可适用的处理事由."""

    FILE = DATA / "sanction_grounds.toml"

    ground: list[Ground]

    def named(self, code: str) -> Ground | None:
        """The ground with a code, or none."""
        return next((each for each in self.ground if each.code == code), None)


class BiddingRule(Dated):
    """承接主体资格: whether a body that is filed and not registered may bid for purchases of services."""

    FILE = DATA / "bidding.toml"

    filed_may_bid: bool
