"""How an attachment looks, and with which headers its bytes leave."""

from datetime import datetime
from typing import Self
from urllib.parse import quote
from uuid import UUID

from pydantic import BaseModel

from chassis.records import Action
from chassis.transaction import View
from procedures.attachment.kinds import ending_of
from procedures.attachment.model import Attachment, State


class AttachmentView(View):
    """附件; `area_id` is that of the record it belongs to."""

    id: UUID
    area_id: UUID | None
    state: State
    name: str
    size: int
    media_type: str
    sha256: str
    uploaded_at: datetime
    attached_at: datetime | None
    subject_kind: str | None
    subject_id: UUID | None
    open_to_all: bool
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, attachment: Attachment, service: str) -> Self:
        """As whoever may fetch it sees it; nothing is to be done with it but to fetch it."""
        made = {"area_id", "size", "media_type", "actions", "links"}
        plain = {name: getattr(attachment, name) for name in cls.model_fields if name not in made}
        here = f"/api/{service}/attachments/{attachment.id}"
        links = {"self": here, "content": f"{here}/content"}
        if attachment.subject_href is not None:
            links["subject"] = attachment.subject_href
        return cls(
            **plain,
            area_id=attachment.area_id if attachment.subject_id else None,
            size=attachment.blob.size,
            media_type=attachment.blob.media_type,
            actions=[],
            links=links,
        )


class OpenAttachment(BaseModel):
    """公开的附件, as everybody may fetch it."""

    id: UUID
    name: str
    size: int
    media_type: str
    sha256: str
    links: dict[str, str]

    @classmethod
    def of(cls, attachment: Attachment, service: str) -> Self:
        """Its size in bytes; who handed it in is nobody's business."""
        href = f"/api/{service}/published/attachments/{attachment.id}/content"
        return cls(
            id=attachment.id,
            name=attachment.name,
            size=attachment.blob.size,
            media_type=attachment.blob.media_type,
            sha256=attachment.sha256,
            links={"content": href},
        )


def headers_of(attachment: Attachment) -> dict[str, str]:
    """To be saved and never shown in place, run, guessed at or kept on the way."""
    plain = f"attachment.{ending_of(attachment.name)}"
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(attachment.name, safe='')}",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
