"""The tables of the volunteers service, and two ways of working on them that its rules need."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Insert,
    TableValuedAlias,
    Text,
    bindparam,
    cast,
    column,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import JSONB
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


def rows_given(name: str, columns: Iterable[Any]) -> TableValuedAlias:
    """The JSON list of that name, sent as text, as a table: one parameter, whatever the number of rows."""
    given = func.jsonb_to_recordset(cast(bindparam(name, type_=Text), JSONB))
    typed = [column(each.name, each.type) for each in columns]
    return given.table_valued(*typed, name=f"given_{name}").render_derived(with_types=True)


def insert_rows(model: Any, name: str, *returning: Any) -> Insert:  # noqa: ANN401 - any mapped class and its columns
    """Inserts the JSON list of that name in its order, as one statement."""
    columns = [each for each in model.__table__.c if each.identity is None]
    given = select(rows_given(name, columns))
    made = insert(model.__table__).from_select([each.name for each in columns], given, include_defaults=False)
    return made.returning(*returning) if returning else made
