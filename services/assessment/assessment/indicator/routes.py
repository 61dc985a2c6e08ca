"""Reading the definitions of a day: whoever is measured may read by what."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends

from assessment.indicator.model import Indicator, defined
from assessment.indicator.schemas import DefinitionsView, DefinitionView
from assessment.permissions import Permission
from chassis import clock
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.dated import NoRuleInForce
from chassis.problems import problems
from chassis.transaction import TransactionRoute

router = APIRouter(prefix="/indicators", tags=["指标定义 indicator"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.INDICATOR_READ))]


@router.get("", responses=problems(NoRuleInForce))
async def list_(_by: Reader, at: Now, on: date | None = None) -> DefinitionsView:
    """The definitions in force on a day, today where none is named."""
    day = on or clock.day(at)
    return DefinitionsView(on=day, items=[DefinitionView.of(defined(each, day)) for each in Indicator])


@router.get("/{code}", responses=problems(NoRuleInForce))
async def read(code: Indicator, _by: Reader, at: Now, on: date | None = None) -> DefinitionView:
    """One definition."""
    return DefinitionView.of(defined(code, on or clock.day(at)))
