"""Excusing a no-show."""

from typing import Annotated

from fastapi import APIRouter, Depends

from chassis import facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current
from chassis.transaction import TransactionRoute, Tx
from volunteers.absence import rules
from volunteers.permissions import Permission
from volunteers.signup.model import Signup
from volunteers.signup.schemas import SignupView

router = APIRouter(prefix="/signups", tags=["缺席 absence"], route_class=TransactionRoute)

Lead = Annotated[Access, Depends(allow(Permission.ATTENDANCE_LEAD))]
Missed = Annotated[Signup, Depends(current(Signup, Permission.ATTENDANCE_LEAD))]


@router.post(
    "/{id}/excuse",
    responses=problems(NotFound, VersionMissing, VersionStale, rules.NotAbsent, rules.ExcusesOneself),
)
async def excuse(signup: Missed, body: Reason, tx: Tx, by: Lead, at: Now) -> SignupView:
    """免记缺席, by the lead."""
    await facts.tell(tx, rules.excuse(signup, reason=body.reason, by=by), by=by)
    return SignupView.seen(signup, by, at)
