"""Who comes with a document that is known already: from a paper form, or from a second registration of theirs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Column, Select, select, update

from chassis import clock
from chassis.access import Access
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.transaction import Tx
from chassis.vault import Vault
from volunteers.database import Table
from volunteers.facts import VolunteerRegistered
from volunteers.volunteer import rules
from volunteers.volunteer.model import State, Volunteer, continued, persons_of
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
        fact = rules.claim(found, account_id=by.account_id, born_on=born, on=clock.day(at))
        await gather(tx, found)
        return found, fact


def _may_claim(found: Volunteer, body: RegistrationIn, by: Access, keys: Vault) -> bool:
    signed_in = by.account_id is not None and found.is_unclaimed
    return signed_in and opened(found, "name", keys) == body.name.strip()


async def gather(tx: Tx, volunteer: Volunteer) -> None:
    """Everything of the person goes to the account of the registration that stands; to be called beyond scope."""
    people = persons_of(volunteer.person_id)
    query = select(Volunteer).where(Volunteer.person_id.in_(people)).order_by(Volunteer.id)
    registrations = (await tx.scalars(query.with_for_update())).all()
    ids = [each.id for each in registrations]
    # Of a paper form that nobody had claimed, the account was its own id.
    accounts = {*ids, *(each.account_id for each in registrations)} - {volunteer.account_id}
    for each in registrations:
        each.account_id = volunteer.account_id
    for whose in _of_somebody():
        theirs = (whose.table.c.account_id.in_(accounts), whose.in_(ids))
        await tx.execute(update(whose.table).where(*theirs).values(account_id=volunteer.account_id))


def _of_somebody() -> Iterator[Column[Any]]:
    """Whose each row is, in every table that says by which account they reach it, whichever stage made it.

    But for the ledger, of which nothing is rewritten: an entry's account is that of its sign-up.
    """
    for table in Table.metadata.sorted_tables:
        if "account_id" in table.c and table.name != "hours":
            yield from (each for each in table.c if each.name.endswith("volunteer_id"))
