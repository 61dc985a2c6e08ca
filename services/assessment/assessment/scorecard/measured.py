"""What an item of a card was computed from: a figure as of the last day of the year, in integers."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import Self

from pydantic import BaseModel, ConfigDict

from assessment.figure.ground import Whole
from assessment.figure.measured import Aside
from assessment.figure.rules import Light
from assessment.figure.value import Value
from assessment.scheme.items import Item
from assessment.scheme.scoring import earned

MILLION = 1_000_000
# What floating point may lack to a value that is meant to be whole.
AS_GOOD_AS = Fraction(1, 1000)


class Standing(StrEnum):
    """取值状态: an item that does not apply gives its weight to the others; one without data is for the bureau."""

    MEASURED = "measured"
    NO_DATA = "no_data"
    NOT_APPLICABLE = "not_applicable"
    REPORTED = "reported"


class Denominator(BaseModel):
    """分母: named and dated."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    value: int
    kind: str
    on: date | None
    source: str

    @classmethod
    def of(cls, whole: Whole | None) -> Self | None:
        """From what the figure divided by."""
        return cls.model_validate(whole, from_attributes=True) if whole else None


class Extra(BaseModel):
    """另列: what the figure leaves out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    value: int

    @classmethod
    def of(cls, aside: Aside) -> Self:
        """From what was put aside."""
        return cls(name=aside.name, value=aside.value)


class Reading(BaseModel):
    """取值, in millionths of the indicator's own unit, never rounded up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    standing: Standing
    value_millionths: int | None
    numerator: int | None
    denominator: Denominator | None
    asides: list[Extra]
    computed_hundredths: int | None


JUDGED = Reading(
    standing=Standing.REPORTED,
    value_millionths=None,
    numerator=None,
    denominator=None,
    asides=[],
    computed_hundredths=None,
)


def read(item: Item, found: Value) -> Reading:
    """What the value of an indicator comes to for an item that is computed from it."""
    numbers = {
        "numerator": found.numerator,
        "denominator": Denominator.of(found.denominator),
        "asides": [Extra.of(each) for each in found.asides],
    }
    if found.state is Light.NOT_APPLICABLE or found.value is None or item.scoring is None:
        standing = Standing.NOT_APPLICABLE if found.state is Light.NOT_APPLICABLE else Standing.NO_DATA
        return Reading(standing=standing, value_millionths=None, computed_hundredths=None, **numbers)
    value = floor(Fraction(found.value) * MILLION + AS_GOOD_AS)
    points = earned(item.scoring, item.weight, value)
    return Reading(standing=Standing.MEASURED, value_millionths=value, computed_hundredths=points, **numbers)
