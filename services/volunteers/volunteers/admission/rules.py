"""Taking somebody in: by the lead with a reason, or on the spot by the code; checked as at sign-up, within a margin."""

from dataclasses import dataclass
from datetime import datetime

from chassis import clock
from chassis.access import Access
from chassis.facts import Fact
from chassis.problems import Problem
from volunteers.attendance import rules as presence
from volunteers.attendance.model import Attendance
from volunteers.facts import SignupAdmitted, SignupConfirmed, SignupPromoted
from volunteers.opportunity.model import Opportunity, State
from volunteers.promotion.rules import seat
from volunteers.signup.dated import MarginRule
from volunteers.signup.fitness import require_still_guarded
from volunteers.signup.model import Signup
from volunteers.signup.model import State as Standing
from volunteers.signup.rules import Applicant, OpportunityClosed, applied, placed, said
from volunteers.volunteer.model import Volunteer


class AdmitsOneself(Problem):
    """不能为自己办理加入。"""

    status = 403


@dataclass(slots=True)
class Admitted:
    """加入的结果; `attendance` where somebody was taken in on the spot."""

    signup: Signup
    attendance: Attendance | None
    told: list[Fact]


def is_on_the_spot(opportunity: Opportunity, at: datetime) -> bool:
    """Whether who is taken in now is there: from when one may check in until the planned end."""
    opens = presence.rule_of(opportunity).window(opportunity.starts_at, opportunity.ends_at)[0]
    return opens <= at < opportunity.ends_at


def require_another(by: Access, volunteer: Volunteer) -> None:
    """Nobody takes themselves in, whichever account they use."""
    if by.account_id == volunteer.account_id or by.principal.person_id == volunteer.person_id:
        raise AdmitsOneself


def admit(
    opportunity: Opportunity, applicant: Applicant, *, reason: str, despite_clash: bool, by: Access, at: datetime
) -> Admitted:
    """由负责人加入: before the day a sign-up like any other, on the spot a place and a check-in."""
    require_another(by, applicant.volunteer)
    if not (opportunity.is_open(at) or _is_running(opportunity, at)):
        raise OpportunityClosed(state=opportunity.places.state)
    here = is_on_the_spot(opportunity, at)
    signup, waited = _signup(opportunity, applicant, here=here, despite_clash=despite_clash, at=at)
    signup.admitted_by, signup.admitted_because = by.account_id, reason
    if not here:
        placing = placed(signup, opportunity.places)
        return Admitted(signup, None, [placing, _admitted(signup, by_lead=True, beyond_plan=False)])
    return _taken_in(opportunity, signup, presence.enter(signup, by, reason=reason, at=at), waited=waited, by_lead=True)


def walk_in(opportunity: Opportunity, applicant: Applicant, shown: presence.Shown, *, at: datetime) -> Admitted:
    """现场加入, by the volunteer's own phone and the code of the moment."""
    if not _is_running(opportunity, at):
        raise OpportunityClosed(state=opportunity.places.state)
    signup, waited = _signup(opportunity, applicant, here=True, despite_clash=False, at=at)
    return _taken_in(opportunity, signup, presence.check_in(signup, shown, at=at), waited=waited, by_lead=False)


def _is_running(opportunity: Opportunity, at: datetime) -> bool:
    return opportunity.places.state is State.OPEN and is_on_the_spot(opportunity, at)


def _signup(
    opportunity: Opportunity, applicant: Applicant, *, here: bool, despite_clash: bool, at: datetime
) -> tuple[Signup, bool]:
    """A new one; on the spot that of somebody who waits, and has shown up: it keeps what it was made with."""
    for other in applicant.others:
        if here and other.opportunity_id == opportunity.id and other.state is Standing.WAITING:
            require_still_guarded(applicant.volunteer, applicant.born_on, on=clock.day(opportunity.starts_at))
            other.state = Standing.CONFIRMED
            return other, True
    return applied(opportunity, applicant, at=at, despite_clash=despite_clash), False


def _taken_in(
    opportunity: Opportunity, signup: Signup, entered: tuple[Attendance, Fact], *, waited: bool, by_lead: bool
) -> Admitted:
    signup.walk_in = True
    beyond = seat(opportunity.places, MarginRule.on(clock.day(opportunity.starts_at)))
    placing = (SignupPromoted if waited else SignupConfirmed)(**said(signup))
    admitted = _admitted(signup, by_lead=by_lead, beyond_plan=beyond)
    attendance, recorded = entered
    return Admitted(signup, attendance, [placing, admitted, recorded])


def _admitted(signup: Signup, *, by_lead: bool, beyond_plan: bool) -> SignupAdmitted:
    how = {"by_lead": by_lead, "walk_in": signup.walk_in, "beyond_plan": beyond_plan}
    return SignupAdmitted(**said(signup), **how, clash_signup_id=signup.clash_signup_id)
