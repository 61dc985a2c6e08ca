"""Targets of the city or of one town: what is to be reached by when, by which text; a set one is never edited."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Double, Index
from sqlalchemy.orm import Mapped, mapped_column

from assessment.database import Table
from chassis.database import new_id


class Aim(StrEnum):
    """指标: what a target is set for."""

    CATEGORY_BALANCE = "category_balance"
    DELIBERATION_CLOSURE = "deliberation_closure"
    FACILITY_COVERAGE = "facility_coverage"
    FILED_TO_REGISTERED = "filed_to_registered"
    FUND_EXECUTION = "fund_execution"
    HOURS = "hours"
    HOURS_PER_HEAD = "hours_per_head"
    NEEDS_ANSWERED = "needs_answered"
    ORG_AVERAGE = "org_average"
    ORG_MINIMUM = "org_minimum"
    POST_COVERAGE = "post_coverage"
    PURCHASE_SATISFACTION = "purchase_satisfaction"
    SATISFACTION = "satisfaction"
    SW_PER_10K = "sw_per_10k"
    VOLUNTEER_ACTIVE_RATIO = "volunteer_active_ratio"
    VOLUNTEER_RATIO = "volunteer_ratio"


class OrganKind(StrEnum):
    """村（社区）组织形态: the attribute that the rule of 5 and 10 uses, not the urban-rural class."""

    RESIDENTS_COMMITTEE = "RC"
    VILLAGERS_COMMITTEE = "VC"


class State(StrEnum):
    """目标状态: an expired one is past its deadline and still in force."""

    UPCOMING = "upcoming"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


class Target(Table):
    """指标目标: everybody works towards it, so every member of staff reads it and it carries no scope of its own."""

    __tablename__ = "target"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    area_id: Mapped[UUID]
    indicator: Mapped[Aim]
    organ_kind: Mapped[OrganKind | None]
    value: Mapped[float] = mapped_column(Double)
    valid_from: Mapped[date]
    deadline: Mapped[date | None]
    source: Mapped[str]
    clause: Mapped[str | None]
    assumption: Mapped[bool]
    set_at: Mapped[datetime]

    __table_args__ = (
        Index(
            "uq_target_begun",
            "area_id",
            "indicator",
            "organ_kind",
            "valid_from",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )

    @property
    def subject(self) -> tuple[Aim, OrganKind | None]:
        """What it is a target for: targets of the same subject supersede each other."""
        return self.indicator, self.organ_kind
