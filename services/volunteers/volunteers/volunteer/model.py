"""Volunteers: one registration a person city-wide, personal fields encrypted, groups as overlapping tags."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CompoundSelect, ForeignKey, Index, Select, literal, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from chassis.database import Record, new_id
from chassis.person import IdType
from chassis.problems import NotFound
from volunteers.database import Table


class State(StrEnum):
    """注册状态."""

    REGISTERED = "registered"
    WITHDRAWN = "withdrawn"


class Group(StrEnum):
    """志愿者群体: a person may be of several, so group counts never add up to a total."""

    CIVIL_SERVANT = "civil_servant"  # 公务员
    EDUCATOR = "educator"  # 教育工作者
    MIGRANT_WORKER = "migrant_worker"  # 外来务工人员
    PARTY_MEMBER = "party_member"  # 共产党员
    RETIREE = "retiree"  # 离退休人员
    TECHNICIAN = "technician"  # 技术人员
    YOUTH = "youth"  # 青少年
    YOUTH_LEAGUE = "youth_league"  # 共青团员


class Relation(StrEnum):
    """与被监护人的关系."""

    GRANDPARENT = "grandparent"
    OTHER_GUARDIAN = "other_guardian"
    PARENT = "parent"


ONE_REGISTRATION_A_PERSON = "uq_volunteer_person_id"
ONE_VOLUNTEER_AN_ACCOUNT = "uq_volunteer_account_id"
_STANDING = text("state <> 'withdrawn'")
_ALIKE = text("state <> 'withdrawn' and likeness is not null")
_TO_FILL_IN = text("state <> 'withdrawn' and likeness is null")


class Volunteer(Record, Table):
    """志愿者."""

    __tablename__ = "volunteer"

    account_id: Mapped[UUID]
    person_id: Mapped[UUID]
    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[State]
    id_type: Mapped[IdType]
    name_cipher: Mapped[bytes]
    id_number_cipher: Mapped[bytes]
    born_on_cipher: Mapped[bytes]
    # Of a registration on paper: the telephone on the list, the officer who laid it, the day of the signature.
    phone_cipher: Mapped[bytes | None]
    registered_by: Mapped[UUID | None]
    consented_on: Mapped[date | None]
    groups: Mapped[list[str]]
    skills: Mapped[list[str]]
    registered_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    # The same for the same name and birth date, and telling neither; none until it has been filled in.
    likeness: Mapped[UUID | None]
    # Closed as the second registration of a person, who goes on under this one.
    continued_as_id: Mapped[UUID | None] = mapped_column(ForeignKey("volunteer.id"))
    # Set while no guardian stands for the registration; a child then takes no further part.
    consent_withdrawn_at: Mapped[datetime | None]
    consents: Mapped[list["GuardianConsent"]] = relationship(lazy="raise", order_by="GuardianConsent.id")

    __table_args__ = (
        Index("ix_volunteer_scope_key_id", "scope_key", "id"),
        # Who withdrew may register again; the old row stays, and hours are counted by person.
        Index(ONE_REGISTRATION_A_PERSON, "person_id", unique=True, postgresql_where=_STANDING),
        Index(ONE_VOLUNTEER_AN_ACCOUNT, "account_id", unique=True, postgresql_where=_STANDING),
        Index("ix_volunteer_account_id", "account_id"),
        Index("ix_volunteer_person_id", "person_id"),
        Index("ix_volunteer_groups", "groups", postgresql_using="gin"),
        Index("ix_volunteer_likeness", "likeness", "id", postgresql_where=_ALIKE),
        Index("ix_volunteer_likeness_missing", "id", postgresql_where=_TO_FILL_IN),
        Index("ix_volunteer_continued", "continued_as_id", postgresql_where=text("continued_as_id is not null")),
    )

    @property
    def is_unclaimed(self) -> bool:
        """Registered on paper, and nobody has signed in for it yet: its account is its own id."""
        return self.account_id == self.id


class GuardianConsent(Table):
    """监护人同意: to a child's registration, to one activity, where the youngest are accompanied, or to one team."""

    __tablename__ = "guardian_consent"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"), index=True)
    activity_id: Mapped[UUID | None]
    team_id: Mapped[UUID | None]
    name_cipher: Mapped[bytes]
    phone_cipher: Mapped[bytes]
    relation: Mapped[Relation]
    accompanies: Mapped[bool] = mapped_column(default=False)
    consented_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]

    @property
    def to_registration(self) -> bool:
        """Whether it is to the registration as such."""
        return self.activity_id is None and self.team_id is None


async def by_number(tx: AsyncSession, number: str, *, pointer: str) -> Volunteer:
    """The volunteer who told somebody the own number, held; it tells nothing of the person."""
    standing = (Volunteer.number == number, Volunteer.state == State.REGISTERED)
    found = await tx.scalar(select(Volunteer).where(*standing).with_for_update())
    if found is None:
        raise NotFound(pointer=pointer)
    return found


def persons_of(person_id: UUID) -> CompoundSelect[UUID]:
    """The person of a document, under every other document too, whichever registration of theirs was closed."""
    mine, stays, closed, beside = (aliased(Volunteer) for _ in range(4))
    goes_on = select(stays.person_id).join(mine, mine.continued_as_id == stays.id)
    as_mine = select(closed.person_id).join(mine, closed.continued_as_id == mine.id)
    as_the_same = select(beside.person_id).join(mine, beside.continued_as_id == mine.continued_as_id)
    others = (each.where(mine.person_id == person_id) for each in (goes_on, as_mine, as_the_same))
    return select(literal(person_id)).union_all(*others)


def registrations_of(volunteer_id: UUID) -> CompoundSelect[UUID]:
    """A registration, and every other one that was closed as the same person's."""
    closed = select(Volunteer.id).where(Volunteer.continued_as_id == volunteer_id)
    return select(literal(volunteer_id)).union_all(closed)


def continued(people: Sequence[UUID]) -> Select[UUID, Volunteer]:
    """Whose second registration was closed: the person of that document, and the registration that stands."""
    closed = aliased(Volunteer)
    goes_on = select(closed.person_id, Volunteer).join(closed, closed.continued_as_id == Volunteer.id)
    return goes_on.where(closed.person_id.in_(people), Volunteer.state != State.WITHDRAWN)
