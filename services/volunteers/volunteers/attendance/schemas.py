"""What checking in takes in, and how attendance and the code look from outside."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from chassis.access import Access
from chassis.clock import Instant
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from volunteers.attendance.model import Attendance, Means, State
from volunteers.attendance.rules import Position
from volunteers.permissions import Permission


class CheckIn(BaseModel, extra="forbid"):
    """签到、签退: the code on the lead's screen, and the phone's position if it is shared; it is not kept.

    `read_at` is when the phone read the code: without a network it is sent later.
    """

    code: Annotated[str, Field(min_length=8, max_length=12)]
    latitude: Annotated[float | None, Field(ge=-90, le=90)] = None
    longitude: Annotated[float | None, Field(ge=-180, le=180)] = None

    read_at: Instant | None = None

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("经纬度须同时提供")
        return self

    @property
    def position(self) -> Position | None:
        """Where the phone is, if it says so."""
        if self.latitude is None or self.longitude is None:
            return None
        return Position(self.latitude, self.longitude)


class CodeView(BaseModel):
    """签到码, as the lead shows it: `qr` is an SVG of `text`, which opens the phone app with the code filled in."""

    activity_id: UUID
    code: str
    valid_until: datetime
    text: str
    qr: str


class AttendanceView(View):
    """签到记录."""

    id: UUID
    area_id: UUID
    state: State
    signup_id: UUID
    activity_id: UUID
    volunteer_id: UUID
    means: Means
    place_unknown: bool
    checked_in_at: datetime
    checked_out_at: datetime | None
    vouched_at: datetime | None
    vouched_because: str | None
    said_left_at: datetime | None
    said_because: str | None
    awaits_departure: bool
    guardian_withdrew_at: datetime | None
    handed_over_at: datetime | None
    awaits_handover: bool
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, attendance: Attendance, access: Access) -> Self:
        """As this caller sees it; checking in and out are verbs of the sign-up."""
        copied = {name: getattr(attendance, name) for name in cls.model_fields if name not in {"actions", "links"}}
        links = {
            "signup": f"/api/volunteers/signups/{attendance.signup_id}",
            "activity": f"/api/projects/activities/{attendance.activity_id}",
            "project": f"/api/projects/projects/{attendance.project_id}",
            "volunteer": f"/api/volunteers/volunteers/{attendance.volunteer_id}",
            "hours": f"/api/volunteers/hours?signup_id={attendance.signup_id}",
        }
        return cls(**copied, actions=_actions(attendance, access), links=links)


def _actions(attendance: Attendance, access: Access) -> list[Action]:
    """The lead's word for a presence, and the volunteer's for when they left."""
    here = f"/api/volunteers/attendances/{attendance.id}"
    vouching = attendance.wants_vouching and access.account_id != attendance.account_id
    left = attendance.awaits_departure and access.account_id != attendance.account_id
    offers = (
        Offer(vouching, Permission.ATTENDANCE_LEAD, "vouching", "证明在场", needs_reason=True),
        Offer(left, Permission.ATTENDANCE_LEAD, "departure-confirmation", "确认离开时间"),
        Offer(attendance.awaits_handover, Permission.ATTENDANCE_LEAD, "handover", "已当面交接"),
        Offer(attendance.is_open, Permission.ATTENDANCE_RECORD, "departure", "说明离开时间", needs_reason=True),
    )
    return offered(here, attendance, access, offers)
