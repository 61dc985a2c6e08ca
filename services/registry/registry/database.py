"""The tables of the registry, and what one of them refuses."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase

from chassis.database import Conventions, metadata


class Table(Conventions, DeclarativeBase):
    """The registry's own tables."""

    metadata = metadata()


def broken_constraint(refused: IntegrityError) -> str | None:
    """The name of the rule that the database found broken."""
    name: str | None = getattr(getattr(refused.orig, "diag", None), "constraint_name", None)
    return name
