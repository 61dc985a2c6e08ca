"""Facilities in communities: what they are, where they stand, their rooms and opening hours."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from registry.database import Table


class FacilityKind(StrEnum):
    """设施类型."""

    SERVICE_CENTRE = "service_centre"
    SOCIAL_WORK_STATION = "social_work_station"
    ELDERLY_CARE = "elderly_care"
    CHILDREN_HOME = "children_home"
    INCUBATOR = "incubator"
    OTHER = "other"


class State(StrEnum):
    """设施状态."""

    OPEN = "open"
    CLOSED = "closed"


class Facility(Record, Table):
    """服务设施, such as a 综合服务管理中心."""

    __tablename__ = "facility"

    name: Mapped[str]
    kind: Mapped[FacilityKind]
    address: Mapped[str]
    rooms: Mapped[list[str]]
    opening_hours: Mapped[str]
    floor_area_m2: Mapped[int]
    state: Mapped[State] = mapped_column(index=True)
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    closed_because: Mapped[str | None]

    __table_args__ = (Index("ix_facility_scope_key_id", "scope_key", "id"),)
