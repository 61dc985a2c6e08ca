"""Posts of social workers in communities, and who held them from which day until which."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record, new_id
from registry.database import Table
from registry.social_worker.model import EmployerKind


class PostField(StrEnum):
    """服务领域."""

    COMMUNITY = "community"
    ELDERLY = "elderly"
    CHILDREN_YOUTH = "children_youth"
    DISABILITY = "disability"
    FAMILY = "family"
    SOCIAL_ASSISTANCE = "social_assistance"
    JUSTICE = "justice"
    HEALTH = "health"


# Its name in the database, which decides between two that act at once.
ONE_POST_A_NUMBER = "uq_post_number"


class Post(Record, Table):
    """社工岗位: planned from a day on, whether filled or not."""

    __tablename__ = "post"

    number: Mapped[str] = mapped_column(unique=True)
    field: Mapped[PostField]
    employer_kind: Mapped[EmployerKind]
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    full_time: Mapped[bool]
    planned_on: Mapped[date]
    holdings: Mapped[list["Holding"]] = relationship(lazy="selectin", order_by="Holding.id")

    __table_args__ = (Index("ix_post_scope_key_id", "scope_key", "id"),)

    def holding(self, on: date) -> "Holding | None":
        """Who holds it on a day."""
        return next((each for each in self.holdings if each.covers(on)), None)


class Holding(Table):
    """在岗: one person in one post, from a day until (excluding) another."""

    __tablename__ = "holding"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    post_id: Mapped[UUID] = mapped_column(ForeignKey("post.id"))
    social_worker_id: Mapped[UUID] = mapped_column(ForeignKey("social_worker.id"), index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    vacated_because: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="days"),
        Index("uq_holding_post", "post_id", unique=True, postgresql_where=text("ends_on is null")),
    )

    def covers(self, on: date) -> bool:
        """Whether it was held on a day."""
        return self.starts_on <= on and (self.ends_on is None or on < self.ends_on)
