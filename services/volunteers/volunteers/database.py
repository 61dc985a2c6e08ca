"""The tables of the volunteers service."""

from sqlalchemy.orm import DeclarativeBase

from chassis.database import Conventions, metadata


class Table(Conventions, DeclarativeBase):
    """The volunteers service's own tables."""

    metadata = metadata()
