"""The tables of the registry."""

from sqlalchemy.orm import DeclarativeBase

from chassis.database import Conventions, metadata


class Table(Conventions, DeclarativeBase):
    """The registry's own tables."""

    metadata = metadata()
