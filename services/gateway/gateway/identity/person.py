"""The person behind a phone account, known once the volunteer has registered: a copy of what others tell."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from gateway.database import Table


class KnownPerson(Table):
    """实名对应: the person behind a phone account, known once the volunteer has registered."""

    __tablename__ = "known_person"
    __table_args__ = ({"info": {"projection": True}},)

    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    seq: Mapped[int]


async def person_of(tx: AsyncSession, account_id: UUID) -> UUID | None:
    """The person's id, if the account's holder has registered."""
    return await tx.scalar(select(KnownPerson.person_id).where(KnownPerson.account_id == account_id))
