"""What a caller may do: permissions of roles, and the rows a permission reaches.

Deny by default. `visible` (a filter for selects), `Access.reaches` (the check of one row) and row security
say the same thing; a property test holds them together.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from fastapi import Request
from sqlalchemy import ColumnElement, and_, false, or_

from chassis.database import EVERYWHERE, declare_scope
from chassis.principal import BY_ORGANISATION, OWN_ONLY, Grant, Kind, Principal, Role, SignInNeeded
from chassis.problems import Forbidden, Problem

Roles = Mapping[Role, frozenset[Any]]
MOST_RANGES = 3
COMMUNITY_DEPTH = 3  # the codes in the scope of a community: the city's, the town's, its own


class TooManyAreas(Problem):
    """同一账号管辖的片区过多，无法一并查询。"""

    status = 403


class Scoped(Protocol):
    """A row that lies in an area."""

    scope_key: Any


@dataclass(frozen=True, slots=True)
class Access:
    """A caller with one permission, and the rows that it reaches."""

    principal: Principal
    roles: Roles
    ranges: tuple[tuple[str, str], ...]
    organisation_id: UUID | None
    owner_id: UUID | None

    @property
    def scope_key(self) -> str | None:
        """The one area in which all rows lie that it reaches; none where others are reached as well."""
        elsewhere = self.organisation_id is not None or self.owner_id is not None or len(self.ranges) != 1
        return None if elsewhere else self.ranges[0][0]

    @property
    def account_id(self) -> UUID | None:
        """The account that acts; none for a signed-out resident."""
        return self.principal.account_id

    def reaches(self, row: Scoped) -> bool:
        """Whether the permission of this request covers a row."""
        return _reaches(row, self.ranges, self.organisation_id, self.owner_id)

    def may(self, permission: StrEnum, row: Scoped) -> bool:
        """Whether the same caller holds another permission on a row; used to offer buttons."""
        access = reach(self.principal, permission, self.roles)
        return access is not None and access.reaches(row)

    async def declare(self, request: Request) -> None:
        """Makes this the scope of the request: what row security lets through from here on."""
        request.state.access = self
        scope = {"ranges": self.ranges, "organisation": self.organisation_id, "owner": self.owner_id}
        await declare_scope(request.state.session, scope)


def _reaches(
    row: Any,  # noqa: ANN401 - any scoped row; organisation and owner are looked for, not required
    ranges: tuple[tuple[str, str], ...],
    organisation_id: UUID | None,
    owner_id: UUID | None,
) -> bool:
    if any(low <= row.scope_key < high for low, high in ranges):
        return True
    if organisation_id is not None and getattr(row, "organisation_id", None) == organisation_id:
        return True
    return owner_id is not None and getattr(row, "account_id", None) == owner_id


def reach(principal: Principal, permission: StrEnum, roles: Roles) -> Access | None:
    """The access that a permission gives a caller, or none; another system holds what its scopes name as well."""
    if principal.kind is Kind.CLIENT and permission not in principal.scopes:
        return None
    holding = [grant for grant in principal.grants if permission in roles.get(grant.role, frozenset())]
    implied = [role for role in principal.implied if permission in roles.get(role, frozenset())]
    if not holding and not implied:
        return None
    organisations = {grant.organisation_id for grant in holding if grant.role in BY_ORGANISATION}
    own = any(role in OWN_ONLY for role in implied)
    return Access(
        principal=principal,
        roles=roles,
        ranges=(EVERYWHERE,) if Role.SERVICE in implied else _ranges(holding),
        organisation_id=next(iter(organisations), None),
        owner_id=principal.account_id if own else None,
    )


def _ranges(grants: list[Grant]) -> tuple[tuple[str, str], ...]:
    """The ranges of the area grants, each inside another left out."""
    kept: list[tuple[str, str]] = []
    for low, high in sorted(grant.range for grant in grants if grant.role not in BY_ORGANISATION):
        if not kept or not low.startswith(kept[-1][0]):
            kept.append((low, high))
    if len(kept) > MOST_RANGES:
        raise TooManyAreas
    return tuple(kept)


def inside(model: Any, scope_key: str) -> ColumnElement[bool]:  # noqa: ANN401 - any mapped class with a scope_key
    """The rows of an area and all below it.

    Nothing lies below a community: where one scope is named, its index gives the newest rows first without sorting all.
    """
    if scope_key.count("/") == COMMUNITY_DEPTH:
        exactly: ColumnElement[bool] = model.scope_key == scope_key
        return exactly
    return and_(model.scope_key >= scope_key, model.scope_key < scope_key + "~")


def visible(model: Any, access: Access) -> ColumnElement[bool]:  # noqa: ANN401 - any mapped class with a scope_key
    """The filter that shows exactly the rows which `Access.reaches`."""
    conditions = [inside(model, low) for low, _ in access.ranges]
    if access.organisation_id is not None and hasattr(model, "organisation_id"):
        conditions.append(model.organisation_id == access.organisation_id)
    if access.owner_id is not None and hasattr(model, "account_id"):
        conditions.append(model.account_id == access.owner_id)
    return or_(false(), *conditions)


async def principal_of(request: Request) -> Principal:
    """Dependency: the verified caller of this request, or a signed-out resident."""
    known: Principal | None = getattr(request.state, "principal", None)
    if known is None:
        known = await request.app.state.door.admit(request)
        request.state.principal = known
    return known


@cache
def allow(permission: StrEnum) -> Callable[..., Awaitable[Access]]:
    """Dependency: the caller holds this permission somewhere; the rows it reaches become the session's scope."""

    async def allowed(request: Request) -> Access:
        principal = await principal_of(request)
        access = reach(principal, permission, request.app.state.roles)
        if access is None:
            raise SignInNeeded if principal.kind is Kind.ANONYMOUS else Forbidden
        await access.declare(request)
        return access

    setattr(allowed, "permission", permission)  # noqa: B010 - read by the start-up check
    return allowed


async def published(request: Request) -> Access:
    """Dependency of public pages: anyone, any area; the route itself selects only what has been published."""
    principal = await principal_of(request)
    access = Access(
        principal=principal, roles=request.app.state.roles, ranges=(EVERYWHERE,), organisation_id=None, owner_id=None
    )
    await access.declare(request)
    return access


async def open_door(request: Request) -> Principal:
    """Dependency of the few routes that need no permission because they are the way in (sign-in, keys, probes)."""
    return await principal_of(request)
