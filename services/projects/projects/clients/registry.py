"""The registry's answer to whether one may deal with an organisation on a day; silence is never taken for a yes."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict

from chassis.client import Neighbour, NeighbourRefused
from chassis.problems import Problem


class ProviderUnknown(Problem):
    """登记系统中没有这个组织。"""

    status = 422


class ProviderNotStanding(Problem):
    """该组织当日不具备承接资格。"""


class Ground(BaseModel):
    """不具备资格的原因."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    code: str
    title: str


class Standing(BaseModel):
    """组织在某日的资格."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    organisation_id: UUID
    on: date
    name: str
    uscc: str | None
    path: str
    standing: str
    may_bid: bool
    reasons: list[Ground]


Ask = Callable[[UUID, date], Awaitable[Standing]]


async def asking(request: Request) -> Ask:
    """Dependency: asks the registry, synchronously, since a stale copy would do harm; 503 when it does not answer."""
    registry: Neighbour = request.app.state.neighbours["registry"]

    async def ask(organisation_id: UUID, on: date) -> Standing:
        try:
            said = await registry.get(f"/organisations/{organisation_id}/standing", {"on": on.isoformat()})
        except NeighbourRefused as refused:
            raise ProviderUnknown from refused
        return Standing.model_validate(said)

    return ask


Standings = Annotated[Ask, Depends(asking)]


def require_standing(standing: Standing) -> None:
    """资格: as of the day asked; the reasons are the registry's own."""
    if not standing.may_bid:
        raise ProviderNotStanding(
            "；".join(reason.title for reason in standing.reasons) or None,
            standing=standing.standing,
            reasons=[reason.code for reason in standing.reasons],
        )
