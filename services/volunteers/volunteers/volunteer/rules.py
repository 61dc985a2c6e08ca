"""Registration of a volunteer, changes of the own profile, withdrawal, and looking at what is masked."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis import person
from chassis.problems import Problem
from volunteers.dated import AgeBands, MinorPolicy
from volunteers.facts import (
    ConsentGiven,
    ConsentWithdrawn,
    VolunteerChanged,
    VolunteerRegistered,
    VolunteerUnmasked,
    VolunteerWithdrawn,
)
from volunteers.volunteer.model import GuardianConsent, State, Volunteer


class PersonRegistered(Problem):
    """此人已在本市注册为志愿者，一人只注册一次。"""


class RegistrationContinued(Problem):
    """此证件的注册已认定与您的另一份注册为同一人，请用另一份注册的手机号登录。"""


class AccountRegistered(Problem):
    """此账号已注册志愿者。"""


class GuardianConsentMissing(Problem):
    """未成年人须由监护人同意。"""

    status = 422


class ConsentGone(Problem):
    """此项监护人同意已经撤回。"""


class ConsentStanding(Problem):
    """监护人对注册的同意仍然有效。"""


class VolunteerGone(Problem):
    """该志愿者已注销注册。"""


_CITY_DIGITS = 4  # of a code of administrative divisions (GB/T 2260): the province's two and the city's two
# Luhn: every second digit twice, and the digits of that added up.
_DOUBLED = bytes.maketrans(b"0123456789", b"0246813579")


def city_code(scope_key: str) -> str:
    """The city's part of a number: every path begins with the city's code."""
    return scope_key[:_CITY_DIGITS]


def new_number(scope_key: str) -> str:
    """志愿者编号: public, drawn at random, with a Luhn check digit; it tells nothing of the person but the city."""
    body = f"{city_code(scope_key)}{secrets.randbelow(10**11):011}"
    digits = body.encode()
    counted = digits[::2].translate(_DOUBLED) + digits[1::2]
    return body + str(-(sum(counted) - len(counted) * ord("0")) % 10)


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
        raise GuardianConsentMissing(f"依据 {policy.basis}", pointer="/guardian")
    volunteer.state = State.REGISTERED
    return _registered(volunteer, age, on)


def claim(volunteer: Volunteer, *, account_id: UUID, born_on: date, on: date) -> VolunteerRegistered:
    """认领: whoever was registered on paper signs in; told again, with the account, of the same registration."""
    if not volunteer.is_unclaimed:
        raise PersonRegistered
    volunteer.account_id = account_id
    return _registered(volunteer, person.age(born_on, on=on), on)


def _registered(volunteer: Volunteer, age: int, on: date) -> VolunteerRegistered:
    whose = {"person_id": volunteer.person_id, "groups": volunteer.groups}
    return VolunteerRegistered(**_said(volunteer), **whose, age_band=AgeBands.on(on).of(age).name)


def change(volunteer: Volunteer) -> VolunteerChanged:
    """修改资料."""
    require_registered(volunteer)
    return VolunteerChanged(**_said(volunteer), groups=volunteer.groups)


def withdraw(volunteer: Volunteer, *, at: datetime) -> VolunteerWithdrawn:
    """注销注册: the record and its hours stay; coming sign-ups are cancelled by what hears the fact."""
    require_registered(volunteer)
    volunteer.state, volunteer.withdrawn_at = State.WITHDRAWN, at
    return VolunteerWithdrawn(**_said(volunteer))


def consent_again(volunteer: Volunteer, consent: GuardianConsent) -> ConsentGiven:
    """监护人重新同意: a child whose guardian had withdrawn may take part again."""
    require_registered(volunteer)
    if volunteer.consent_withdrawn_at is None:
        raise ConsentStanding
    volunteer.consent_withdrawn_at = None
    return ConsentGiven(**_agreed(volunteer, consent))


def withdraw_consent(
    volunteer: Volunteer, consent: GuardianConsent, others: Sequence[GuardianConsent], *, at: datetime
) -> ConsentWithdrawn:
    """撤回监护人同意: what of it is needed for what is to come, a sign-up knows; what was done stays done."""
    if consent.withdrawn_at is not None:
        raise ConsentGone
    consent.withdrawn_at = at
    if consent.to_registration and not stands_in(consent, others):
        volunteer.consent_withdrawn_at = at
    return ConsentWithdrawn(**_agreed(volunteer, consent))


def stands_in(consent: GuardianConsent, others: Sequence[GuardianConsent]) -> bool:
    """Whether another consent to the same still stands."""
    to = (consent.activity_id, consent.team_id)
    same = (each for each in others if each is not consent and (each.activity_id, each.team_id) == to)
    return any(each.withdrawn_at is None and each.accompanies >= consent.accompanies for each in same)


def _agreed(volunteer: Volunteer, consent: GuardianConsent) -> dict[str, Any]:
    place = {"area_id": volunteer.area_id, "scope_key": volunteer.scope_key}
    to = {"activity_id": consent.activity_id, "team_id": consent.team_id}
    return {"volunteer_id": volunteer.id, "consent_id": consent.id, **to, **place}


def unmask(volunteer: Volunteer, *, reason: str) -> VolunteerUnmasked:
    """查看完整信息: for the auditor to read."""
    return VolunteerUnmasked(
        volunteer_id=volunteer.id, area_id=volunteer.area_id, scope_key=volunteer.scope_key, reason=reason
    )


def require_registered(volunteer: Volunteer) -> None:
    """Refuses for somebody who has withdrawn."""
    if volunteer.state is not State.REGISTERED:
        raise VolunteerGone
