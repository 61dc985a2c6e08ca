"""回避: who belongs to an organisation does not act for the government, whatever other roles the account holds.

The gateway gives nobody both; a service that decides on organisations does not rest on that alone.
"""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from functools import cache
from typing import Annotated

from fastapi import Depends

from chassis.access import Access, allow
from chassis.principal import Principal
from chassis.problems import Problem


class BothSides(Problem):
    """您在社会组织任职，应当回避，不能代表政府一方办理。"""

    status = 403


def require_apart(principal: Principal) -> None:
    """Refuses whoever holds any role in an organisation: it may be the bidder, its rival, or become either."""
    if any(grant.organisation_id is not None for grant in principal.grants):
        raise BothSides


@cache
def officially(permission: StrEnum) -> Callable[..., Awaitable[Access]]:
    """Dependency: as `allow`, for the verbs by which the government buys, decides and pays."""

    async def apart(access: Annotated[Access, Depends(allow(permission))]) -> Access:
        require_apart(access.principal)
        return access

    return apart
