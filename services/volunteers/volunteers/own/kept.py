"""What is kept of a person: every table that names them, whichever stage made it, so that none is forgotten."""

import re
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Select, select

from chassis.vault import Vault
from procedures.tables import ProcedureTable
from volunteers.database import Table
from volunteers.volunteer.model import Volunteer

# Of the place in the tree, the editions of a row, a hash and the keys of accounts and persons nobody has any use; what
# is decided of hours stands with them.
UNTOLD = {
    *("scope_key", "version", "likeness", "seq", "hours_decided"),
    *("account_id", "entered_account_id", "person_id"),
}
CIPHER = "_cipher"


@dataclass(frozen=True, slots=True)
class Person:
    """本人: the account that asks, and every registration of the same person."""

    account_id: UUID
    volunteers: tuple[UUID, ...]
    persons: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """一类资料: one table, by its Chinese name."""

    key: str
    title: str
    model: Any

    def of(self, person: Person) -> Select[Any]:
        """The rows that name the person, the oldest first."""
        return select(self.model).where(_naming(self.model, person)).order_by(*self.model.__mapper__.primary_key)

    def row(self, record: Any, keys: Vault) -> dict[str, Any]:  # noqa: ANN401 - any mapped row
        """One row in the clear, without the accounts and persons of others who worked on it."""
        told: dict[str, Any] = {}
        for column in _columns(self.model):
            value = getattr(record, column)
            if column.endswith(CIPHER):
                name = column.removesuffix(CIPHER)
                told[name] = keys.decrypt(value, table=self.key, column=name, row_id=record.id) if value else None
            elif column not in UNTOLD and not _is_anothers(self.model, column):
                told[column] = value
        return told


def _is_anothers(model: Any, column: str) -> bool:  # noqa: ANN401 - any mapped class
    """Who recorded, confirmed or applied: an account or person that is not what the row is about; no instant is one."""
    named = column.endswith(("_by", "_person_id")) or column == "second_account_id"
    return named and not isinstance(model.__mapper__.column_attrs[column].columns[0].type, DateTime)


def _columns(model: Any) -> list[str]:  # noqa: ANN401 - any mapped class
    return [each.key for each in model.__mapper__.column_attrs]


def _naming(model: Any, person: Person) -> ColumnElement[bool]:  # noqa: ANN401 - any mapped class
    """By the first of the columns that the table has: with several in one condition the whole of it would be read."""
    columns = _columns(model)
    if "volunteer_id" in columns:
        found = model.volunteer_id.in_(person.volunteers)
    elif "person_id" in columns:
        found = model.person_id.in_(person.persons)
    else:
        found = model.account_id == person.account_id
    return cast("ColumnElement[bool]", found)


def sections() -> list[Section]:
    """The registration first, then every table that names a volunteer, a person or an account."""
    mappers = [*Table.registry.mappers, *ProcedureTable.registry.mappers]
    naming = {"volunteer_id", "person_id", "account_id"}
    models = [each.class_ for each in mappers if naming & set(_columns(each.class_))]
    ordered = sorted(models, key=lambda model: (model is not Volunteer, model.__tablename__))
    return [Section(model.__tablename__, _title(model), model) for model in ordered]


def _title(model: Any) -> str:  # noqa: ANN401 - any mapped class
    """Models open their docstring with the Chinese word for what they hold."""
    found = re.match(r"[\u4e00-\u9fff（）+]+", model.__doc__ or "")
    return found.group() if found else model.__tablename__
