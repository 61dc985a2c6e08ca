"""What every service says of its attachments; each names the types of its own."""

from typing import ClassVar, NamedTuple
from uuid import UUID

from chassis.facts import Fact
from chassis.tables import Audience


class AttachmentFact(Fact):
    """A file belongs to a record; its digest stands in the sealed log. What it is called is never told."""

    SUBJECT: ClassVar[str] = "attachment_id"

    attachment_id: UUID
    subject_kind: str
    subject_id: UUID
    sha256: str
    size: int
    media_type: str


class AttachmentReadFact(AttachmentFact):
    """Somebody fetched a file that belongs to a record."""

    AUDIENCE: ClassVar[Audience] = Audience.AUDIT


class Told(NamedTuple):
    """The facts by which one service tells of its attachments."""

    service: str
    attached: type[AttachmentFact]
    read: type[AttachmentReadFact]
