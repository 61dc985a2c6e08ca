"""Who comes with a document that is known already: from a paper form, or from a second registration of theirs."""

from datetime import date
from typing import Any

from sqlalchemy import Select, select

from chassis import clock
from chassis.access import Access
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.transaction import Tx
from chassis.vault import Vault
from volunteers.facts import VolunteerRegistered
from volunteers.volunteer import rules
from volunteers.volunteer.model import State, Volunteer, continued
from volunteers.volunteer.schemas import RegistrationIn
from volunteers.volunteer.sealing import opened


async def claimed(
    tx: Tx, body: RegistrationIn, born: date, by: Access, keys: Vault, at: Now
) -> tuple[Volunteer, VolunteerRegistered] | None:
    """The registration that an officer made of this person's paper form, if the name is the same: now theirs."""
    person_id = keys.person_id(body.id_type, body.id_number)
    standing = select(Volunteer).where(Volunteer.person_id == person_id, Volunteer.state != State.WITHDRAWN)

    async def held(query: Select[Any]) -> Volunteer | None:
        found: Volunteer | None = await tx.scalar(query.with_for_update(of=Volunteer))
        return found

    async with beyond_scope(tx):
        found = await held(standing)
        if found is None:
            found = await held(continued([person_id]).with_only_columns(Volunteer))
            # Whoever was found to be registered twice does not become so again.
            if found is not None and not _may_claim(found, body, by, keys):
                raise rules.RegistrationContinued
        if found is None or by.account_id is None or not _may_claim(found, body, by, keys):
            return None
        return found, rules.claim(found, account_id=by.account_id, born_on=born, on=clock.day(at))


def _may_claim(found: Volunteer, body: RegistrationIn, by: Access, keys: Vault) -> bool:
    signed_in = by.account_id is not None and found.is_unclaimed
    return signed_in and opened(found, "name", keys) == body.name.strip()
