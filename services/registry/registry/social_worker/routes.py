"""Registering social workers and finding them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts, person
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope, below
from chassis.clock import Now
from chassis.database import new_id
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import FieldError, Invalid, NotFound, Problem, problems
from chassis.records import IdsIn, VersionMissing, VersionStale, current, get
from chassis.transaction import TransactionRoute, Tx, keyless
from chassis.vault import Keys
from registry.database import broken_constraint
from registry.organisation.model import Organisation
from registry.permissions import Permission
from registry.social_worker import rules
from registry.social_worker.dated import RegistrationRule
from registry.social_worker.model import (
    ONE_REGISTRATION_A_CERTIFICATE,
    ONE_REGISTRATION_A_PERSON,
    Level,
    SocialWorker,
    State,
)
from registry.social_worker.schemas import Names, NameView, RenewalIn, SocialWorkerIn, SocialWorkerView
from registry.social_worker.serving import known, known_to

router = APIRouter(prefix="/social-workers", tags=["社工 social_worker"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.SOCIAL_WORKER_READ))]
Registrar = Annotated[Access, Depends(allow(Permission.SOCIAL_WORKER_REGISTER))]
Renewed = Annotated[SocialWorker, Depends(current(SocialWorker, Permission.SOCIAL_WORKER_REGISTER))]


class AlreadyRegistered(Problem):
    """此人或此证书已登记为社工。"""


@router.get("")
async def list_(
    tx: Tx,
    access: Reader,
    keys: Keys,
    asked: Asked,
    state: State | None = None,
    level: Level | None = None,
    area_id: UUID | None = None,
) -> Page[SocialWorkerView]:
    """Social workers in scope, newest first."""
    query = select(SocialWorker).where(visible(SocialWorker, access))
    if state is not None:
        query = query.where(SocialWorker.state == state)
    if level is not None:
        query = query.where(SocialWorker.level == level)
    if area_id is not None:
        query = query.where(await below(tx, SocialWorker, area_id))
    return await page(tx, query, [SocialWorker.id], asked, lambda worker: SocialWorkerView.seen(worker, access, keys))


@router.post(
    "",
    status_code=201,
    responses=problems(
        NotFound,
        AlreadyRegistered,
        rules.CertificateInFuture,
        rules.EmployerMismatch,
        rules.EmployerNotStanding,
        NoRuleInForce,
    ),
)
async def register(body: SocialWorkerIn, tx: Tx, by: Registrar, keys: Keys, at: Now) -> SocialWorkerView:
    """登记社工: one person once, whichever document shows it."""
    area, today = await area_in_scope(tx, body.area_id, by), clock.day(at)
    fault = person.check(body.id_type, body.id_number, on=today)
    if fault:
        raise Invalid(errors=[FieldError(pointer="/id_number", title=fault.sentence)])
    employer = await get(tx, Organisation, body.organisation_id, by) if body.organisation_id else None
    made = new_id()
    worker = SocialWorker(
        id=made,
        area_id=area.id,
        scope_key=area.scope_key,
        person_id=keys.person_id(body.id_type, body.id_number),
        name_cipher=keys.encrypt(body.name, table="social_worker", column="name", row_id=made),
        **body.model_dump(include={"level", "certificate_number", "certified_on", "employer_kind", "organisation_id"}),
    )
    fact = rules.register(worker, employer, RegistrationRule.on(today), on=today)
    tx.add(worker)
    try:
        await facts.tell(tx, fact, by=by)
    except IntegrityError as taken:
        raise _refusal(taken) from taken
    return SocialWorkerView.seen(worker, by, keys)


def _refusal(taken: IntegrityError) -> Problem | IntegrityError:
    """Which field is somebody's already, also where another town registered them or two do at once."""
    pointers = {ONE_REGISTRATION_A_PERSON: "/id_number", ONE_REGISTRATION_A_CERTIFICATE: "/certificate_number"}
    pointer = pointers.get(broken_constraint(taken) or "")
    return AlreadyRegistered(pointer=pointer) if pointer else taken


@router.post("/names")
@keyless
async def names(body: IdsIn, tx: Tx, by: Reader, keys: Keys) -> Names:
    """What those of some social workers are called whom the caller may know; of the others nothing is said."""
    return Names(items=[NameView.of(worker, keys) for worker in await known_to(tx, body.ids, by)])


@router.get("/{id}", responses=problems(NotFound))
async def read(worker: Annotated[SocialWorker, Depends(known)], by: Reader, keys: Keys) -> SocialWorkerView:
    """One social worker in scope, or one who serves there."""
    return SocialWorkerView.seen(worker, by, keys)


@router.post(
    "/{id}/renewal",
    responses=problems(
        NotFound,
        VersionMissing,
        VersionStale,
        NoRuleInForce,
        rules.RenewalTooEarly,
        rules.EducationHoursShort,
    ),
)
async def renew(worker: Renewed, body: RenewalIn, tx: Tx, by: Registrar, keys: Keys, at: Now) -> SocialWorkerView:
    """再登记."""
    today = clock.day(at)
    await facts.tell(tx, rules.renew(worker, RegistrationRule.on(today), hours=body.hours, on=today), by=by)
    return SocialWorkerView.seen(worker, by, keys)
