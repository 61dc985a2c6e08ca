"""Registration of a volunteer, changes of the own profile, withdrawal, and looking at what is masked."""

import secrets
from datetime import date, datetime
from typing import Any

from chassis import person
from chassis.problems import Problem
from volunteers.dated import AgeBands, MinorPolicy
from volunteers.facts import VolunteerChanged, VolunteerRegistered, VolunteerUnmasked, VolunteerWithdrawn
from volunteers.volunteer.model import GuardianConsent, State, Volunteer


class PersonRegistered(Problem):
    """此人已在本市注册为志愿者，一人只注册一次。"""


class AccountRegistered(Problem):
    """此账号已注册志愿者。"""


class GuardianConsentMissing(Problem):
    """未成年人须由监护人同意。"""

    status = 422


class VolunteerGone(Problem):
    """该志愿者已注销注册。"""


_PREFIX = "4419"  # 东莞


def new_number() -> str:
    """志愿者编号: public, drawn at random, with a Luhn check digit; it tells nothing of the person."""
    body = _PREFIX + "".join(secrets.choice("0123456789") for _ in range(11))
    doubled = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return body + str(-sum(value - 9 if value > 9 else value for value in doubled) % 10)  # noqa: PLR2004 - Luhn


def _said(volunteer: Volunteer) -> dict[str, Any]:
    """What every fact about a volunteer says."""
    return {
        "volunteer_id": volunteer.id,
        "account_id": volunteer.account_id,
        "area_id": volunteer.area_id,
        "scope_key": volunteer.scope_key,
    }


def register(
    volunteer: Volunteer, *, born_on: date, consent: GuardianConsent | None, policy: MinorPolicy, on: date
) -> VolunteerRegistered:
    """注册: a child's guardian consents first."""
    age = person.age(born_on, on=on)
    if policy.asks_at_registration(age) and consent is None:
        raise GuardianConsentMissing(f"依据 {policy.source}", pointer="/guardian")
    volunteer.state = State.REGISTERED
    return VolunteerRegistered(
        **_said(volunteer), person_id=volunteer.person_id, groups=volunteer.groups, age_band=AgeBands.on(on).of(age)
    )


def change(volunteer: Volunteer) -> VolunteerChanged:
    """修改资料."""
    require_registered(volunteer)
    return VolunteerChanged(**_said(volunteer), groups=volunteer.groups)


def withdraw(volunteer: Volunteer, *, at: datetime) -> VolunteerWithdrawn:
    """注销注册: the record and its hours stay; coming sign-ups are cancelled by what hears the fact."""
    require_registered(volunteer)
    volunteer.state, volunteer.withdrawn_at = State.WITHDRAWN, at
    return VolunteerWithdrawn(**_said(volunteer))


def unmask(volunteer: Volunteer, *, reason: str) -> VolunteerUnmasked:
    """查看完整信息: for the auditor to read."""
    return VolunteerUnmasked(
        volunteer_id=volunteer.id, area_id=volunteer.area_id, scope_key=volunteer.scope_key, reason=reason
    )


def require_registered(volunteer: Volunteer) -> None:
    """Refuses for somebody who has withdrawn."""
    if volunteer.state is not State.REGISTERED:
        raise VolunteerGone
