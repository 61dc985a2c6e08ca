"""What a role asks beside the minimum age, and what the policy of the day asks for a minor."""

from collections.abc import Sequence
from datetime import date

from chassis import clock, person
from chassis.problems import Problem
from volunteers.dated import MinorPolicy
from volunteers.opportunity.model import Opportunity
from volunteers.signup.model import Signup
from volunteers.training.model import Training
from volunteers.volunteer.model import GuardianConsent, Volunteer
from volunteers.volunteer.rules import GuardianConsentMissing


class TooOld(Problem):
    """超过此岗位的最高年龄。"""


class SkillMissing(Problem):
    """缺少此岗位要求的技能。"""


class TrainingMissing(Problem):
    """尚未完成此岗位要求的培训，或培训已过期。"""


class CompanionMissing(Problem):
    """年龄较小的志愿者须由成年人全程陪同。"""

    status = 422


UNFIT = (TooOld, SkillMissing, TrainingMissing, CompanionMissing, GuardianConsentMissing)


def require_asked(
    opportunity: Opportunity, volunteer: Volunteer, trainings: Sequence[Training], *, age: int, on: date
) -> None:
    """Not too old; skills as declared or as taught, trainings that still hold on the day; what is missing is named."""
    if opportunity.maximum_age is not None and age > opportunity.maximum_age:
        raise TooOld(f"不超过 {opportunity.maximum_age} 周岁", maximum_age=opportunity.maximum_age)
    if not opportunity.asks_ability:
        return
    standing = [each for each in trainings if each.stands(on)]
    completed = {str(each.course_id) for each in standing}
    missing = [each["name"] for each in opportunity.trainings if each["course_id"] not in completed]
    if missing:
        raise TrainingMissing(f"须先完成：{'、'.join(missing)}", trainings=missing)
    able = {*volunteer.skills, *(each.skill for each in standing)}
    lacking = [each for each in opportunity.skills if each not in able]
    if lacking:
        raise SkillMissing(f"须具备：{'、'.join(lacking)}", skills=lacking)


def require_still_guarded(volunteer: Volunteer, born_on: date, *, on: date) -> None:
    """A guardian's consent to the child's registration holds on the day, where its policy asks for one."""
    withdrawn = volunteer.consent_withdrawn_at is not None
    if withdrawn and MinorPolicy.on(on).asks_at_registration(person.age(born_on, on=on)):
        raise GuardianConsentMissing("监护人已撤回对注册的同意，须先重新同意")


def require_guarded(volunteer: Volunteer, born_on: date, *, on: date, consented: bool, accompanied: bool) -> None:
    """A guardian stands for the child, or for this activity; the youngest do not come alone."""
    require_still_guarded(volunteer, born_on, on=on)
    age, policy = person.age(born_on, on=on), MinorPolicy.on(on)
    if policy.needs_companion(age) and not accompanied:
        raise CompanionMissing(f"未满 {policy.companion_under} 周岁；依据 {policy.basis}", pointer="/guardian")
    if policy.asks_per_activity(age) and not consented:
        raise GuardianConsentMissing(f"依据 {policy.basis}", pointer="/guardian")


def hangs_on(signup: Signup, consent: GuardianConsent, born_on: date) -> bool:
    """Whether a sign-up needs this consent, by the policy and the age of its day."""
    day = clock.day(signup.starts_at)
    age, policy = person.age(born_on, on=day), MinorPolicy.on(day)
    if consent.to_registration:
        return policy.asks_at_registration(age)
    same = signup.activity_id == consent.activity_id
    return same and (policy.asks_per_activity(age) or policy.needs_companion(age))
