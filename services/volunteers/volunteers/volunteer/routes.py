"""Registering, finding and leaving; one person registers once."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts, person
from chassis.access import Access, allow, visible
from chassis.areas import any_area
from chassis.clock import Now
from chassis.database import new_id
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import Invalid, NotFound, Problem, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx, keyless
from chassis.vault import Keys, Vault
from volunteers.database import merged_in_town, within
from volunteers.dated import MinorPolicy
from volunteers.permissions import Permission
from volunteers.volunteer import rules
from volunteers.volunteer.claiming import claimed
from volunteers.volunteer.model import (
    ONE_REGISTRATION_A_PERSON,
    ONE_VOLUNTEER_AN_ACCOUNT,
    Group,
    State,
    Volunteer,
)
from volunteers.volunteer.schemas import ProfileIn, RegistrationIn, SearchIn, VolunteerView
from volunteers.volunteer.sealing import sealed, sealed_consent, shown

router = APIRouter(prefix="/volunteers", tags=["志愿者 volunteer"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.VOLUNTEER_READ))]
Registrant = Annotated[Access, Depends(allow(Permission.VOLUNTEER_REGISTER))]
Oneself = Annotated[Access, Depends(allow(Permission.VOLUNTEER_CHANGE))]
Unmasker = Annotated[Access, Depends(allow(Permission.VOLUNTEER_UNMASK))]
Own = Annotated[Volunteer, Depends(current(Volunteer, Permission.VOLUNTEER_CHANGE))]
VERSIONED = (NotFound, VersionMissing, VersionStale, rules.VolunteerGone)


class NotACommunity(Invalid):
    """请选择您所在的村（社区）。"""


@router.post(
    "",
    status_code=201,
    responses=problems(
        NotACommunity,
        rules.PersonRegistered,
        rules.AccountRegistered,
        rules.RegistrationContinued,
        rules.GuardianConsentMissing,
        NoRuleInForce,
        Invalid,
        NotFound,
    ),
)
async def register(body: RegistrationIn, tx: Tx, by: Registrant, keys: Keys, at: Now) -> VolunteerView:
    """注册, or 认领 of one's registration on paper; masked, because the answer is kept for repeats of the request."""
    area = await community(tx, body.area_id)
    on = clock.day(at)
    born = _born_on(body, on)
    try:
        known = await claimed(tx, body, born, by, keys, at)
        if known is not None:
            volunteer, fact = known
        else:
            volunteer = _made(body, born, area, by, keys, at)
            consent = sealed_consent(volunteer.id, body.guardian, keys, at) if body.guardian else None
            fact = rules.register(volunteer, born_on=born, consent=consent, policy=MinorPolicy.on(on), on=on)
            tx.add_all([volunteer, *([consent] if consent else [])])
        await facts.tell(tx, fact, by=by)
    except IntegrityError as taken:
        raise _refusal(taken) from taken
    return shown(volunteer, by, keys, at)


async def community(tx: Tx, area_id: UUID) -> AreaCopy:
    """The community that a volunteer lives in."""
    area = await any_area(tx, area_id)
    if area.level != "community":
        raise NotACommunity(pointer="/area_id")
    return area


def _born_on(body: RegistrationIn, on: date) -> date:
    """From the number where it tells, else as declared; refused by field."""
    _require_right(body, on)
    born = person.born_on(body.id_type, body.id_number) or body.born_on
    if born is None:
        raise Invalid("此证件号码不含出生日期，请填写", pointer="/born_on")
    if born > on:
        raise Invalid("出生日期晚于今天", pointer="/born_on")
    return born


def _require_right(body: RegistrationIn | SearchIn, on: date) -> None:
    """A number with a slip of the finger is told so, also where it is only looked for."""
    fault = person.check(body.id_type, body.id_number, on=on)
    if fault:
        raise Invalid(fault.sentence, pointer="/id_number")


def _made(body: RegistrationIn, born: date, area: AreaCopy, by: Access, keys: Vault, at: Now) -> Volunteer:
    made = new_id()
    clear = {
        "name": body.name.strip(),
        "id_number": person.normalise(body.id_type, body.id_number),
        "born_on": born.isoformat(),
    }
    return Volunteer(
        id=made,
        account_id=by.account_id,
        person_id=keys.person_id(body.id_type, body.id_number),
        number=rules.new_number(area.scope_key),
        id_type=body.id_type,
        groups=sorted(body.groups),
        skills=body.skills,
        area_id=area.id,
        scope_key=area.scope_key,
        registered_at=at,
        **sealed(made, clear, keys),
    )


