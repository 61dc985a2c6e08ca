"""The tables of the volunteers service, and three ways of working on them that its rules and lists need."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Insert,
    Select,
    TableValuedAlias,
    Text,
    bindparam,
    cast,
    column,
    func,
    insert,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import JSON
from sqlalchemy.orm import DeclarativeBase

from chassis.access import inside
from chassis.database import Conventions, metadata
from chassis.tables import AreaCopy

_TOWN_DEPTH = 2


class Table(Conventions, DeclarativeBase):
    """The volunteers service's own tables."""

    metadata = metadata()


def within(model: Any, area: AreaCopy) -> ColumnElement[bool]:  # noqa: ANN401 - any mapped class with a scope_key
    """The rows of an area and of all below it."""
    return inside(model, area.scope_key)


def town_of(scope_key: str) -> str:
    """The path of the town in which something lies."""
    return "".join(f"{part}/" for part in scope_key.split("/")[:_TOWN_DEPTH] if part)


def merged_in_town(
    model: Any,  # noqa: ANN401 - any mapped class with an index on scope_key and id
    scope_key: str | None,
) -> Callable[[Select[Any], int], Select[Any]] | None:
    """How a page of a town is merged from one of each of its communities, without passing over what lies elsewhere."""
    if scope_key is None or scope_key.count("/") != _TOWN_DEPTH:
        return None

    def merged(paged: Select[Any], limit: int) -> Select[Any]:
        each = paged.with_only_columns(model.id).where(model.scope_key == AreaCopy.scope_key)
        newest = each.correlate(AreaCopy).lateral()
        ids = select(newest.c.id).select_from(AreaCopy).join(newest, true()).where(inside(AreaCopy, scope_key))
        found = ids.order_by(newest.c.id.desc()).limit(limit)
        return select(model).where(model.id.in_(found)).order_by(model.id.desc())

    return merged


def rows_given(name: str, columns: Iterable[Any]) -> TableValuedAlias:
    """The JSON list of that name, sent as text, as a table: one parameter, whatever the number of rows.

    JSON, since columns that are lists or JSON themselves come along; where none are, `insert_lists` takes less.
    """
    given = func.json_to_recordset(cast(bindparam(name, type_=Text), JSON))
    typed = [column(each.name, each.type) for each in columns]
    return given.table_valued(*typed, name=f"given_{name}").render_derived(with_types=True)


def insert_rows(model: Any, name: str, *returning: Any) -> Insert:  # noqa: ANN401 - any mapped class and its columns
    """Inserts the JSON list of that name in its order, as one statement."""
    columns = [each for each in model.__table__.c if each.identity is None]
    given = select(rows_given(name, columns))
    made = insert(model.__table__).from_select([each.name for each in columns], given, include_defaults=False)
    return made.returning(*returning) if returning else made
