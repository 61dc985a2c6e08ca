"""Areas: a permanent id and place in the tree; codes, names, parents and organ kinds are dated."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import new_id
from registry.database import Table


class Level(StrEnum):
    """层级: Dongguan has no districts, so a township stands directly below the city."""

    CITY = "city"
    TOWNSHIP = "township"
    COMMUNITY = "community"


class OrganKind(StrEnum):
    """组织形态, derived from the statistical code and kept apart from the urban-rural class."""

    PREFECTURE_CITY = "prefecture_city"
    SUBDISTRICT = "subdistrict"
    TOWN = "town"
    FUNCTIONAL_ZONE = "functional_zone"
    RESIDENTS_COMMITTEE = "RC"
    VILLAGERS_COMMITTEE = "VC"
    QUASI_RESIDENTS = "quasi_RC"
    QUASI_VILLAGERS = "quasi_VC"


class Area(Table):
    """片区: 市、镇街（园区）、村（社区）."""

    __tablename__ = "area"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    level: Mapped[Level]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"), unique=True)
    terms: Mapped[list["AreaTerm"]] = relationship(
        lazy="raise", order_by="AreaTerm.valid_from", foreign_keys="AreaTerm.area_id"
    )
    populations: Mapped[list["Population"]] = relationship(lazy="raise", order_by="Population.counted_on")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own form

    def term(self, on: date) -> "AreaTerm | None":
        """What the area was called and belonged to on a day."""
        return next((term for term in reversed(self.terms) if term.covers(on)), None)


class AreaTerm(Table):
    """区划沿革: one dated state of an area; 村改居, renaming and moving make a new one."""

    __tablename__ = "area_term"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    area_id: Mapped[UUID] = mapped_column(ForeignKey("area.id"), index=True)
    code: Mapped[str]
    name: Mapped[str | None]
    organ_kind: Mapped[OrganKind]
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("area.id"))
    source: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    __table_args__ = (
        UniqueConstraint("area_id", "valid_from"),
        Index("ix_area_term_code", "code"),
        Index("ix_area_term_parent_id", "parent_id"),
    )

    def covers(self, on: date) -> bool:
        """Whether this term held on a day; the end is exclusive."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


class Population(Table):
    """人口: a dated, named count; every ratio must say which one it divides by."""

    __tablename__ = "population"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    area_id: Mapped[UUID] = mapped_column(ForeignKey("area.id"))
    kind: Mapped[str]
    value: Mapped[int]
    counted_on: Mapped[date]
    source: Mapped[str]

    __table_args__ = (UniqueConstraint("area_id", "kind", "counted_on", "source"),)