def _refusal(taken: IntegrityError) -> Problem | IntegrityError:
    """Which of the two rules of one registration was broken; decided by the database, so also between two at once."""
    broken = getattr(getattr(taken.orig, "diag", None), "constraint_name", None)
    by_name = {ONE_REGISTRATION_A_PERSON: rules.PersonRegistered, ONE_VOLUNTEER_AN_ACCOUNT: rules.AccountRegistered}
    return by_name[broken]() if broken in by_name else taken


@router.get("")
async def list_(
    tx: Tx,
    by: Reader,
    keys: Keys,
    at: Now,
    asked: Asked,
    area_id: UUID | None = None,
    group: Group | None = None,
    state: State | None = None,
    number: Annotated[str | None, Query(pattern=r"^[0-9]{16}$")] = None,
) -> Page[VolunteerView]:
    """Volunteers in scope, newest first, masked; a volunteer finds the own registration here."""
    query, scope_key = select(Volunteer).where(visible(Volunteer, by)), by.scope_key
    if area_id is not None:
        area = await any_area(tx, area_id, pointer="?area_id")
        query, scope_key = query.where(within(Volunteer, area)), area.scope_key
    if group is not None:
        query = query.where(Volunteer.groups.contains([group.value]))
    if state is not None:
        query = query.where(Volunteer.state == state)
    if number is not None:
        query = query.where(Volunteer.number == number)
    return await page(
        tx,
        query,
        [Volunteer.id],
        asked,
        lambda each: shown(each, by, keys, at),
        merged=merged_in_town(Volunteer, scope_key),
    )


@router.post("/search")
@keyless
async def search(body: SearchIn, tx: Tx, by: Reader, keys: Keys, at: Now) -> list[VolunteerView]:
    """The registrations in scope of the person with this document, masked."""
    _require_right(body, clock.day(at))
    person_id = keys.person_id(body.id_type, body.id_number)
    query = select(Volunteer).where(visible(Volunteer, by), Volunteer.person_id == person_id).order_by(Volunteer.id)
    return [shown(each, by, keys, at) for each in await tx.scalars(query)]


@router.get("/{id}", responses=problems(NotFound))
async def read(
    volunteer: Annotated[Volunteer, Depends(existing(Volunteer, Permission.VOLUNTEER_READ))],
    by: Reader,
    keys: Keys,
    at: Now,
) -> VolunteerView:
    """One volunteer in scope: masked, but in full to oneself."""
    return shown(volunteer, by, keys, at, full=volunteer.account_id == by.owner_id)


@router.post("/{id}/unmasking", responses=problems(NotFound))
@keyless
async def unmask(
    volunteer: Annotated[Volunteer, Depends(existing(Volunteer, Permission.VOLUNTEER_UNMASK))],
    body: Reason,
    tx: Tx,
    by: Unmasker,
    keys: Keys,
    at: Now,
) -> VolunteerView:
    """查看完整信息, with a reason; it takes no key, because the answer must not be kept."""
    await facts.tell(tx, rules.unmask(volunteer, reason=body.reason), by=by)
    return shown(volunteer, by, keys, at, full=True)


@router.put("/{id}/profile", responses=problems(*VERSIONED, NotACommunity))
async def change(volunteer: Own, body: ProfileIn, tx: Tx, by: Oneself, keys: Keys, at: Now) -> VolunteerView:
    """修改资料, by oneself."""
    area = await community(tx, body.area_id)
    volunteer.area_id, volunteer.scope_key = area.id, area.scope_key
    volunteer.groups, volunteer.skills = sorted(body.groups), body.skills
    await facts.tell(tx, rules.change(volunteer), by=by)
    return shown(volunteer, by, keys, at, full=True)


@router.post("/{id}/withdrawal", responses=problems(*VERSIONED))
async def withdraw(volunteer: Own, tx: Tx, by: Oneself, keys: Keys, at: Now) -> VolunteerView:
    """注销注册, by oneself."""
    await facts.tell(tx, rules.withdraw(volunteer, at=at), by=by)
    return shown(volunteer, by, keys, at)
