"""The way of an attachment: taken if it is what its name says, bound once to a record, perhaps published with it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from chassis.access import Access
from chassis.problems import FieldError, Problem, TooLarge
from procedures.attachment.dated import AttachmentRule, Kind
from procedures.attachment.facts import AttachmentFact, AttachmentReadFact, Told
from procedures.attachment.kinds import detected, ending_of
from procedures.attachment.model import Attachment, State


class AttachmentEmpty(Problem):
    """文件是空的。"""

    status = 422


class AttachmentTooLarge(TooLarge):
    """文件超过允许的大小。"""


class AttachmentKindRefused(Problem):
    """不接收这种文件，或文件内容与名称不符。"""

    status = 422


class TooManyAttachments(Problem):
    """您上传后未使用的文件过多，请先提交或稍后再试。"""

    status = 429


class AttachmentUnknown(Problem):
    """附件不存在，或不是您上传的。"""

    status = 422


class AttachmentBound(Problem):
    """附件已用于其他记录。"""


class Subject(Protocol):
    """A record that files are attached to; where it has an `organisation_id`, that organisation sees them."""

    __tablename__: Any
    id: Any
    area_id: Any
    scope_key: Any


def judge(name: str, content: bytes, rule: AttachmentRule) -> Kind:
    """收取文件: neither empty nor too large, of a kind that is taken, and of the kind that its name says."""
    if not content:
        raise AttachmentEmpty(pointer="/")
    if len(content) > rule.most_bytes:
        raise AttachmentTooLarge(most_bytes=rule.most_bytes)
    kind = detected(content, rule)
    if kind is None or ending_of(name) not in kind.endings:
        raise AttachmentKindRefused(pointer="?name", taken=rule.endings)
    return kind


def said(attachment: Attachment) -> dict[str, Any]:
    """What every fact about a bound attachment says."""
    names = ("area_id", "scope_key", "subject_kind", "subject_id", "sha256")
    plain = {name: getattr(attachment, name) for name in names}
    blob = attachment.blob
    return {"attachment_id": attachment.id, "size": blob.size, "media_type": blob.media_type} | plain


def is_own(attachment: Attachment, by: Access) -> bool:
    """Uploaded by this account, or by another of the same organisation."""
    shared = attachment.organisation_id is not None and attachment.organisation_id == by.organisation_id
    return shared or (by.account_id is not None and attachment.account_id == by.account_id)


def require_free(
    found: dict[UUID, Attachment], asked: Sequence[UUID], *, to: Subject, by: Access, pointer: str
) -> list[Attachment]:
    """The attachments to bind: the caller's own and in no other record; what this record holds already is left out."""
    strange, bound, free = [], [], []
    for place, each in enumerate(asked):
        attachment = found.get(each)
        if attachment is not None and attachment.subject_id == to.id:
            continue
        if attachment is None or not is_own(attachment, by):
            strange.append(place)
        elif attachment.state is State.BOUND:
            bound.append(place)
        elif attachment not in free:
            free.append(attachment)
    for refusal, places in ((AttachmentUnknown, strange), (AttachmentBound, bound)):
        if places:
            raise refusal(errors=[FieldError(pointer=f"{pointer}/{n}", title=refusal.title()) for n in places])
    return free


def bind(attachment: Attachment, told: Told, *, to: Subject, href: str, at: datetime) -> AttachmentFact:
    """归入记录: seen with the record from now on."""
    attachment.subject_kind, attachment.subject_id, attachment.subject_href = to.__tablename__, to.id, href
    attachment.area_id, attachment.scope_key, attachment.attached_at = to.area_id, to.scope_key, at
    attachment.organisation_id = getattr(to, "organisation_id", None) or attachment.organisation_id
    return told.attached(**said(attachment))


def unseal(attachment: Attachment, *, of: Subject) -> None:
    """随记录启封: the file lies where its record does from now on, and is seen with it."""
    attachment.area_id, attachment.scope_key = of.area_id, of.scope_key


def publish(attachment: Attachment) -> None:
    """公开: everybody may fetch the file; never taken back."""
    attachment.open_to_all = True


def read(attachment: Attachment, told: Told) -> AttachmentReadFact | None:
    """Fetching what belongs to a record is told to the auditor; what is open to all, or one's own upload, is not."""
    if attachment.state is State.WAITING or attachment.open_to_all:
        return None
    return told.read(**said(attachment))
