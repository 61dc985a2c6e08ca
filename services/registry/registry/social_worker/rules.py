"""Registering social workers, renewing a registration, and what happens when it runs out."""

from datetime import date

from chassis.problems import Problem
from registry.facts import SocialWorkerRegistered, SocialWorkerRegistrationLapsed
from registry.organisation.model import Organisation
from registry.organisation.rules import STANDING
from registry.social_worker.dated import RegistrationRule
from registry.social_worker.model import EmployerKind, SocialWorker, State


class CertificateInFuture(Problem):
    """证书日期不能晚于登记日期。"""

    status = 422


class EmployerMismatch(Problem):
    """机构聘用的社工须填所在机构；镇街直聘的不填。"""

    status = 422


class EmployerNotStanding(Problem):
    """所在机构未备案或登记，或者已注销、撤销。"""

    status = 422


class EducationHoursShort(Problem):
    """继续教育学时未达到再登记要求。"""


class RenewalTooEarly(Problem):
    """离登记届满尚早，还不能再登记。"""


def _registered(worker: SocialWorker) -> SocialWorkerRegistered:
    return SocialWorkerRegistered(
        area_id=worker.area_id,
        scope_key=worker.scope_key,
        social_worker_id=worker.id,
        person_id=worker.person_id,
        level=worker.level,
        valid_from=worker.valid_from,
        valid_to=worker.valid_to,
        employer_kind=worker.employer_kind,
        organisation_id=worker.organisation_id,
    )


def register(
    worker: SocialWorker, employer: Organisation | None, rule: RegistrationRule, *, on: date
) -> SocialWorkerRegistered:
    """首次登记: valid from the day for the years of the rule in force."""
    if worker.certified_on > on:
        raise CertificateInFuture(pointer="/certified_on")
    if (worker.employer_kind is EmployerKind.AGENCY) != (worker.organisation_id is not None):
        raise EmployerMismatch(pointer="/organisation_id")
    if employer is not None and employer.state not in STANDING:
        raise EmployerNotStanding(pointer="/organisation_id", state=employer.state)
    worker.valid_from, worker.valid_to = on, rule.end(on)
    worker.registered_under, worker.state = rule.source, State.REGISTERED
    return _registered(worker)


def renew(worker: SocialWorker, rule: RegistrationRule, *, hours: int, on: date) -> SocialWorkerRegistered:
    """再登记: `hours` of continuing education in the ending validity; a gap after a lapse stays in the dates."""
    if (worker.valid_to - on).days > rule.renewal_opens_days_before_end:
        raise RenewalTooEarly(valid_to=worker.valid_to.isoformat())
    needed = rule.hours[worker.level]
    if hours < needed:
        raise EducationHoursShort(f"需 {needed} 学时，现有 {hours} 学时（依据 {rule.source}）", pointer="/hours")
    if worker.valid_to <= on:
        worker.valid_from = on  # it had ended: the gap stays visible
    worker.valid_to = rule.end(max(worker.valid_to, on))
    worker.registered_under, worker.state = rule.source, State.REGISTERED
    return _registered(worker)


def lapse(worker: SocialWorker) -> SocialWorkerRegistrationLapsed:
    """登记失效: the validity has ended without renewal; the certificate stays."""
    worker.state = State.LAPSED
    return SocialWorkerRegistrationLapsed(
        area_id=worker.area_id, scope_key=worker.scope_key, social_worker_id=worker.id, valid_to=worker.valid_to
    )
