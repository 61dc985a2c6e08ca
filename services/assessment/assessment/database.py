"""The tables of the assessment service."""

from sqlalchemy.orm import DeclarativeBase

from chassis.database import Conventions, metadata


class Table(Conventions, DeclarativeBase):
    """The assessment service's own tables."""

    metadata = metadata()
