"""Lists by keyset: a cursor remembers the last row's sort values, so that pages neither skip nor repeat."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, TypeAdapter, ValidationError
from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from chassis.problems import Problem

Shown = TypeVar("Shown")


class CursorRefused(Problem):
    """翻页位置无效，请从第一页开始。"""

    status = 422


class Page(BaseModel, Generic[Shown]):
    """One page: the items, where the next begins, and the total when it was asked for."""

    items: list[Shown]
    next: str | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Window:
    """What a caller asks of a list."""

    after: str | None
    limit: int
    count: bool


async def window(
    after: Annotated[str | None, Query(max_length=512)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    count: bool = False,  # noqa: FBT001, FBT002 - a query parameter
) -> Window:
    """Dependency: the page a caller asks for."""
    return Window(after, limit, count)


Asked = Annotated[Window, Depends(window)]

_PARTS: TypeAdapter[list[str | int | None]] = TypeAdapter(list[str | int | None])


def _encoded(values: Sequence[object]) -> str:
    texts = [
        value if isinstance(value, int) else str(value.isoformat() if isinstance(value, date) else value)
        for value in values
    ]
    return urlsafe_b64encode(json.dumps(texts).encode()).decode().rstrip("=")


def _decoded(cursor: str, kinds: Sequence[type]) -> list[Any]:
    try:
        parts = _PARTS.validate_json(urlsafe_b64decode(cursor + "=="))
        return [TypeAdapter(kind).validate_python(part) for kind, part in zip(kinds, parts, strict=True)]
    except (ValueError, ValidationError) as bad:
        raise CursorRefused(pointer="?after") from bad


async def page(
    tx: AsyncSession,
    query: Select[Any],
    order: Sequence[InstrumentedAttribute[Any]],
    asked: Window,
    show: Callable[[Any], Shown],
    *,
    newest_first: bool = True,
    merged: Callable[[Select[Any], int], Select[Any]] | None = None,
) -> Page[Shown]:
    """One page of `query` in the order of `order` (the last of which must be unique), each row shown by `show`.

    `merged` makes of the statement and the number of its rows another that finds the same page faster.
    """
    paged = query
    if asked.after is not None:
        values = _decoded(asked.after, [column.type.python_type for column in order])
        here = tuple_(*order)
        paged = paged.where(here < tuple_(*values) if newest_first else here > tuple_(*values))
    ordering = [column.desc() if newest_first else column.asc() for column in order]
    paged = paged.order_by(*ordering).limit(asked.limit + 1)
    rows = (await tx.scalars(merged(paged, asked.limit + 1) if merged else paged)).all()
    shown, more = rows[: asked.limit], len(rows) > asked.limit
    last = [getattr(shown[-1], column.key) for column in order] if shown and more else None
    total = await tx.scalar(select(func.count()).select_from(query.subquery())) if asked.count else None
    return Page(items=[show(row) for row in shown], next=_encoded(last) if last else None, count=total)
