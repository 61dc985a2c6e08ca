"""The tables of the gateway service."""

from sqlalchemy.orm import DeclarativeBase

from chassis.database import Conventions, metadata


class Table(Conventions, DeclarativeBase):
    """The gateway service's own tables."""

    metadata = metadata()
