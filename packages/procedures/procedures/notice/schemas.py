"""What an objection takes in, and how a notice looks to everybody and to those who answer."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from procedures.notice.model import Kind, Notice, Objection, Standing, State
from procedures.notice.rules import may_answer
from procedures.permissions import Permission

Words = Annotated[str, Field(min_length=10, max_length=2000)]


class ObjectionIn(BaseModel):
    """异议: what is held to be wrong, and why."""

    model_config = ConfigDict(extra="forbid")

    text: Words


class AnswerIn(BaseModel):
    """答复: whether the objection stands, and the reasons, which the objector reads."""

    model_config = ConfigDict(extra="forbid")

    upheld: bool
    text: Words


class NoticeView(View):
    """公示, as everybody may read it and as it lay open; `confirmed_at` once what it proposed is decided so."""

    id: UUID
    area_id: UUID
    kind: Kind
    state: State
    title: str
    text: str
    opened_at: datetime
    closes_at: datetime
    source: str
    assumption: bool
    confirmed_at: datetime | None
    withdrawn_because: str | None
    objections_waiting: int
    objections_upheld: int
    objections_dismissed: int
    links: dict[str, str]

    @classmethod
    def seen(cls, notice: Notice, at: datetime, here: str) -> Self:
        """At an instant: whether it is open follows from the clock."""
        plain = {name: getattr(notice, name) for name in cls.model_fields if name not in {"state", "links"}}
        links = {"self": f"{here}/{notice.id}", "subject": notice.subject_href}
        return cls(**plain, state=notice.state(at), links=links)


class ObjectionView(View):
    """异议."""

    id: UUID
    notice_id: UUID
    area_id: UUID
    standing: Standing
    text: str
    raised_at: datetime
    due_on: date
    answer: str | None
    answered_at: datetime | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, objection: Objection, notice: Notice, access: Access, service: str) -> Self:
        """As this caller sees it."""
        made = {"actions", "links"}
        plain = {name: getattr(objection, name) for name in cls.model_fields if name not in made}
        here = f"/api/{service}/objections/{objection.id}"
        answerable = may_answer(notice, objection, access.account_id)
        offers = [Offer(answerable, Permission.OBJECTION_ANSWER, "answer", "答复异议")]
        return cls(
            **plain,
            actions=offered(here, objection, access, offers),
            links={"self": here, "notice": f"/api/{service}/notices/{objection.notice_id}"},
        )
