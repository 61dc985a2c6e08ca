"""What proposing, confirming and correcting take in, and how an entry looks from outside."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.access import Access
from chassis.clock import Instant
from chassis.records import Action, Offer, Reason, offered
from chassis.transaction import View
from volunteers.hours.model import WAITING, Hours, Source, State
from volunteers.hours.proposal import Span, decide_by
from volunteers.permissions import Permission


class SpanIn(BaseModel, extra="forbid"):
    """服务时间; minutes are those between start and end."""

    starts_at: Instant
    ends_at: Instant

    def span(self) -> Span:
        """Nothing, where it ends before it starts."""
        return Span(self.starts_at, max(self.starts_at, self.ends_at))


class HoursIn(SpanIn, Reason):
    """补录时长."""

    signup_id: UUID


class ReturnIn(Reason):
    """退回; `instead` is when somebody served in truth, none for nothing."""

    instead: SpanIn | None = None


class CounterIn(Reason):
    """冲正; `minutes` is what it should have been, 0 for nothing."""

    minutes: Annotated[int, Field(ge=0, le=7 * 24 * 60)] = 0


class Seen(BaseModel, extra="forbid"):
    """An entry at the version that was looked at."""

    id: UUID
    version: int


class ConfirmationsIn(BaseModel, extra="forbid"):
    """批量确认."""

    items: Annotated[list[Seen], Field(min_length=1, max_length=200)]


class Outcome(BaseModel):
    """One entry's result; `problem` names the refusal, none when it was confirmed."""

    id: UUID
    confirmed: bool
    problem: str | None
    title: str | None


class Confirmations(BaseModel):
    """批量确认的结果, in the order asked."""

    items: list[Outcome]


class Total(BaseModel):
    """合计."""

    volunteer_id: UUID
    confirmed_minutes: int
    waiting_minutes: int


class HoursView(View):
    """志愿服务时长."""

    id: UUID
    area_id: UUID
    state: State
    source: Source
    volunteer_id: UUID
    activity_id: UUID
    project_id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    minutes: int
    evidence_id: UUID | None
    forgot_check_out: bool
    place_unknown: bool
    vouched_by: UUID | None
    full_check: bool
    checked_at: datetime | None
    because: str | None
    objection: str | None
    decide_by: date | None
    proposed_at: datetime
    second_account_id: UUID | None
    decided_at: datetime | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, hours: Hours, access: Access) -> Self:
        """As this caller sees it."""
        told = {"decide_by": decide_by(hours), "actions": _actions(hours, access), "links": _links(hours)}
        return cls(**{name: getattr(hours, name) for name in cls.model_fields if name not in told}, **told)


def _links(hours: Hours) -> dict[str, str]:
    links = {
        "area": f"/api/registry/areas/{hours.area_id}",
        "activity": f"/api/projects/activities/{hours.activity_id}",
        "project": f"/api/projects/projects/{hours.project_id}",
        "volunteer": f"/api/volunteers/volunteers/{hours.volunteer_id}",
        "signup": f"/api/volunteers/signups/{hours.signup_id}",
    }
    if hours.evidence_id is None:
        return links
    kind = "attendances" if hours.source is Source.ATTENDANCE else "hours"
    return {**links, "evidence": f"/api/volunteers/{kind}/{hours.evidence_id}"}


def _actions(hours: Hours, access: Access) -> list[Action]:
    """The verbs offered now; confirming is not offered to the proposer nor to the volunteer."""
    here = f"/api/volunteers/hours/{hours.id}"
    own = access.account_id == hours.account_id or access.principal.person_id == hours.person_id
    waiting = hours.state in WAITING and not own
    second = not hours.is_answered_for_by(access.account_id, access.principal.person_id)
    ready = waiting and second and not hours.wants_vouching and not hours.wants_check
    returnable = waiting and (second or hours.state is State.PROPOSED)
    counterable = hours.state is State.CONFIRMED and hours.source is not Source.COUNTER and not own
    offers = (
        Offer(ready, Permission.HOURS_CONFIRM, "confirmation", "确认"),
        Offer(returnable, Permission.HOURS_CONFIRM, "return", "退回", needs_reason=True),
        Offer(hours.state is State.PROPOSED, Permission.HOURS_DISPUTE, "dispute", "提出异议", needs_reason=True),
        Offer(counterable, Permission.HOURS_COUNTER, "counter-entry", "冲正", needs_reason=True),
    )
    return offered(here, hours, access, offers)
