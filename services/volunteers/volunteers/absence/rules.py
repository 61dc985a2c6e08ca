"""A no-show is found by the clock, shown to the volunteer, excused by the lead; it is never a punishment by itself."""

from chassis.access import Access
from chassis.problems import Problem
from volunteers.facts import SignupAttended, SignupExcused, SignupMissed
from volunteers.signup.model import Signup, State
from volunteers.signup.rules import said


class NotAbsent(Problem):
    """此报名没有记为缺席。"""


class ExcusesOneself(Problem):
    """不能为自己免记缺席。"""

    status = 403


def miss(signup: Signup) -> SignupMissed:
    """缺席: the time to check in is over."""
    signup.state = State.NO_SHOW
    return SignupMissed(**said(signup))


def excuse(signup: Signup, *, reason: str, by: Access) -> SignupExcused:
    """免记缺席, by the lead; the volunteer reads why."""
    if signup.state is not State.NO_SHOW:
        raise NotAbsent(state=signup.state)
    if by.account_id == signup.account_id or by.principal.person_id == signup.person_id:
        raise ExcusesOneself
    signup.state, signup.excused_because = State.EXCUSED, reason
    return SignupExcused(**said(signup))


def came_after_all(signup: Signup) -> list[SignupAttended]:
    """到场: hours of somebody who had not checked in have been confirmed by a second person."""
    if signup.state not in {State.CONFIRMED, State.NO_SHOW, State.EXCUSED}:
        return []
    signup.state = State.ATTENDED
    return [SignupAttended(**said(signup))]
