"""What an indicator's value earns, by threshold, line or penalty, and how points add up where an item does not apply.

Values are in millionths of the indicator's own unit, points in hundredths; all of it is computed in integers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

HUNDREDTHS = 100  # of a point
FULL = 100  # points that the weights of a scheme add up to

# What still fits a figure in its own unit: a ratio, an average, hours of a whole city.
Millionths = Annotated[int, Field(ge=-(10**15), le=10**15)]


class ScoringKind(StrEnum):
    """计分方式."""

    THRESHOLD = "threshold"
    LINEAR = "linear"
    PENALTY = "penalty"


class Threshold(BaseModel):
    """达标计分: all points where the mark is reached, else none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal[ScoringKind.THRESHOLD]
    mark: Millionths
    at_most: bool


class Linear(BaseModel):
    """线性计分: none at the floor, all at the full mark, between them a line; a floor above the mark runs downwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal[ScoringKind.LINEAR]
    floor: Millionths
    full: Millionths


class Penalty(BaseModel):
    """扣分制: all points up to what is allowed, some off for each step begun beyond it, never below none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal[ScoringKind.PENALTY]
    allowed: Millionths
    step: Annotated[int, Field(ge=1, le=10**15)]
    deduct_hundredths: Annotated[int, Field(ge=1, le=FULL * HUNDREDTHS)]
    # Beyond means above where less is better, below where more is.
    at_most: bool


Scoring = Annotated[Threshold | Linear | Penalty, Field(discriminator="kind")]


def earned(scoring: Threshold | Linear | Penalty, weight: int, value: int) -> int:
    """The hundredths of a point that a value earns of so many points."""
    whole = weight * HUNDREDTHS
    match scoring:
        case Threshold():
            reached = value <= scoring.mark if scoring.at_most else value >= scoring.mark
            return whole if reached else 0
        case Linear():
            share = Fraction(value - scoring.floor, scoring.full - scoring.floor)
            return rounded(whole * min(max(share, Fraction(0)), Fraction(1)))
        case Penalty():
            beyond = value - scoring.allowed if scoring.at_most else scoring.allowed - value
            steps = -(-max(beyond, 0) // scoring.step)
            return max(0, whole - steps * scoring.deduct_hundredths)


def target_of(scoring: Threshold | Linear | Penalty) -> int:
    """The value that earns all points."""
    match scoring:
        case Threshold():
            return scoring.mark
        case Linear():
            return scoring.full
        case Penalty():
            return scoring.allowed


def rounded(exact: Fraction) -> int:
    """Half up, as people round."""
    return floor(exact + Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Weighed:
    """一项得分: its weight, and its points in hundredths, or none where it does not apply."""

    weight: int
    points: int | None


@dataclass(frozen=True, slots=True)
class Total:
    """总分: the items that apply carry the weight of those that do not, in proportion."""

    applicable: int

    points: int

    @property
    def hundredths(self) -> int:
        """Of a hundred points."""
        return rounded(Fraction(self.points * FULL, self.applicable))

    @property
    def is_reweighted(self) -> bool:
        """Whether something did not apply."""
        return self.applicable != FULL

    def effective(self, weight: int) -> Fraction:
        """The points that an applying item counts for in the total."""
        return Fraction(weight * FULL, self.applicable)

    def weighted(self, points: int) -> int:
        """What an item's points come to in the total, in hundredths."""
        return rounded(Fraction(points * FULL, self.applicable))


def add_up(items: Iterable[Weighed]) -> Total | None:
    """The total of a card; none where nothing applies."""
    applying = [(each.weight, each.points) for each in items if each.points is not None]
    if not applying:
        return None
    return Total(sum(weight for weight, _ in applying), sum(points for _, points in applying))
