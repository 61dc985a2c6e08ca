"""The person behind an account: of staff by the document shown at its opening, of a phone once they have registered.

The rebuild of it leaves every row in place: a token made meanwhile must not forget whose it is.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.tables import OVERWRITTEN
from gateway.database import Table
from gateway.identity.model import Account


class KnownPerson(Table):
    """实名对应: the person behind a phone account, known once the volunteer has registered."""

    __tablename__ = "known_person"
    __table_args__ = ({"info": {"projection": OVERWRITTEN}},)

    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    seq: Mapped[int]


async def person_of(tx: AsyncSession, account: Account) -> UUID | None:
    """The person's id, the same whichever of their accounts they use."""
    if account.person_id is not None:
        return account.person_id
    return await tx.scalar(select(KnownPerson.person_id).where(KnownPerson.account_id == account.id))
