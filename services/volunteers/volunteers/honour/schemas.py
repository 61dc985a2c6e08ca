"""What a star is applied for with, how it looks to those who decide and to everybody, and where a volunteer stands."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.access import Access
from chassis.principal import Role
from chassis.records import Action, Offer, Reason, offered
from chassis.transaction import View
from volunteers.honour.model import UNDECIDED, Honour, State
from volunteers.honour.rules import decides, is_ones_own
from volunteers.permissions import Permission

StarCount = Annotated[int, Field(ge=1, le=9)]


class ApplicationIn(BaseModel, extra="forbid"):
    """申请星级; for somebody else by their public number."""

    stars: StarCount
    statement: Annotated[str, Field(max_length=500)] = ""
    volunteer_number: Annotated[str | None, Field(pattern=r"^[0-9]{16}$")] = None


class EndingIn(Reason):
    """不予认定或撤销; `disqualified_months` where it was falsified."""

    disqualified_months: Annotated[int | None, Field(ge=1, le=120)] = None


class HonourView(View):
    """星级认定; `minutes` is what was confirmed at its last step."""

    id: UUID
    area_id: UUID
    state: State
    volunteer_id: UUID
    organisation_id: UUID | None
    stars: int
    needed_minutes: int
    minutes: int
    statement: str
    decided_by: list[Role]
    applied_at: datetime
    publicised_at: datetime | None
    notice_id: UUID | None
    granted_at: datetime | None
    ended_because: str | None
    ended_at: datetime | None
    disqualified_until: date | None
    source: str
    assumption: bool
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, honour: Honour, access: Access) -> Self:
        """As this caller sees it, by its own rule."""
        made = {"needed_minutes", "decided_by", "source", "assumption", "actions", "links"}
        copied = {name: getattr(honour, name) for name in cls.model_fields if name not in made}
        rule = honour.rule
        star = rule.of(honour.stars)
        return cls(
            **copied,
            needed_minutes=star.minutes,
            decided_by=star.decided_by,
            source=rule.source,
            assumption=rule.assumption,
            actions=_actions(honour, access),
            links=_links(honour),
        )


def _links(honour: Honour) -> dict[str, str]:
    links = {
        "area": f"/api/registry/areas/{honour.area_id}",
        "volunteer": f"/api/volunteers/volunteers/{honour.volunteer_id}",
        "hours": f"/api/volunteers/hours?volunteer_id={honour.volunteer_id}",
    }
    notice = {"notice": f"/api/volunteers/notices/{honour.notice_id}"} if honour.notice_id else {}
    return links | notice


def _actions(honour: Honour, access: Access) -> list[Action]:
    """The verbs offered now; whether the notice has passed is told when it is tried."""
    own = is_ones_own(honour, access.account_id, access.principal.person_id)
    decider, state, may = decides(honour, access) and not own, honour.state, Permission.HONOUR_DECIDE
    second = not honour.is_publicised_by(access.account_id, access.principal.person_id)
    offers = (
        Offer(decider and state is State.APPLIED, may, "publication", "审核通过并公示"),
        Offer(decider and second and state is State.PUBLICISED, may, "grant", "认定"),
        Offer(decider and state in UNDECIDED, may, "refusal", "不予认定", needs_reason=True),
        Offer(decider and state is State.GRANTED, may, "revocation", "撤销星级", needs_reason=True),
    )
    return offered(f"/api/volunteers/honours/{honour.id}", honour, access, offers)


class OpenHonour(BaseModel):
    """星级志愿者, as everybody may read it: a masked name and the public number."""

    id: UUID
    area_id: UUID
    state: State
    stars: int
    name: str
    number: str
    minutes: int
    publicised_at: datetime | None
    granted_at: datetime | None
    notice_id: UUID | None


class Rung(BaseModel):
    """一个星级, and whether it is reached."""

    stars: int
    hours: int
    reached: bool
    held: bool


class Stars(BaseModel):
    """一名志愿者的星级: what is held, what is confirmed, and what may be applied for."""

    volunteer_id: UUID
    held: int
    confirmed_minutes: int
    ladder: list[Rung]
    undecided: UUID | None
    disqualified_until: date | None
    source: str
    assumption: bool
    actions: list[Action]
