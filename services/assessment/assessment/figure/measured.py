"""What a measure gives, and what it says of itself: which counters it reads and where it applies."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from assessment.figure.ground import Ground, Subjects, Whole
from assessment.indicator.months import Period
from assessment.reading.counting import UNCOUNTED, Course
from assessment.reading.model import Counted

MINUTES_PER_HOUR = 60


class Aside(NamedTuple):
    """另列: what a figure leaves out, so that it never counts silently."""

    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure of a period: its value and, for a share, what it divides; `per` is the unit of a rate.

    With a `confidence` the value is the one-sided lower bound of that share, not the share itself.
    """

    value: float | None
    part: int | None = None
    whole: Whole | None = None
    per: float = 1
    asides: tuple[Aside, ...] = ()
    confidence: float | None = None


NOTHING = Measured(None)


def everywhere(_ground: Ground) -> bool:
    """It can be said of any area."""
    return True


@dataclass(frozen=True, slots=True)
class Measure:
    """指标算法: `is_countable` where one more of what it counts brings it one step nearer to its target."""

    compute: Callable[[Ground, Period], Measured]
    placed: tuple[Counted, ...] = ()
    counted: tuple[Counted, ...] = ()
    reads: frozenset[str] = frozenset()
    applies: Callable[[Ground], bool] = everywhere
    is_countable: bool = False


def speaks_of(ground: Ground, organ_kind: str | None = None) -> bool:
    """Whether there is anything the rule of 5 and 10 could speak of: parks and quasi units are 不适用."""
    if not ground.communities:
        return ground.applies and organ_kind is None
    those = (each for each in ground.communities if each.applies and each.holds(ground.day))
    return any(organ_kind in {None, each.organ_kind} for each in those)


def among(subjects: Subjects, name: str = "适用目标的村（社区）") -> Whole:
    """The communities as a denominator, dated by their list."""
    source = "统计用区划代码，按组织形态（居委会、村委会）"
    return Whole(name, len(subjects.communities), "communities", subjects.listed_on, source)


def summed(ground: Ground, counted: Counted, period: Period) -> int:
    """How many there are in the whole area at the end of the period."""
    return ground.counted.get(counted, UNCOUNTED).at(period.last)


def came(ground: Ground, counted: Counted, period: Period) -> int:
    """How many came in the whole area within the period."""
    return ground.counted.get(counted, UNCOUNTED).between(*period)


def share_of_communities(ground: Ground, period: Period, reached: Course) -> Measured:
    """Communities that have reached something ÷ communities that the rule of 5 and 10 speaks of."""
    subjects = ground.subjects(period.last)
    if not subjects.communities:
        return NOTHING
    met = reached.at(period.last)
    return Measured(met / len(subjects.communities), met, among(subjects))
