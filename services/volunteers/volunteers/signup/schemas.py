"""What a sign-up takes in and how it looks from outside."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from chassis import clock
from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from volunteers.dated import AttendanceRule
from volunteers.permissions import Permission
from volunteers.signup.model import UNDECIDED, Because, Signup, State
from volunteers.volunteer.schemas import GuardianIn


class SignUpIn(BaseModel, extra="forbid"):
    """报名; the guardian's consent to this activity, where the volunteer's age asks for it."""

    guardian: GuardianIn | None = None


class SignupView(View):
    """报名."""

    id: UUID
    area_id: UUID
    state: State
    volunteer_id: UUID
    opportunity_id: UUID
    activity_id: UUID
    waiting_number: int | None
    title: str
    role_name: str
    place_name: str
    starts_at: datetime
    ends_at: datetime
    signed_up_at: datetime
    cancelled_at: datetime | None
    cancelled_because: Because | None
    walk_in: bool
    clash_signup_id: UUID | None
    admitted_because: str | None
    promoted_because: str | None
    answer_by: datetime | None
    excused_because: str | None
    uncounted_because: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, signup: Signup, access: Access, at: datetime) -> Self:
        """As this caller sees it."""
        copied = {name: getattr(signup, name) for name in cls.model_fields if name not in {"actions", "links"}}
        return cls(**copied, actions=_actions(signup, access, at), links=_links(signup))


def _links(signup: Signup) -> dict[str, str]:
    return {
        "area": f"/api/registry/areas/{signup.area_id}",
        "opportunity": f"/api/volunteers/opportunities/{signup.opportunity_id}",
        "activity": f"/api/projects/activities/{signup.activity_id}",
        "project": f"/api/projects/projects/{signup.project_id}",
        "volunteer": f"/api/volunteers/volunteers/{signup.volunteer_id}",
        "attendances": f"/api/volunteers/attendances?signup_id={signup.id}",
        "hours": f"/api/volunteers/hours?signup_id={signup.id}",
    }


def _actions(signup: Signup, access: Access, at: datetime) -> list[Action]:
    """The verbs offered now."""
    here, state = f"/api/volunteers/signups/{signup.id}", signup.state
    opens, closes = AttendanceRule.on(clock.day(signup.starts_at)).window(signup.starts_at, signup.ends_at)
    within = opens <= at <= closes
    coming = state is State.CONFIRMED and signup.answer_by is not None and at <= signup.answer_by
    moves_up = state is State.WAITING and at < signup.starts_at
    offers = (
        Offer(coming, Permission.SIGNUP_ACCEPT, "acceptance", "确认能到"),
        Offer(state is State.NO_SHOW, Permission.ATTENDANCE_LEAD, "excuse", "免记缺席", needs_reason=True),
        Offer(moves_up, Permission.SIGNUP_ADMIT, "promotion", "提前递补", needs_reason=True),
        Offer(state in UNDECIDED and at < signup.starts_at, Permission.SIGNUP_CANCEL, "cancellation", "取消报名"),
        Offer(state is State.CONFIRMED and within, Permission.ATTENDANCE_RECORD, "check-in", "签到"),
        Offer(state is State.ATTENDING and within, Permission.ATTENDANCE_RECORD, "check-out", "签退"),
    )
    own = access.account_id == signup.account_id or access.principal.person_id == signup.person_id
    enterable = signup.may_have_served and not own and at > signup.starts_at
    by_hand = Offer(enterable, Permission.HOURS_PROPOSE, "hours", "补录时长", needs_reason=True)
    return [*offered(here, signup, access, offers), *offered("/api/volunteers", signup, access, [by_hand])]
