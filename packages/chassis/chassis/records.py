"""Loading one record: inside the caller's scope or not found, and at the version the caller has seen."""

from collections.abc import Awaitable, Callable, Iterable
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, NamedTuple, Protocol, TypeVar
from uuid import UUID

from fastapi import Depends, Header
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from chassis.access import Access, Scoped, allow, visible
from chassis.problems import NotFound, Problem
from chassis.transaction import Tx


class VersionMissing(Problem):
    """请先查看最新内容，再提交修改。"""

    status = 428


class VersionStale(Problem):
    """内容已被他人更新，请刷新后再提交。"""

    status = 412


class Action(BaseModel):
    """A verb that the server offers this caller on this record now: the browser repeats no rule."""

    name: str
    method: str
    href: str
    needs_reason: bool
    label: str


class Offer(NamedTuple):
    """A verb: whether the rules allow it now, and the permission that it takes."""

    allowed: bool
    permission: StrEnum
    name: str
    label: str
    needs_reason: bool = False
    method: str = "POST"


def offered(here: str, row: Scoped, access: Access, offers: Iterable[Offer]) -> list[Action]:
    """The verbs that the rules and the caller's permissions allow now; a PATCH goes to the record itself."""
    return [
        Action(
            name=offer.name,
            method=offer.method,
            href=here if offer.method == "PATCH" else f"{here}/{offer.name}",
            needs_reason=offer.needs_reason,
            label=offer.label,
        )
        for offer in offers
        if offer.allowed and access.may(offer.permission, row)
    ]


class Reason(BaseModel, extra="forbid"):
    """Why a record is returned, rejected or withdrawn; shown to those it concerns."""

    reason: Annotated[str, Field(min_length=2, max_length=500)]


class IdsIn(BaseModel, extra="forbid"):
    """所问编号, as many as one page of a list has."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]


class Versioned(Protocol):
    """A record with an id, a version and an area."""

    id: Any
    version: Any
    scope_key: Any


Model = TypeVar("Model", bound=Versioned)
Loader = Callable[..., Awaitable[Any]]
IfMatch = Annotated[str | None, Header(max_length=40, description="ETag of the version that was read")]


async def get(tx: Tx, model: type[Model], record_id: UUID, access: Access, *, lock: bool = False) -> Model:
    """One record in scope, or `NotFound`; `lock` holds it until the transaction ends."""
    query = select(model).where(model.id == record_id, visible(model, access))
    found = await tx.scalar(query.with_for_update(of=model) if lock else query)
    if found is None:
        raise NotFound
    return found


def require_current(record: Versioned, if_match: str | None) -> None:
    """Refuses a change of a version that the caller has not seen (RFC 9110 If-Match, RFC 6585 428)."""
    if if_match is None:
        raise VersionMissing
    if if_match.strip().removeprefix("W/").strip('"') != str(record.version):
        raise VersionStale(version=record.version)


@cache
def existing(model: type[Any], permission: StrEnum) -> Loader:
    """Dependency: the record named in the path, to be read."""

    async def load(id: UUID, tx: Tx, access: Annotated[Access, Depends(allow(permission))]) -> Any:  # noqa: A002, ANN401
        return await get(tx, model, id, access)

    return load


@cache
def current(model: type[Any], permission: StrEnum) -> Loader:
    """Dependency: the record named in the path, locked and at the version of If-Match, to be changed.

    It gets a new version even where only what hangs on it changes, its lines or stages: whoever read them too must
    read them again.
    """

    async def load(
        id: UUID,  # noqa: A002 - the path's own name
        tx: Tx,
        access: Annotated[Access, Depends(allow(permission))],
        if_match: IfMatch = None,
    ) -> Any:  # noqa: ANN401 - the model decides
        record = await get(tx, model, id, access, lock=True)
        require_current(record, if_match)
        flag_modified(record, "scope_key")
        return record

    return load
