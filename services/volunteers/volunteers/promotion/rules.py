"""Moving up out of order by the lead's decision, and answering a promotion that came close to the start."""

from datetime import datetime

from chassis.access import Access
from chassis.problems import Problem
from volunteers.facts import SignupAccepted, SignupPromoted
from volunteers.opportunity.model import Places
from volunteers.opportunity.model import State as Opening
from volunteers.signup.dated import MarginRule
from volunteers.signup.model import Signup, State
from volunteers.signup.rules import OpportunityClosed, said


class NotInLine(Problem):
    """此报名不在候补中。"""


class NothingToAnswer(Problem):
    """此报名不需要确认，或确认时限已过。"""


class PromotesOneself(Problem):
    """不能为自己办理提前递补。"""

    status = 403


class NoPlaceLeft(Problem):
    """名额和余量都已用完。"""


def seat(places: Places, margin: MarginRule) -> bool:
    """Takes a free place or one of the margin; answers whether it is beyond the plan."""
    if places.free:
        places.take()
        return False
    most = margin.most(places.wanted)
    if places.taken >= most:
        raise NoPlaceLeft(f"计划 {places.wanted} 人，连余量至多 {most} 人", most=most)
    places.take_beyond()
    return True


def move_up(
    signup: Signup, places: Places, *, ahead: int, reason: str, margin: MarginRule, by: Access, at: datetime
) -> SignupPromoted:
    """提前递补: past those with lower numbers, who keep them; the fact says how many were passed over."""
    if signup.state is not State.WAITING:
        raise NotInLine(state=signup.state)
    if by.account_id == signup.account_id or by.principal.person_id == signup.person_id:
        raise PromotesOneself
    if places.state is not Opening.OPEN or at >= signup.starts_at:
        raise OpportunityClosed(state=places.state)
    seat(places, margin)
    signup.state, signup.promoted_because = State.CONFIRMED, reason
    return SignupPromoted(**said(signup), passed_over=ahead)


def accept(signup: Signup, *, at: datetime) -> SignupAccepted:
    """确认能到."""
    if signup.state is not State.CONFIRMED or signup.answer_by is None or at > signup.answer_by:
        raise NothingToAnswer(state=signup.state)
    signup.answer_by = None
    return SignupAccepted(**said(signup))
