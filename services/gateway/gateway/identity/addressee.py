"""Whom something is addressed to: a role in an area, or an organisation; and what of it is addressed to a caller."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, and_, false, or_
from sqlalchemy.orm import Mapped, mapped_column

from chassis.principal import BY_ORGANISATION, Grant


class Addressed:
    """What waits for, or is told to, whoever holds a role where it lies."""

    area_id: Mapped[UUID]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    role: Mapped[str]
    organisation_id: Mapped[UUID | None]


def addressed_to(model: Any, grants: Iterable[Grant]) -> ColumnElement[bool]:  # noqa: ANN401 - any addressed class
    """The filter of what one of the roles held is meant by; narrower than what the caller may see."""
    return or_(false(), *(_meant(model, grant) for grant in grants))


def _meant(model: Any, grant: Grant) -> ColumnElement[bool]:  # noqa: ANN401
    if grant.role in BY_ORGANISATION:
        return and_(model.role == grant.role, model.organisation_id == grant.organisation_id)
    low, high = grant.range
    of_organisation = or_(model.organisation_id.is_(None), model.organisation_id == grant.organisation_id)
    return and_(model.role == grant.role, model.scope_key >= low, model.scope_key < high, of_organisation)
