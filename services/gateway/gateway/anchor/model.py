"""The heads of the hours ledger as they were first heard: whoever rewrites the ledger cannot rewrite these too."""

from datetime import date

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from gateway.database import Table


class LedgerAnchor(Table):
    """存证: one page of the ledger. No copy that a rebuild may make anew: what was heard first stays."""

    __tablename__ = "ledger_anchor"

    page: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    last: Mapped[int]
    head: Mapped[str]
    day: Mapped[date]
