"""Changing organisations, ending registrations, and what an organisation was on any day."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts, person
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.problems import FieldError, Forbidden, Invalid, NotFound, problems
from chassis.records import VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault
from registry.change import rules
from registry.change.schemas import CancellationIn, ChangeOfIn, HistoryView
from registry.database import broken_constraint
from registry.organisation.model import Organisation, Path
from registry.organisation.past import ended, past_of
from registry.organisation.rules import OrganisationNotStanding
from registry.organisation.schemas import OrganisationView
from registry.permissions import Permission
from registry.registration.model import ONE_BODY_A_CERTIFICATE
from registry.registration.routes import CertificateTaken

router = APIRouter(prefix="/organisations", tags=["变更与注销 change"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.ORGANISATION_READ))]
Changer = Annotated[Access, Depends(allow(Permission.ORGANISATION_CHANGE))]
Decider = Annotated[Access, Depends(allow(Permission.REGISTRATION_DECIDE))]
Read = Annotated[Organisation, Depends(existing(Organisation, Permission.ORGANISATION_READ))]
Changed = Annotated[Organisation, Depends(current(Organisation, Permission.ORGANISATION_CHANGE))]
Ending = Annotated[Organisation, Depends(current(Organisation, Permission.REGISTRATION_DECIDE))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


@router.get("/{id}/history", responses=problems(NotFound))
async def history(organisation: Read, tx: Tx, _by: Reader, keys: Keys) -> HistoryView:
    """沿革: what was filed or registered from which day until which."""
    return HistoryView.of(organisation, await past_of(tx, organisation.id), keys)


def _changes(organisation: Organisation, body: ChangeOfIn, keys: Vault, at: Now) -> dict[str, Any]:
    """What is to be new, by column."""
    given = body.model_dump(exclude={"document", "representative"}, exclude_none=True)
    who = body.representative
    if who is None:
        return given
    fault = person.check(who.id_type, who.id_number, on=clock.day(at))
    if fault:
        raise Invalid(errors=[FieldError(pointer="/representative/id_number", title=fault.sentence)])
    cipher = keys.encrypt(who.name, table="organisation", column="representative", row_id=organisation.id)
    return given | {"representative_cipher": cipher, "representative_id": keys.person_id(who.id_type, who.id_number)}


@router.post(
    "/{id}/change",
    responses=problems(
        *VERSIONED, OrganisationNotStanding, rules.NothingToChange, rules.FiledHasNone, CertificateTaken
    ),
)
async def change(organisation: Changed, body: ChangeOfIn, tx: Tx, by: Changer, keys: Keys, at: Now) -> OrganisationView:
    """变更: of a filed body by its town, of a registered one by the authority that registered it."""
    if organisation.path is Path.REGISTERED and not by.may(Permission.REGISTRATION_DECIDE, organisation):
        raise Forbidden
    on, changes = clock.day(at), _changes(organisation, body, keys, at)
    rules.require_changeable(organisation, changes)
    before = ended(organisation, await past_of(tx, organisation.id), on=on, document=body.document)
    tx.add_all([before] if before else [])
    try:
        await facts.tell(tx, rules.change(organisation, changes, on=on), by=by)
    except IntegrityError as taken:
        if broken_constraint(taken) == ONE_BODY_A_CERTIFICATE:
            raise CertificateTaken(pointer="/certificate_number") from taken
        raise
    return OrganisationView.seen(organisation, by, keys)


@router.post("/{id}/cancellation", responses=problems(*VERSIONED, rules.NotRegistered, rules.LiquidationInFuture))
async def cancel(
    organisation: Ending, body: CancellationIn, tx: Tx, by: Decider, keys: Keys, at: Now
) -> OrganisationView:
    """注销登记."""
    await facts.tell(tx, rules.cancel(organisation, **body.model_dump(), on=clock.day(at)), by=by)
    return OrganisationView.seen(organisation, by, keys)
