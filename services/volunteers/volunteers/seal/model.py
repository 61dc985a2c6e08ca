"""The ledger of confirmed hours: which entry has which number, under a seal, in pages signed one after the other."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from volunteers.database import Table


class Unsealed(Table):
    """待封存: what has been confirmed and stands on no page yet; a trigger on `hours` fills it, sealing empties it."""

    __tablename__ = "hours_unsealed"

    hours_id: Mapped[UUID] = mapped_column(primary_key=True)


class HoursSeal(Table):
    """封条: the number of an entry, and the keyed hash of number and content; kept narrow, for there are millions.

    Without the key, which is not in the database, nobody makes the seal that a changed row would need.
    """

    __tablename__ = "hours_seal"

    n: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    hours_id: Mapped[UUID] = mapped_column(unique=True)
    seal: Mapped[bytes]


class LedgerPage(Table):
    """账页: the entries `first` to `last`, their Merkle root, and the signed head that chains it to the page before.

    The head of a day's last page is that day's root.
    """

    __tablename__ = "ledger_page"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    first: Mapped[int] = mapped_column(unique=True)
    last: Mapped[int] = mapped_column(unique=True)
    root: Mapped[bytes]
    head: Mapped[bytes]
    day: Mapped[date] = mapped_column(index=True)
    sealed_at: Mapped[datetime]
    signed: Mapped[str]
