"""The registry's answer to whether an organisation stands on a day; silence is never taken for a yes."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict

from chassis.client import Neighbour, NeighbourRefused
from chassis.problems import Problem


class OrganiserUnknown(Problem):
    """登记系统中没有这个组织。"""

    status = 422


class OrganiserNotStanding(Problem):
    """该组织当日不具备出具证明的资格。"""


class Ground(BaseModel):
    """不具备资格的原因."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    code: str
    title: str


class Standing(BaseModel):
    """组织在某日的资格."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    name: str
    uscc: str | None
    path: str
    standing: str
    reasons: list[Ground]


Ask = Callable[[UUID, date], Awaitable[Standing]]
# Who is barred from bidding still vouches for the activities it organised.
MAY_CERTIFY = frozenset({"good", "barred"})


async def asking(request: Request) -> Ask:
    """Dependency: asks the registry, synchronously, since a stale copy would do harm; 503 when it does not answer."""
    registry: Neighbour = request.app.state.neighbours["registry"]

    async def ask(organisation_id: UUID, on: date) -> Standing:
        try:
            said = await registry.get(f"/organisations/{organisation_id}/standing", {"on": on.isoformat()})
        except NeighbourRefused as refused:
            raise OrganiserUnknown from refused
        return Standing.model_validate(said)

    return ask


Standings = Annotated[Ask, Depends(asking)]


def require_standing(standing: Standing, *, filed_may_issue: bool) -> None:
    """资格: as of the day asked; a filed body only where the rule of the day lets it certify."""
    if standing.standing not in MAY_CERTIFY:
        said = "；".join(reason.title for reason in standing.reasons)
        raise OrganiserNotStanding(said or None, standing=standing.standing)
    if standing.path == "filed" and not filed_may_issue:
        raise OrganiserNotStanding("备案组织当日不能出具证明", standing=standing.standing)
