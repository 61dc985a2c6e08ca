"""The conditions and documents of a registration, shown before anything is declared."""

from datetime import date
from typing import Annotated, Self

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from chassis import clock
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.dated import NoRuleInForce
from chassis.problems import problems
from chassis.transaction import TransactionRoute
from registry.organisation.model import Kind
from registry.permissions import Permission
from registry.registration.dated import Least, RegistrationLaw

router = APIRouter(tags=["登记 registration"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.REGISTRATION_READ))]


class KindConditions(BaseModel):
    """一类组织的登记条件与材料; `in_community` is the least of a body of one community."""

    kind: Kind
    least: Least
    in_community: Least
    article: str
    conditions: list[str]
    documents: list[str]

    @classmethod
    def of(cls, kind: Kind, law: RegistrationLaw) -> Self:
        """From the law of a day."""
        own, fewer = law.of(kind), law.least(kind, in_community=True)
        least = Least(members=own.members, funds_fen=own.funds_fen)
        smaller = Least(members=fewer.members, funds_fen=fewer.funds_fen)
        said = {name: getattr(own, name) for name in ("article", "conditions", "documents")}
        return cls(kind=kind, least=least, in_community=smaller, **said)


class RegistrationConditionsView(BaseModel):
    """登记条件、材料与办理时限; the limits count working days."""

    source: str
    assumption: bool
    valid_from: date
    accept_within: int
    decide_within: int
    items: list[KindConditions]


@router.get("/registration-conditions", responses=problems(NoRuleInForce))
async def conditions(_by: Reader, at: Now) -> RegistrationConditionsView:
    """登记条件与材料: what an application of today is judged by."""
    law = RegistrationLaw.on(clock.day(at))
    names = ("source", "assumption", "valid_from", "accept_within", "decide_within")
    said = {name: getattr(law, name) for name in names}
    return RegistrationConditionsView(**said, items=[KindConditions.of(kind, law) for kind in Kind])
