"""Putting what was declared, with its files, onto an application."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, person
from chassis.access import Access
from chassis.problems import FieldError, Invalid
from chassis.vault import Vault
from procedures.attachment.binding import attach
from registry.facts import ATTACHMENTS
from registry.registration.model import Registration
from registry.registration.schemas import MaterialIn

MATERIAL = {"name", "kind", "category", "venue", "business_scope", "members", "funds_fen"}


def declare(registration: Registration, body: MaterialIn, keys: Vault, at: datetime) -> None:
    """Puts what was declared onto the application, refusing a wrong identity number by its field."""
    who = body.representative
    fault = person.check(who.id_type, who.id_number, on=clock.day(at))
    if fault:
        raise Invalid(errors=[FieldError(pointer="/representative/id_number", title=fault.sentence)])
    for name, value in body.model_dump(include=MATERIAL).items():
        setattr(registration, name, value)
    registration.documents = [each.model_dump(mode="json") for each in body.documents]
    cell = {"table": "organisation", "column": "representative", "row_id": registration.organisation_id}
    registration.representative_cipher = keys.encrypt(who.name, **cell)  # type: ignore[arg-type]
    registration.representative_id = keys.person_id(who.id_type, who.id_number)


async def attached(tx: AsyncSession, registration: Registration, body: MaterialIn, by: Access, at: datetime) -> None:
    """Whoever answers for the area or the body sees the files from now on."""
    href = f"/api/registry/registrations/{registration.id}"
    for place, each in enumerate(body.documents):
        pointer = f"/documents/{place}/attachment_ids"
        await attach(tx, each.attachment_ids, ATTACHMENTS, to=registration, href=href, by=by, at=at, pointer=pointer)
