"""How a definition looks from outside."""

from datetime import date
from typing import Self

from pydantic import BaseModel

from assessment.indicator.model import Definition, Indicator, Unit, Window


class DefinitionView(BaseModel):
    """指标定义; `facts` are the types of what is counted, by the services that tell them."""

    code: Indicator
    name: str
    formula: str
    numerator: str
    denominator: str | None
    unit: Unit
    window: Window
    facts: list[str]
    caution: str
    valid_from: date
    source: str
    assumption: bool

    @classmethod
    def of(cls, definition: Definition) -> Self:
        """From the file; which code computes it is nobody's business."""
        return cls.model_validate({name: getattr(definition, name) for name in cls.model_fields})


class DefinitionsView(BaseModel):
    """全部指标定义, as of a day."""

    on: date
    items: list[DefinitionView]
