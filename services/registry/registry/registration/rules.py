"""The way of a registration: applied for, accepted, returned for correction, granted or refused, in working days."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis import clock
from chassis.person import compact
from chassis.principal import Role
from chassis.problems import FieldError, Problem
from chassis.tasks import officer_of
from procedures.calendar import working_days_after
from registry.facts import (
    OrganisationPromoted,
    OrganisationRegistered,
    RegistrationAccepted,
    RegistrationApplied,
    RegistrationRefused,
    RegistrationReturned,
    TaskClosed,
    TaskOpened,
)
from registry.organisation import uscc
from registry.organisation.model import Organisation, Path
from registry.organisation.model import State as OrganisationState
from registry.organisation.rules import said as said_of
from registry.registration import documents
from registry.registration.dated import RegistrationLaw
from registry.registration.model import Registration, State
from registry.registration.waiting import ACCEPTANCE, CORRECTION, DECISION, task_of


class RegistrationConditionsNotMet(Problem):
    """未达到登记条件。"""

    status = 422


class NotPromotable(Problem):
    """只有已备案、尚未登记的组织可以由备案转为登记。"""


class RegistrationNotSubmitted(Problem):
    """此登记申请不在待受理状态。"""


class RegistrationNotAccepted(Problem):
    """此登记申请尚未受理，或已作出决定。"""


class RegistrationNotReturned(Problem):
    """此登记申请没有退回补正。"""


class RegistrationDecided(Problem):
    """此登记申请已作出决定，或已在补正。"""


class OwnApplication(Problem):
    """申请人不能受理或决定自己的登记申请。"""

    status = 403


class UsccRefused(Problem):
    """统一社会信用代码有误。"""

    status = 422


class CertificateEnded(Problem):
    """登记证书的有效期必须晚于发证日期。"""

    status = 422


@dataclass(frozen=True, slots=True)
class Certificate:
    """登记证书: what the authority gives with its decision."""

    uscc: str
    number: str
    valid_to: date


def said(registration: Registration) -> dict[str, Any]:
    """What every fact about an application says."""
    names = ("organisation_id", "kind", "category", "promotes", "area_id", "scope_key")
    return {"registration_id": registration.id} | {name: getattr(registration, name) for name in names}


def shortfalls(registration: Registration, law: RegistrationLaw) -> list[FieldError]:
    """What the declared body lacks of the conditions in force, by field."""
    least = law.least(registration.kind, in_community=officer_of(registration.scope_key) is Role.COMMUNITY_OFFICER)
    missing = []
    if registration.members < least.members:
        missing.append(FieldError(pointer="/members", title=f"人数须在 {least.members} 以上"))
    if registration.funds_fen < least.funds_fen:
        title = f"注册资金须在 {least.funds_fen // 1_000_000} 万元以上"
        if least.funds_fen % 1_000_000:
            title = f"注册资金须在 {least.funds_fen // 100} 元以上"
        missing.append(FieldError(pointer="/funds_fen", title=title))
    return missing


def _submit(registration: Registration, law: RegistrationLaw, by: UUID | None, at: datetime) -> None:
    missing = shortfalls(registration, law)
    if missing:
        raise RegistrationConditionsNotMet(f"依据 {law.source}", errors=missing)
    documents.require(registration.documents, law.of(registration.kind))
    registration.state, registration.judged_by, registration.accepted_on = State.SUBMITTED, law.source, None
    registration.submitted_at, registration.submitted_by, registration.returned_because = at, by, None
    registration.due_on = working_days_after(clock.day(at), law.accept_within)


def apply(
    registration: Registration,
    predecessor: Organisation | None,
    law: RegistrationLaw,
    *,
    by: UUID | None,
    at: datetime,
) -> list[RegistrationApplied | TaskOpened]:
    """申请登记: anew, or of a body that is filed already and stays the same one."""
    if registration.promotes and (predecessor is None or predecessor.state is not OrganisationState.FILED):
        raise NotPromotable(pointer="/organisation_id")
    _submit(registration, law, by, at)
    return [RegistrationApplied(**said(registration)), TaskOpened.of(task_of(ACCEPTANCE, registration))]


def correct(
    registration: Registration, law: RegistrationLaw, *, by: UUID | None, at: datetime
) -> list[RegistrationApplied | TaskClosed | TaskOpened]:
    """补正: submitted again, and the days count anew."""
    corrected = TaskClosed.of(task_of(CORRECTION, registration))
    _submit(registration, law, by, at)
    return [RegistrationApplied(**said(registration)), corrected, TaskOpened.of(task_of(ACCEPTANCE, registration))]


def require_returned(registration: Registration) -> None:
    """Only what was returned is corrected."""
    if registration.state is not State.CORRECTION:
        raise RegistrationNotReturned(state=registration.state)


def _require_another(registration: Registration, by: UUID | None) -> None:
    if registration.submitted_by == by:
        raise OwnApplication


def accept(
    registration: Registration, law: RegistrationLaw, *, by: UUID | None, on: date
) -> list[RegistrationAccepted | TaskClosed | TaskOpened]:
    """受理: from here the days of the decision count."""
    if registration.state is not State.SUBMITTED:
        raise RegistrationNotSubmitted(state=registration.state)
    _require_another(registration, by)
    waited = TaskClosed.of(task_of(ACCEPTANCE, registration))
    registration.state, registration.accepted_on = State.ACCEPTED, on
    registration.due_on = working_days_after(on, law.decide_within)
    return [RegistrationAccepted(**said(registration)), waited, TaskOpened.of(task_of(DECISION, registration))]


def return_(
    registration: Registration, *, reason: str, by: UUID | None
) -> list[RegistrationReturned | TaskClosed | TaskOpened]:
    """退回补正: what is lacking is told once, before or after acceptance."""
    if registration.state not in {State.SUBMITTED, State.ACCEPTED}:
        raise RegistrationDecided(state=registration.state)
    _require_another(registration, by)
    waited = TaskClosed.of(task_of(ACCEPTANCE if registration.state is State.SUBMITTED else DECISION, registration))
    registration.state, registration.returned_because = State.CORRECTION, reason
    registration.due_on = None
    return [RegistrationReturned(**said(registration)), waited, TaskOpened.of(task_of(CORRECTION, registration))]


def _decide(registration: Registration, state: State, by: UUID | None, on: date) -> TaskClosed:
    if registration.state is not State.ACCEPTED:
        raise RegistrationNotAccepted(state=registration.state)
    _require_another(registration, by)
    decided = TaskClosed.of(task_of(DECISION, registration))
    registration.state, registration.decided_on, registration.decided_by = state, on, by
    registration.due_on = None
    return decided


def refuse(
    registration: Registration, *, reason: str, by: UUID | None, on: date
) -> list[RegistrationRefused | TaskClosed]:
    """不予登记, with reasons."""
    decided = _decide(registration, State.REFUSED, by, on)
    registration.refused_because = reason
    return [RegistrationRefused(**said(registration)), decided]


def require_sound(certificate: Certificate, registration: Registration, on: date) -> None:
    """A code that fits the kind of body, and a certificate that holds for at least a day."""
    wrong = [found for found in uscc.check(certificate.uscc, registration.kind) if not found.is_warning]
    if wrong:
        raise UsccRefused(errors=[FieldError(pointer="/uscc", title=found.detail) for found in wrong])
    if certificate.valid_to <= on:
        raise CertificateEnded(pointer="/valid_to")


def grant(
    registration: Registration, body: Organisation, certificate: Certificate, *, by: UUID | None, on: date
) -> list[OrganisationRegistered | OrganisationPromoted | TaskClosed]:
    """准予登记: a filed body becomes registered from today and keeps its identity, filing number and history."""
    if registration.promotes and body.state is not OrganisationState.FILED:
        raise NotPromotable(state=body.state)
    decided = _decide(registration, State.GRANTED, by, on)
    require_sound(certificate, registration, on)
    for name in ("name", "kind", "category", "venue", "business_scope", "members", "representative_id"):
        setattr(body, name, getattr(registration, name))
    body.path, body.state, body.registered_on = Path.REGISTERED, OrganisationState.REGISTERED, on
    body.uscc = compact(certificate.uscc)
    body.authority_code = body.uscc[2:8]
    body.certificate_number, body.certificate_valid_to = certificate.number, certificate.valid_to
    body.judged_by = registration.judged_by
    told = {**said_of(body), "uscc": body.uscc, "valid_from": on, "registration_id": registration.id}
    if registration.promotes:
        return [OrganisationPromoted(**told, filed_on=body.filed_on), decided]
    return [OrganisationRegistered(**told), decided]
