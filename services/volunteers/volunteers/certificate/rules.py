"""谁组织、谁记录、谁证明: asking for a certificate, issuing, refusing, revoking and replacing it."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from chassis import clock
from chassis.access import Access
from chassis.principal import Role
from chassis.problems import Problem
from chassis.tasks import Task, officer_of
from volunteers.certificate.model import Certificate, IssuerKind, Organiser, Period, State
from volunteers.dated import CertificateRule
from volunteers.facts import (
    CertificateIssued,
    CertificateRefused,
    CertificateReplaced,
    CertificateRequested,
    CertificateRevoked,
    TaskClosed,
    TaskOpened,
)
from volunteers.hours.model import Hours
from volunteers.volunteer.rules import city_code


class NotTheOrganiser(Problem):
    """谁组织、谁记录、谁证明：只有组织该活动的单位可以出具证明。"""

    status = 403


class OwnCertificate(Problem):
    """不能为自己办理志愿服务证明。"""

    status = 403


class NothingToCertify(Problem):
    """此期间没有可以证明的已确认时长。"""

    status = 422


class PeriodNotOver(Problem):
    """证明的期间应当已经开始，且截止日期不晚于今天。"""

    status = 422


class AlreadyRequested(Problem):
    """已向该单位申请过证明，请等待办理。"""


class NotRequested(Problem):
    """此证明不在待办理状态。"""


class NotIssued(Problem):
    """此证明未出具或已失效。"""


OFFICERS = frozenset({Role.BUREAU_OFFICER, Role.TOWN_OFFICER, Role.COMMUNITY_OFFICER})
_PREFIX = "ZY"  # 志愿服务证明


def new_number(scope_key: str, year: int) -> str:
    """证明编号: the city's code, then drawn at random, so that nobody goes through the register by counting.

    The last digit checks.
    """
    drawn = f"{year}{secrets.randbelow(10**10):010d}"
    weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(drawn))
    return f"{_PREFIX}{city_code(scope_key)}{drawn}{-weighed % 10}"


def _said(certificate: Certificate) -> dict[str, Any]:
    """What every fact about a certificate says."""
    names = ("area_id", "scope_key", "volunteer_id", "account_id", "organisation_id", "issuer_kind", "from_on", "to_on")
    return {"certificate_id": certificate.id, **{name: getattr(certificate, name) for name in names}}


def _to_do(certificate: Certificate, code: str, due_on: date | None = None) -> Task:
    """What waits for the organiser."""
    by_organisation = certificate.issuer_kind is IssuerKind.ORGANISATION
    return Task(
        code,
        Role.ORGANISATION_MANAGER if by_organisation else officer_of(certificate.scope_key),
        f"/api/volunteers/certificates/{certificate.id}",
        certificate.id,
        certificate.area_id,
        certificate.scope_key,
        organisation_id=certificate.organisation_id,
        due_on=due_on,
    )


def waits(certificate: Certificate, due_on: date | None = None) -> Task:
    """待出具: while a request waits."""
    return _to_do(certificate, "certificate-issuing", due_on)


def doubtful(certificate: Certificate) -> Task:
    """待复核: hours that it certifies were taken back since; it is replaced or revoked."""
    return _to_do(certificate, "certificate-review")


def require_period(period: Period, *, on: date) -> None:
    """Nothing is certified ahead."""
    if not period.from_on <= period.to_on <= on:
        raise PeriodNotOver(pointer="/to_on")


def is_organiser(by: Access, organiser: Organiser) -> bool:
    """Whether the caller acts for whoever organised: its manager, or the officer of that very area."""
    if organiser.kind is IssuerKind.ORGANISATION:
        return by.organisation_id is not None and by.organisation_id == organiser.organisation_id
    return any(grant.role in OFFICERS and grant.area_id == organiser.area_id for grant in by.principal.grants)


def require_organiser(by: Access, certificate: Certificate) -> None:
    """The organiser itself, and never for oneself."""
    if not is_organiser(by, certificate.organiser):
        raise NotTheOrganiser
    if by.account_id == certificate.account_id or by.principal.person_id == certificate.person_id:
        raise OwnCertificate


def request(
    certificate: Certificate, entries: Sequence[Hours], *, rule: CertificateRule, on: date, at: datetime
) -> list[CertificateRequested | TaskOpened]:
    """申请."""
    require_period(certificate.period, on=on)
    if not entries:
        raise NothingToCertify
    certificate.state, certificate.requested_at = State.REQUESTED, at
    due_on = on + timedelta(days=rule.answer_days)
    return [CertificateRequested(**_said(certificate)), TaskOpened.of(waits(certificate, due_on))]


def require_issuable(certificate: Certificate, entries: Sequence[Hours], *, by: Access, on: date) -> None:
    """What must be so before the ledger and the registry are asked."""
    require_period(certificate.period, on=on)
    require_organiser(by, certificate)
    if not entries:
        raise NothingToCertify


def issue(
    certificate: Certificate, entries: Sequence[Hours], *, issuer: str, by: Access, at: datetime
) -> CertificateIssued:
    """出具: with a number of its own, for the whole minutes of the entries."""
    if not entries:
        raise NothingToCertify
    certificate.number = number = new_number(certificate.scope_key, clock.day(at).year)
    certificate.minutes = minutes = sum(each.minutes for each in entries)
    certificate.hours_ids = [each.id for each in entries]
    certificate.issuer_name, certificate.state, certificate.issued_at = issuer, State.ISSUED, at
    _decide(certificate, by, at)
    return CertificateIssued(**_said(certificate), number=number, minutes=minutes)


def require_requested(certificate: Certificate) -> None:
    """A request that waits."""
    if certificate.state is not State.REQUESTED:
        raise NotRequested(state=certificate.state)


def doubt(certificate: Certificate, *, at: datetime) -> list[TaskOpened]:
    """存疑: an entry of it was countered; once is enough to be looked at."""
    if not certificate.stands or certificate.doubted_at is not None:
        return []
    certificate.doubted_at = at
    return [TaskOpened.of(doubtful(certificate))]


def settled(certificate: Certificate) -> list[TaskClosed]:
    """What had waited, once it is decided: the request, or the doubt about what was issued."""
    if certificate.state in {State.REVOKED, State.REPLACED}:
        return [TaskClosed.of(doubtful(certificate))] if certificate.doubted_at is not None else []
    return [TaskClosed.of(waits(certificate))] if certificate.requested_at is not None else []


def refuse(certificate: Certificate, *, reason: str, by: Access, at: datetime) -> CertificateRefused:
    """不予出具, with a reason that the volunteer reads."""
    require_requested(certificate)
    require_organiser(by, certificate)
    certificate.state, certificate.reason = State.REFUSED, reason
    _decide(certificate, by, at)
    return CertificateRefused(**_said(certificate))


def revoke(certificate: Certificate, *, reason: str, by: Access, at: datetime) -> CertificateRevoked:
    """撤销, by whoever issued it: the public check says so from then on."""
    number, minutes = _take_back(certificate, State.REVOKED, reason, by, at)
    return CertificateRevoked(**_said(certificate), number=number, minutes=minutes)


def replace(
    certificate: Certificate, fresh: Certificate, *, reason: str, by: Access, at: datetime
) -> CertificateReplaced:
    """换发: what the ledger says now, under a new number; the old one no longer holds."""
    number, minutes = _take_back(certificate, State.REPLACED, reason, by, at)
    certificate.replaced_by = fresh.id
    return CertificateReplaced(**_said(certificate), number=number, minutes=minutes, replaced_by=fresh.id)


def _take_back(certificate: Certificate, state: State, reason: str, by: Access, at: datetime) -> tuple[str, int]:
    if not certificate.stands or certificate.number is None or certificate.minutes is None:
        raise NotIssued(state=certificate.state)
    require_organiser(by, certificate)
    certificate.state, certificate.reason = state, reason
    _decide(certificate, by, at)
    return certificate.number, certificate.minutes


def _decide(certificate: Certificate, by: Access, at: datetime) -> None:
    certificate.decided_at, certificate.decided_by = at, by.account_id
