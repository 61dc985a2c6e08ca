"""What taking somebody in asks for."""

from typing import Annotated

from pydantic import Field

from chassis.records import Reason
from volunteers.attendance.schemas import CheckIn
from volunteers.volunteer.schemas import GuardianIn


class AdmissionIn(Reason):
    """由负责人加入; the reason is shown to the volunteer and to whoever confirms the hours."""

    volunteer_number: Annotated[str, Field(min_length=8, max_length=20)]
    despite_clash: bool = False
    guardian: GuardianIn | None = None


class WalkInIn(CheckIn):
    """现场加入; the guardian's consent, where the volunteer's age asks for it."""

    guardian: GuardianIn | None = None
