"""Pairs of standing registrations with the same name and birth date, found by query, and what was judged of each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ColumnElement, ForeignKey, Select, Text, UniqueConstraint, and_, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, aliased, mapped_column

from chassis.access import Access
from chassis.database import Record
from volunteers.database import Table
from volunteers.volunteer.model import State as Standing
from volunteers.volunteer.model import Volunteer


class Verdict(StrEnum):
    """认定结果."""

    DIFFERENT = "different"
    SAME = "same"


class Judgement(Record, Table):
    """认定: of a pair, the elder registration first; it lies where the officer reached one of them."""

    __tablename__ = "duplicate_judgement"

    one_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    verdict: Mapped[Verdict]
    stays_id: Mapped[UUID | None]
    reason: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("one_id", "other_id"),)


# What is still to be compared, filled by a trigger; and the hashes that several registrations have, few among millions.
WAITING = sa.Table("likeness_waiting", Table.metadata, sa.Column("likeness", sa.Uuid(), nullable=False))
SHARED = sa.Table("likeness_shared", Table.metadata, sa.Column("likeness", sa.Uuid(), primary_key=True))

_ONE, _OTHER = aliased(Volunteer), aliased(Volunteer)
_JUDGED = select(Judgement.id).where(
    Judgement.one_id == func.least(_ONE.id, _OTHER.id), Judgement.other_id == func.greatest(_ONE.id, _OTHER.id)
)


class Pair(Table):
    """疑似重复: each pair twice, from either side, until somebody has judged it."""

    __table__ = (
        select(
            _ONE.likeness.label("likeness"),
            _ONE.id.label("one_id"),
            _OTHER.id.label("other_id"),
            _ONE.scope_key.label("one_scope"),
            _OTHER.scope_key.label("other_scope"),
        )
        .join(SHARED, SHARED.c.likeness == _ONE.likeness)
        .join(_OTHER, _OTHER.likeness == SHARED.c.likeness)
        .where(
            _ONE.id != _OTHER.id,
            _ONE.state != Standing.WITHDRAWN,
            _OTHER.state != Standing.WITHDRAWN,
            ~_JUDGED.exists(),
        )
        .subquery("pair")
    )
    __mapper_args__ = {"primary_key": [__table__.c.one_id, __table__.c.other_id]}  # noqa: RUF012 - SQLAlchemy's own form

    likeness: Mapped[UUID]
    one_id: Mapped[UUID]
    other_id: Mapped[UUID]
    one_scope: Mapped[str]
    other_scope: Mapped[str]


def unjudged(access: Access) -> Select[Pair]:
    """Those of which one lies in the caller's area, which stands first; of two that both lie there, the elder."""
    here, beside = (_within(column, access) for column in (Pair.one_scope, Pair.other_scope))
    return select(Pair).where(here, or_(Pair.one_id < Pair.other_id, ~beside))


def _within(scope: InstrumentedAttribute[str], access: Access) -> ColumnElement[bool]:
    return or_(false(), *(and_(scope >= low, scope < high) for low, high in access.ranges))


@dataclass(slots=True)
class Alike:
    """Two registrations that look like one person's, the elder first; its version grows with each of theirs."""

    one: Volunteer
    other: Volunteer
    judgement: Judgement | None

    @property
    def sides(self) -> tuple[Volunteer, Volunteer]:
        """Both."""
        return self.one, self.other

    @property
    def id(self) -> str:
        """Of the two ids."""
        return f"{self.one.id.hex}_{self.other.id.hex}"

    @property
    def version(self) -> int:
        """Neither version ever shrinks, and a judgement is one more."""
        return self.one.version + self.other.version + (self.judgement is not None)
