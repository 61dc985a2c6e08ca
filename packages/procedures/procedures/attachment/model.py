"""Blobs, each kept once under the digest of its bytes, and the attachments by which people hold them."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record
from procedures.tables import ProcedureTable

# Where an upload lies before it belongs to a record: the nil UUID of RFC 9562 and a path that is in no area's range.
NOWHERE, HIDDEN = UUID(int=0), ""


class State(StrEnum):
    """附件状态."""

    WAITING = "waiting"
    BOUND = "bound"


class Blob(ProcedureTable):
    """文件内容; its type is what its bytes say."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(Text(collation="C"), primary_key=True)
    size: Mapped[int]
    media_type: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True)

    __table_args__ = (CheckConstraint("size > 0 and size = octet_length(content)", name="size"),)


class Attachment(Record, ProcedureTable):
    """附件: its account's and its organisation's own until it is bound to a record, then seen with that."""

    __tablename__ = "attachment"

    account_id: Mapped[UUID]
    organisation_id: Mapped[UUID | None]
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(Text(collation="C"), ForeignKey("blob.sha256"), index=True)
    uploaded_at: Mapped[datetime]
    subject_kind: Mapped[str | None]
    subject_id: Mapped[UUID | None] = mapped_column(index=True)
    subject_href: Mapped[str | None]
    attached_at: Mapped[datetime | None]
    open_to_all: Mapped[bool] = mapped_column(default=False)
    blob: Mapped[Blob] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (
        CheckConstraint("(subject_id is null) = (attached_at is null)", name="bound"),
        CheckConstraint("subject_id is not null or not open_to_all", name="open"),
        Index("ix_attachment_scope_key_id", "scope_key", "id"),
        Index("ix_attachment_account_id_id", "account_id", "id"),
        Index("ix_attachment_organisation_id_id", "organisation_id", "id"),
    )

    @property
    def state(self) -> State:
        """Bound for good, once it belongs to a record."""
        return State.WAITING if self.subject_id is None else State.BOUND
