"""The tables that a service carries for the procedures it uses."""

from sqlalchemy.orm import DeclarativeBase

from chassis.database import Conventions, metadata


class ProcedureTable(Conventions, DeclarativeBase):
    """The procedures' own tables, apart from each service's."""

    metadata = metadata()
