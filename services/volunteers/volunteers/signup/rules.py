"""Signing up, moving up from the waiting list, and cancelling."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis import clock, person
from chassis.database import new_id
from chassis.problems import Problem
from volunteers.facts import SignupCancelled, SignupClashed, SignupConfirmed, SignupPromoted, SignupWaiting
from volunteers.opportunity.model import Opportunity
from volunteers.opportunity.model import Places as Ledger
from volunteers.signup.dated import PromotionRule
from volunteers.signup.fitness import require_asked, require_guarded
from volunteers.signup.model import UNDECIDED, Because, Signup, State
from volunteers.training.model import Training
from volunteers.volunteer.model import Volunteer


class NotAVolunteer(Problem):
    """请先注册志愿者，再报名。"""


class OpportunityClosed(Problem):
    """此岗位已停止报名。"""


class AlreadySignedUp(Problem):
    """您已报名此岗位。"""


class TimeClash(Problem):
    """与您已报名的岗位时间冲突。"""


class TooYoung(Problem):
    """未达到此岗位的最低年龄。"""


class LeadsTheActivity(Problem):
    """负责社工的工作时间不计为志愿服务，不能报名自己负责的活动。"""


class NotCancellable(Problem):
    """此报名当前不能取消。"""


class ActivityStarted(Problem):
    """活动已开始，不能再取消报名。"""


def said(signup: Signup) -> dict[str, Any]:
    """What every fact about a sign-up says."""
    names = ("opportunity_id", "activity_id", "project_id", "volunteer_id", "waiting_number", "area_id", "scope_key")
    return {"signup_id": signup.id, **{name: getattr(signup, name) for name in names}}


@dataclass(frozen=True, slots=True)
class Applicant:
    """报名人: a volunteer, whether a guardian consents to this activity and comes along, and what else is known."""

    volunteer: Volunteer
    born_on: date
    consented: bool
    others: Sequence[Signup]
    accompanied: bool = False
    trainings: Sequence[Training] = ()


def sign_up(opportunity: Opportunity, by: Applicant, *, at: datetime) -> tuple[Signup, SignupConfirmed | SignupWaiting]:
    """报名: takes a free place or the next waiting number."""
    if not opportunity.is_open(at):
        raise OpportunityClosed(state=opportunity.places.state)
    signup = applied(opportunity, by, at=at)
    return signup, placed(signup, opportunity.places)


def applied(opportunity: Opportunity, by: Applicant, *, at: datetime, despite_clash: bool = False) -> Signup:
    """A sign-up without a place yet, of somebody who fits and is free; the lead alone may pass over a clash."""
    _require_fit(opportunity, by)
    clash = _clashing(opportunity, by.others)
    if clash is not None and not despite_clash:
        begins = clash.starts_at.astimezone(clock.CITY)
        detail = f"{clash.title}({begins:%Y-%m-%d %H:%M} 开始)"
        raise TimeClash(detail, signup_id=str(clash.id), activity_id=str(clash.activity_id))
    signup = _made(opportunity, by.volunteer, at)
    signup.clash_signup_id = clash.id if clash is not None else None
    return signup


def placed(signup: Signup, places: Ledger) -> SignupConfirmed | SignupWaiting:
    """A free place, or the next waiting number."""
    if places.free:
        places.take()
        return SignupConfirmed(**said(signup))
    signup.state, signup.waiting_number = State.WAITING, places.next_waiting_number()
    return SignupWaiting(**said(signup))


def _require_fit(opportunity: Opportunity, by: Applicant) -> None:
    """Age on the day of the activity, what the policy of that day asks for a minor, ability, and no paid lead."""
    day = clock.day(opportunity.starts_at)
    age = person.age(by.born_on, on=day)
    if age < opportunity.minimum_age:
        raise TooYoung(f"须年满 {opportunity.minimum_age} 周岁", minimum_age=opportunity.minimum_age)
    require_asked(opportunity, by.volunteer, by.trainings, age=age, on=day)
    require_guarded(by.volunteer, by.born_on, on=day, consented=by.consented, accompanied=by.accompanied)
    if by.volunteer.person_id == opportunity.activity.lead_person_id:
        raise LeadsTheActivity


def _clashing(opportunity: Opportunity, others: Sequence[Signup]) -> Signup | None:
    """The first other sign-up at that time; one for this very opportunity is refused, whoever asks."""
    for other in others:
        if other.state is not State.CANCELLED and other.opportunity_id == opportunity.id:
            raise AlreadySignedUp(signup_id=str(other.id))
    return next((other for other in others if other.overlaps(opportunity.starts_at, opportunity.ends_at)), None)


def _made(opportunity: Opportunity, volunteer: Volunteer, at: datetime) -> Signup:
    activity = opportunity.activity
    return Signup(
        id=new_id(),
        version=1,
        area_id=opportunity.area_id,
        scope_key=opportunity.scope_key,
        account_id=volunteer.account_id,
        organisation_id=opportunity.organisation_id,
        volunteer_id=volunteer.id,
        person_id=volunteer.person_id,
        opportunity_id=opportunity.id,
        activity_id=opportunity.activity_id,
        project_id=activity.project_id,
        state=State.CONFIRMED,
        title=activity.title,
        role_name=opportunity.role_name,
        place_name=activity.place_name,
        starts_at=opportunity.starts_at,
        ends_at=opportunity.ends_at,
        signed_up_at=at,
        walk_in=False,
    )


def clash(signup: Signup, other: UUID | None) -> SignupClashed | None:
    """改期冲突: marked, and told once, where the activity has been moved onto another one that somebody is in for."""
    known, signup.clash_signup_id = signup.clash_signup_id, other
    return None if other in {None, known} else SignupClashed(**said(signup), clash_signup_id=other)


def promote(signup: Signup, places: Ledger, *, at: datetime, rule: PromotionRule) -> SignupPromoted:
    """候补转正; the number is kept as history. Close to the start it lapses unless the volunteer answers in time."""
    places.take()
    signup.state, signup.answer_by = State.CONFIRMED, rule.answer_by(at, signup.starts_at)
    return SignupPromoted(**said(signup), answer_by=signup.answer_by)


def cancel(signup: Signup, places: Ledger, *, because: Because, at: datetime) -> SignupCancelled:
    """取消报名: by the volunteer until the start, or because the activity or the volunteer is gone."""
    if signup.state not in UNDECIDED:
        raise NotCancellable(state=signup.state)
    if because is Because.BY_VOLUNTEER and at >= signup.starts_at:
        raise ActivityStarted
    if signup.state is State.CONFIRMED:
        places.give_back()
    signup.state, signup.cancelled_at, signup.cancelled_because = State.CANCELLED, at, because
    return SignupCancelled(**said(signup), because=because)
