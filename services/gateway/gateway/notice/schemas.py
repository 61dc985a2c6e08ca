"""How a notice looks to one reader: what has happened, where, and the record to look at."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from chassis.records import Action
from chassis.transaction import View
from gateway.desk import notice_titles, page_of
from gateway.notice.model import Notice, NoticeState

PATH = "/api/gateway/notices"


class NoticeView(View):
    """通知; `about` names the record where that is known."""

    id: UUID
    area_id: UUID
    area_name: str
    state: NoticeState
    code: str
    title: str
    about: str | None
    href: str
    page: str
    told_at: datetime
    read_at: datetime | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def of(cls, notice: Notice, area_name: str, read_at: datetime | None) -> Self:
        """As this reader sees it."""
        mark = Action(
            name="reading", method="POST", href=f"{PATH}/{notice.id}/reading", needs_reason=False, label="标为已读"
        )
        return cls(
            id=notice.id,
            version=max(notice.seq, 0),
            area_id=notice.area_id,
            area_name=area_name,
            state=NoticeState.UNREAD if read_at is None else NoticeState.READ,
            code=notice.code,
            title=notice_titles().get(notice.code, notice.code),
            about=notice.about,
            href=notice.href,
            page=page_of(notice.href),
            told_at=notice.told_at,
            read_at=read_at,
            actions=[mark] if read_at is None else [],
            links={"record": notice.href, "area": f"/api/registry/areas/{notice.area_id}"},
        )


class ReadIn(BaseModel, extra="forbid"):
    """全部已读, up to the latest that the reader has seen."""

    until: datetime


class ReadOut(BaseModel):
    """How many were marked."""

    marked: int
