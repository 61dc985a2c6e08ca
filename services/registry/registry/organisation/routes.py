"""Filing organisations and finding them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts, person
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope, below
from chassis.clock import Now
from chassis.database import new_id
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import FieldError, Invalid, NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault
from registry.database import broken_constraint
from registry.organisation import rules, uscc
from registry.organisation.conditions import Conditions
from registry.organisation.model import (
    ONE_FILING_A_NUMBER,
    Category,
    Initiator,
    InitiatorKind,
    Organisation,
    Path,
    State,
)
from registry.organisation.schemas import (
    FilingIn,
    InitiatorIn,
    OrganisationIn,
    OrganisationItem,
    OrganisationView,
    RevisionIn,
)
from registry.permissions import Permission

router = APIRouter(prefix="/organisations", tags=["社区社会组织 organisation"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.ORGANISATION_READ))]
Drafter = Annotated[Access, Depends(allow(Permission.ORGANISATION_DRAFT))]
Filer = Annotated[Access, Depends(allow(Permission.ORGANISATION_FILE))]
Deregistrar = Annotated[Access, Depends(allow(Permission.ORGANISATION_DEREGISTER))]
Drafted = Annotated[Organisation, Depends(current(Organisation, Permission.ORGANISATION_DRAFT))]
Reviewed = Annotated[Organisation, Depends(current(Organisation, Permission.ORGANISATION_FILE))]
Leaving = Annotated[Organisation, Depends(current(Organisation, Permission.ORGANISATION_DEREGISTER))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


class NotACommunity(Invalid):
    """备案的社区社会组织应落在一个村（社区）。"""


@router.get("")
async def list_(
    tx: Tx,
    access: Reader,
    asked: Asked,
    state: State | None = None,
    category: Category | None = None,
    area_id: UUID | None = None,
    name: Annotated[str | None, Query(max_length=50)] = None,
) -> Page[OrganisationItem]:
    """Organisations in scope, newest first; `area_id` takes in all below it, `name` is a part of the name."""
    query = select(Organisation).where(visible(Organisation, access))
    if state is not None:
        query = query.where(Organisation.state == state)
    if category is not None:
        query = query.where(Organisation.category == category)
    if area_id is not None:
        query = query.where(await below(tx, Organisation, area_id))
    if name:
        query = query.where(Organisation.name.contains(name, autoescape=True))
    return await page(tx, query, [Organisation.id], asked, OrganisationItem.of)


@router.post("", status_code=201, responses=problems(NotFound, NotACommunity, rules.FoundationNotFiled))
async def draft(body: OrganisationIn, tx: Tx, by: Drafter, keys: Keys, at: Now) -> OrganisationView:
    """起草备案: by the community committee or the town, in an area of theirs."""
    area = await area_in_scope(tx, body.area_id, by)
    if area.level != "community":
        raise NotACommunity(pointer="/area_id")
    made = new_id()
    organisation = Organisation(
        id=made,
        organisation_id=made,
        area_id=area.id,
        scope_key=area.scope_key,
        path=Path.FILED,
        state=State.DRAFT,
    )
    _declare(organisation, body, keys, at)
    tx.add(organisation)
    await facts.tell(tx, rules.draft(organisation), by=by)
    return OrganisationView.seen(organisation, by, keys)


def _declare(organisation: Organisation, body: RevisionIn, keys: Vault, at: Now) -> None:
    """Puts what was declared onto the record, refusing wrong identity numbers and codes by field."""
    rules.require_fileable(body.kind)
    organisation.name, organisation.kind, organisation.category = body.name, body.kind, body.category
    organisation.venue, organisation.members = body.venue, body.members
    errors = [error for place, each in enumerate(body.initiators) for error in _faults(place, each, at)]
    if errors:
        raise Invalid(errors=errors)
    organisation.initiators = [_initiator(organisation.id, each, keys) for each in body.initiators]
    if len({each.person_id or each.uscc for each in organisation.initiators}) < len(organisation.initiators):
        raise Invalid(errors=[FieldError(pointer="/initiators", title="同一发起人只能填一次")])


def _faults(place: int, initiator: InitiatorIn, at: Now) -> list[FieldError]:
    """Wrong id numbers and credit codes of one initiator."""
    if initiator.id_type is not None and initiator.id_number is not None:
        fault = person.check(initiator.id_type, initiator.id_number, on=clock.day(at))
        return [FieldError(pointer=f"/initiators/{place}/id_number", title=fault.sentence)] if fault else []
    findings = uscc.check(initiator.uscc or "")
    pointer = f"/initiators/{place}/uscc"
    return [FieldError(pointer=pointer, title=found.detail) for found in findings if not found.is_warning]


def _initiator(organisation_id: UUID, body: InitiatorIn, keys: Vault) -> Initiator:
    made = new_id()
    is_person = body.kind is InitiatorKind.NATURAL
    return Initiator(
        id=made,
        organisation_id=organisation_id,
        kind=body.kind,
        name_cipher=keys.encrypt(body.name, table="initiator", column="name", row_id=made),
        person_id=keys.person_id(str(body.id_type), body.id_number or "") if is_person else None,
        uscc=person.compact(body.uscc or "") or None,
    )


@router.get("/{id}", responses=problems(NotFound))
async def read(
    organisation: Annotated[Organisation, Depends(existing(Organisation, Permission.ORGANISATION_READ))],
    by: Reader,
    keys: Keys,
) -> OrganisationView:
    """One organisation in scope."""
    return OrganisationView.seen(organisation, by, keys)


@router.put("/{id}/revision", responses=problems(*VERSIONED, rules.FilingClosed, rules.FoundationNotFiled))
async def revise(organisation: Drafted, body: RevisionIn, tx: Tx, by: Drafter, keys: Keys, at: Now) -> OrganisationView:
    """修改备案材料; the area stays."""
    fact = rules.revise(organisation)
    organisation.initiators.clear()
    await tx.flush()
    _declare(organisation, body, keys, at)
    await facts.tell(tx, fact, by=by)
    return OrganisationView.seen(organisation, by, keys)


@router.post(
    "/{id}/submission",
    responses=problems(*VERSIONED, rules.FilingClosed, rules.ConditionsNotMet, NoRuleInForce),
)
async def submit(organisation: Drafted, tx: Tx, by: Drafter, keys: Keys, at: Now) -> OrganisationView:
    """提交备案."""
    for fact in rules.submit(organisation, Conditions.on(clock.day(at)), by=by.account_id, at=at):
        await facts.tell(tx, fact, by=by)
    return OrganisationView.seen(organisation, by, keys)


@router.post("/{id}/return", responses=problems(*VERSIONED, rules.NotAwaitingReview, rules.OwnSubmission))
async def return_(organisation: Reviewed, body: Reason, tx: Tx, by: Filer, keys: Keys) -> OrganisationView:
    """退回补正."""
    for fact in rules.return_(organisation, reason=body.reason, by=by.account_id):
        await facts.tell(tx, fact, by=by)
    return OrganisationView.seen(organisation, by, keys)


@router.post(
    "/{id}/filing",
    responses=problems(*VERSIONED, rules.NotAwaitingReview, rules.OwnSubmission, rules.NumberTaken),
)
async def file(organisation: Reviewed, body: FilingIn, tx: Tx, by: Filer, keys: Keys, at: Now) -> OrganisationView:
    """准予备案."""
    told = rules.file(organisation, number=body.number, by=by.account_id, on=clock.day(at))
    try:
        for fact in told:
            await facts.tell(tx, fact, by=by)
    except IntegrityError as taken:
        if broken_constraint(taken) == ONE_FILING_A_NUMBER:
            raise rules.NumberTaken(pointer="/number") from taken
        raise
    return OrganisationView.seen(organisation, by, keys)


@router.post("/{id}/deregistration", responses=problems(*VERSIONED, rules.NotFiled))
async def deregister(
    organisation: Leaving, body: Reason, tx: Tx, by: Deregistrar, keys: Keys, at: Now
) -> OrganisationView:
    """注销备案."""
    await facts.tell(tx, rules.deregister(organisation, reason=body.reason, on=clock.day(at)), by=by)
    return OrganisationView.seen(organisation, by, keys)
