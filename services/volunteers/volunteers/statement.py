"""A statement as the server reads it, written out once, and what it reads as objects that no session knows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Enum
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.orm import class_mapper
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.sql import ClauseElement

_DIALECT = PGDialect_psycopg(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]


class Statement:
    """A statement written out once; what it reads becomes objects of these classes, which no session knows.

    They know what was selected of their class, side by side; whoever asks them for more is refused.
    """

    def __init__(self, statement: ClauseElement, *read: type[Any]) -> None:
        compiled: Any = statement.compile(dialect=_DIALECT)
        self.text = str(compiled).encode()
        self._fixed, self._order = compiled.params, compiled.positiontup
        self._makers = [_maker(cls, [each.name for each in _selected(statement, cls)]) for cls in read]

    def given(self, **values: object) -> "Asked":
        """With its parameters."""
        return self, self._fixed | values

    def parameters(self, values: Mapping[str, object]) -> list[bytes | None]:
        """As the server reads them."""
        return [_written(values[name]) for name in self._order]

    def objects(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """What one row holds: an object a class, or the bare values where there is no class."""
        if not self._makers:
            return tuple(row)
        made, at = [], 0
        for number, maker in self._makers:
            made.append(maker(row[at : at + number]))
            at += number
        return tuple(made)


Asked = tuple[Statement, Mapping[str, object]]


def _selected(statement: Any, cls: type[Any]) -> Iterator[Column[Any]]:  # noqa: ANN401 - a select
    return (each for each in statement.selected_columns if each.table is cls.__table__)


def _maker(cls: type[Any], names: Sequence[str]) -> tuple[int, Callable[[Sequence[Any]], Any]]:
    """How many columns a class takes of a row, and what makes an object of them, as the mapper does when it loads."""
    columns = cls.__table__.c
    kinds = [(name, columns[name].type.python_type) for name in names if isinstance(columns[name].type, Enum)]
    empty = class_mapper(cls).class_manager.new_instance
    unread = frozenset(columns.keys()) - frozenset(names)

    def made(values: Sequence[Any]) -> Any:  # noqa: ANN401 - an object of that class
        loaded = empty()
        given = vars(loaded)
        given.update(zip(names, values, strict=True))
        for name, kind in kinds:
            given[name] = None if given[name] is None else kind(given[name])
        # Else it would be taken for something new, and what was not read for nothing.
        instance_state(loaded).expired_attributes.update(unread)
        return loaded

    return len(names), made


def _written(value: object) -> bytes | None:
    """A text, a number or a list of ids; the statement says which type it is."""
    if isinstance(value, list):
        return f"{{{','.join(map(str, value))}}}".encode()
    return None if value is None else str(value).encode()
