"""The tables of the projects service."""

from sqlalchemy.orm import DeclarativeBase

from chassis.database import Conventions, metadata


class Table(Conventions, DeclarativeBase):
    """The projects service's own tables."""

    metadata = metadata()
